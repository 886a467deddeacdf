give-back = Tickets zurückgeben
how-many = Wie viele geben Sie zurück?
next-in-line = Die Tickets gehen an die nächste Person in der Reihenfolge der Verlosung; am letzten Tag bekommt sie, wer zuerst kommt. Eine Minute lang können Sie das rückgängig machen.
next-by-hand = Die Organisation entscheidet, wer sie bekommt. Eine Minute lang können Sie das rückgängig machen.
give-back-button = Zurückgeben
too-late = Es ist zu spät, noch jemanden zu fragen. Sie können der Organisation aber sagen, dass Sie sie nicht nutzen.
tell-organizer = Der Organisation sagen
undo = Rückgängig machen und behalten
offer-title = Für Sie reserviert
decline = Nein, danke
decline-hint = Ein Nein wird Ihnen nie angerechnet.
sign-in-to-answer = Anmelden und antworten
sign-in-why = Manche E-Mail-Filter drücken Schaltflächen. Deshalb zählt Ihre Antwort nur, wenn Sie angemeldet sind.
table-title = Freie Tickets
table-how-many = Wie viele nehmen Sie?
table-take = Tickets nehmen
offer-page = Tickets für Sie
offer-taken = Angebot angenommen
offer-declined = Sie haben Nein gesagt
offer-declined-why = Danke für die Antwort. Jemand anderes kann sie jetzt haben.
offer-ended = Dieses Angebot ist beendet
offer-ended-why = Die Zeit zum Antworten ist abgelaufen, oder die Tickets wurden zurückgezogen.
offer-broken = Dieser Link funktioniert nicht
offer-broken-why = Öffnen Sie den Link aus Ihrer E-Mail noch einmal, oder melden Sie sich an: Was Ihnen angeboten wird, steht auf der Seite der Veranstaltung.
see-event = Veranstaltung ansehen
organizer-title = Nach dem Ergebnis
held = zugeteilt
offered = angeboten
on-table = frei für alle
free = übrig
no-line = Bei dieser Veranstaltung wurde von Hand zugeteilt, es gibt also keine Reihenfolge. Sie entscheiden, wer Zurückgegebenes bekommt, oder geben es für alle frei.
no-line-link = Entscheiden, wer sie bekommt
for-someone = Für jemanden zurückgeben
for-whom = Wer
for-reason = Grund
for-reason-hint = Die Person liest ihn in ihrer E-Mail.
number = Tickets
reason-deactivated = kann sich nicht anmelden
reason-failing = E-Mails kommen nicht an
reason-gone = Konto gelöscht
reason-withdrew = Anfrage zurückgezogen
step-end-began = Die Veranstaltung hat begonnen.
step-end-reopened = Die Veranstaltung wurde wieder geöffnet. Offene Angebote sind beendet.
step-end-canceled = Die Veranstaltung wurde abgesagt.
for-name = Für { $name }
more = Sie haben jetzt { $held }. Damit hätten Sie { $all }.
until-when = Bis { $when } können Sie Tickets zurückgeben.
holder = { $name } ({ $count })
step-take = { $name } hat angenommen.
step-decline = { $name } hat abgelehnt.
step-lapse = { $name } hat nicht rechtzeitig geantwortet.
step-again = Eine Zeit lang konnte niemand antworten, daher hat { $name } jetzt bis { $until } Zeit.
step-recall = Die Organisation hat das Angebot an { $name } zurückgezogen. Grund: { $reason }
step-leave = { $name } wurde übersprungen: { $reason }.
step-reason = Grund: { $reason }
returning = { $count ->
    [one] Sie geben { $count } Ticket zurück. Noch { $seconds } Sekunden lang können Sie das rückgängig machen.
   *[other] Sie geben { $count } Tickets zurück. Noch { $seconds } Sekunden lang können Sie das rückgängig machen.
}
offer = { $count ->
    [one] { $count } Ticket ist frei und bis { $until } für Sie reserviert.
   *[other] { $count } Tickets sind frei und bis { $until } für Sie reserviert.
}
take = { $count ->
    [one] { $count } Ticket annehmen
   *[other] { $count } Tickets annehmen
}
table = { $count ->
    [one] { $count } Ticket für alle, die schnell sind.
   *[other] { $count } Tickets für alle, die schnell sind.
}
gave-back = { $count ->
    [one] Sie haben { $count } Ticket zurückgegeben.
   *[other] Sie haben { $count } Tickets zurückgegeben.
}
passed-on = { $count ->
    [one] { $count } davon hat jemand anderes genommen.
   *[other] { $count } davon hat jemand anderes genommen.
}
said-late = { $count ->
    [one] Sie haben der Organisation gesagt, dass Sie { $count } Ihrer Tickets nicht nutzen.
   *[other] Sie haben der Organisation gesagt, dass Sie { $count } Ihrer Tickets nicht nutzen.
}
now-have = { $count ->
    [one] Sie haben jetzt { $count } Ticket für { $event }.
   *[other] Sie haben jetzt { $count } Tickets für { $event }.
}
step-return = { $count ->
    [one] { $name } hat { $count } zurückgegeben.
   *[other] { $name } hat { $count } zurückgegeben.
}
step-late = { $count ->
    [one] { $name } hat zu spät gesagt, dass { $count } ungenutzt bleibt.
   *[other] { $name } hat zu spät gesagt, dass { $count } ungenutzt bleiben.
}
step-offer = { $count ->
    [one] { $name } wurde { $count } Ticket angeboten, bis { $until }.
   *[other] { $name } wurden { $count } Tickets angeboten, bis { $until }.
}
step-table = { $count ->
    [one] { $count } frei für alle.
   *[other] { $count } frei für alle.
}
step-claim = { $count ->
    [one] { $name } hat { $count } freies Ticket genommen.
   *[other] { $name } hat { $count } freie Tickets genommen.
}
step-hand = { $count ->
    [one] { $name } hat { $count } an { $to } weitergegeben.
   *[other] { $name } hat { $count } an { $to } weitergegeben.
}
step-give = { $count ->
    [one] Die Organisation hat { $name } { $count } gegeben.
   *[other] Die Organisation hat { $name } { $count } gegeben.
}
step-tickets = { $count ->
    [one] Es gibt jetzt { $count } Ticket.
   *[other] Es gibt jetzt { $count } Tickets.
}
have = { $count ->
    [0] Sie haben jetzt keine Tickets.
    [one] Sie haben { $count } Ticket.
   *[other] Sie haben { $count } Tickets.
}
answer-offer = Antworten
