title = Von Hand
not-yet = Sobald das Ergebnis endgültig ist, können Sie hier jemandem Tickets geben, ein Angebot zurückziehen oder sagen, dass es mehr oder weniger Tickets gibt.
over = Die Veranstaltung hat begonnen, von Hand ist nichts mehr zu tun.
in-order = Zurückgegebenes wird in der Reihenfolge der Verlosung angeboten, ohne dass Sie etwas tun.
no-order = Bei dieser Veranstaltung wurde von Hand zugeteilt, also gibt es keine Reihenfolge. Zurückgegebenes wartet hier, bis Sie es jemandem anbieten oder geben oder es für alle freigeben.
offers = Gerade angeboten
offer = { $name }: { $count } bis { $until }
take-back = Zurückziehen …
take-back-whose = Zurückziehen, was { $name } angeboten ist
take-back-hint = Die Person erfährt es, und für diese Veranstaltung wird ihr nichts mehr angeboten.
take-back-button = Zurückziehen
reason = Grund
reason-hint = Die Person liest ihn in ihrer E-Mail. Er bleibt auch auf Dauer erhalten, ohne ihren Namen.
next = Wer ist an der Reihe?
next-hint = Alle hier haben weniger Tickets, als sie wollten. Wer am wenigsten hat, steht oben. Zum Antworten gibt es die übliche Zeit.
next-none = Niemand mit einer Anfrage würde nehmen, was frei ist.
offer-to = { $count ->
    [one] { $name } { $count } anbieten (hat { $held })
   *[other] { $name } { $count } anbieten (hat { $held })
}
more-people = { $count ->
    [one] und { $count } weitere Person
   *[other] und { $count } weitere Personen
}
table-hint = Oder geben Sie sie frei für alle, die schnell sind. Wer welche nehmen kann, bekommt eine E-Mail.
open-table = { $count ->
    [one] { $count } Ticket für alle freigeben
   *[other] { $count } Tickets für alle freigeben
}
give = Jemandem Tickets geben
left = { $count ->
    [0] Es ist kein Ticket mehr zu vergeben.
    [one] { $count } Ticket ist noch zu vergeben.
   *[other] { $count } Tickets sind noch zu vergeben.
}
give-who = Wer
give-someone-else = Jemand anderes (Adresse eingeben)
give-has = { $name } ({ $count })
give-email = E-Mail-Adresse von jemand anderem
give-number = Tickets
give-limit = { $limit ->
    [one] Eine Person kann hier { $limit } anfragen. Sie können mehr geben.
   *[other] Eine Person kann hier bis zu { $limit } anfragen. Sie können mehr geben.
}
give-button = Geben
tickets = Wie viele Tickets gibt es?
tickets-label = Tickets
tickets-hint = { $held ->
    [0] Mit zusätzlichen Tickets geschieht dasselbe wie mit zurückgegebenen. Werden es weniger, fallen zuerst die weg, die niemand hat, dann die für alle freigegebenen, dann die neuesten Angebote.
    [one] Mit zusätzlichen Tickets geschieht dasselbe wie mit zurückgegebenen. Werden es weniger, fallen zuerst die weg, die niemand hat, dann die für alle freigegebenen, dann die neuesten Angebote. { $held } ist vergeben, weniger können es nicht werden.
   *[other] Mit zusätzlichen Tickets geschieht dasselbe wie mit zurückgegebenen. Werden es weniger, fallen zuerst die weg, die niemand hat, dann die für alle freigegebenen, dann die neuesten Angebote. { $held } sind vergeben, weniger können es nicht werden.
}
tickets-button = Zahl ändern
