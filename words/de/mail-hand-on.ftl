title = Tickets weitergegeben
not-title = Tickets nicht weitergegeben
gave-subject = { $count ->
    [one] Sie haben { $count } Ticket für { $event } weitergegeben
   *[other] Sie haben { $count } Tickets für { $event } weitergegeben
}
gave = { $count ->
    [one] { $name } hat jetzt { $count } Ihrer Tickets.
   *[other] { $name } hat jetzt { $count } Ihrer Tickets.
} { $held ->
    [0] Sie haben keine mehr.
   *[other] Sie haben noch { $held }.
}
counts = In der Saison zählen weitergegebene Tickets weiterhin als Ihre.
got-subject = { $count ->
    [one] { $name } hat Ihnen { $count } Ticket für { $event } weitergegeben
   *[other] { $name } hat Ihnen { $count } Tickets für { $event } weitergegeben
}
got = { $count ->
    [one] { $name } hat Ihnen { $count } Ticket weitergegeben. Sie haben jetzt { $held }.
   *[other] { $name } hat Ihnen { $count } Tickets weitergegeben. Sie haben jetzt { $held }.
}
words = { $name } schreibt: { $words }
not-subject = Nicht weitergegeben: { $event }
not = { $count ->
    [one] Das Ticket, das Sie an { $name } weitergeben wollten, behalten Sie.
   *[other] Die { $count } Tickets, die Sie an { $name } weitergeben wollten, behalten Sie.
}
declined = { $name } hat abgelehnt: { $reason }
fewer = So viele Tickets haben Sie nicht mehr.
began = Die Veranstaltung hat begonnen, bevor die Organisation es bestätigt hat.
reopened = Die Veranstaltung wurde wieder geöffnet, das Ergebnis kann sich also noch ändern. Sobald es wieder endgültig ist, können Sie erneut anfragen.
off = Tickets für diese Veranstaltung können nicht mehr weitergegeben werden.
gone = Die Person kann hier keine Tickets mehr bekommen.
asked-title = Bitte um Weitergabe
asked-subject = { $name } möchte Tickets für { $event } weitergeben
asked = { $count ->
    [one] { $from } möchte { $count } Ticket an { $to } weitergeben.
   *[other] { $from } möchte { $count } Tickets an { $to } weitergeben.
}
asked-until = Bitte bestätigen Sie das oder lehnen Sie es ab, bevor die Veranstaltung beginnt.
asked-button = Antworten
