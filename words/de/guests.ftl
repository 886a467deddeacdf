### Die Namen von Gästen: wer die Tickets nutzt.

title = Wer kommt
optional = Bis { $when } können Sie für jedes Ticket einen Namen angeben, dazu einen Hinweis wie „vegetarisch“. Beides steht auf der Einlassliste.
required = Geben Sie bis { $when } für jedes Ticket einen Namen an, bei Bedarf mit einem Hinweis wie „vegetarisch“. Beides steht auf der Einlassliste.
missing = { $count ->
    [one] Es fehlt noch { $count } Name.
   *[other] Es fehlen noch { $count } Namen.
}
ticket = Ticket { $number } von { $held }
no-ticket = Kein Ticket für diese Zeile
name = Name
note = Hinweis (freiwillig)
save = Namen speichern
change = Namen ändern
kept = Namen und Hinweise sieht nur, wer diese Veranstaltung organisiert. 30 Tage nach der Veranstaltung werden sie gelöscht.
none = Sie haben keine Namen angegeben.
closed = Die Namen können hier nicht mehr geändert werden. Wenden Sie sich an die Organisation.
