title = Technische Einzelheiten
zone = Zeiten in { $zone }.
statements = Alles, was diese Website über die Veranstaltung ausgesagt hat, signiert
all-draws = Alle Verlosungen
draw-number = Verlosung { $number }
draw-line = { $draw } · { $when } · { $method }
reason = Grund für die neue Verlosung: { $reason }
record = Protokoll der Verlosung { $number } herunterladen
ties = Bei „Wer zuerst kommt“ entscheidet das Los nur zwischen Anfragen aus derselben Millisekunde.
proves = Was das beweist und was nicht
proves-what = Der versiegelte Code legt jeden Code einer Verlosung ab seiner Veröffentlichung fest. Der Fingerabdruck der Liste legt fest, wer was anfragte, bevor ein Code offengelegt wird. Mit beidem kann jede Person dieselbe Reihenfolge und dieselben Zahlen berechnen; eine geänderte Anfrage, ein anderes Losverfahren oder eine andere Zahl fällt auf.
entry-id = Ihre Kennung: { $id }
line-one = Ihre Zeile in der eingefrorenen Liste: Kennung, Zahlen, die Sie annehmen, Lose, Tickets hinter Ihrem fairen Anteil (in Tausendsteln) und wann Sie anfragten (Millisekunden seit 1970).
line-two = Ihre Zeile in der eingefrorenen Liste: Kennung und die Zahlen, die Sie annehmen.
no-line = Diese Kennung steht in der Liste für Sie. Niemand kann die eigene wählen oder erkennen, zu wem eine andere gehört.
sealed = Versiegelter Code (Commitment), veröffentlicht { $when }, als die Veranstaltung erstellt wurde
sealed-later = Versiegelter Code (Commitment), veröffentlicht { $when }, nachdem die Veranstaltung erstellt war
not-sealed = Der versiegelte Code ist noch nicht veröffentlicht.
to-freeze = Am Ende der Anfragen, { $when }, wird die Liste eingefroren und ihr Fingerabdruck hier veröffentlicht.
frozen = Anfragen eingefroren { $when }: { $requests ->
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
}, { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
}. Fingerabdruck der Liste
changed = Liste von der Organisation geändert { $when }: { $requests ->
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
}, { $tickets ->
    [one] { $tickets } Ticket
   *[other] { $tickets } Tickets
}. Fingerabdruck der Liste
season-fingerprint = Fingerabdruck dessen, was die Saison für wen hinzufügt
order-fingerprint = Fingerabdruck dessen, wer vor wem anfragte
revealed = Code, offengelegt durch Verlosung { $number }, { $when }
to-reveal = Die Verlosung legt ihren Code offen. Er muss zum versiegelten Code oben passen; niemand kann ihn also wählen.
round = Runde { $number } von drand
comes = Öffentliche Zufallszahl: { $round }; sie kommt { $when }. Mit ihr wird verlost.
came = Öffentliche Zufallszahl: { $round }; sie kam { $when }
named = Öffentliche Zufallszahl: { $round }; sie kommt { $when }. Wird die Verlosung später festgelegt, ist es eine spätere
typed = Öffentliche Zahl ({ $what })
typed-known = Öffentliche Zahl ({ $what }, bekannt { $when })
typed-in = Öffentliche Zahl ({ $what }): { $number }
typed-in-known = Öffentliche Zahl ({ $what }, bekannt { $when }): { $number }
