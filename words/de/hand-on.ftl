title = Tickets weitergeben
how-many = Wie viele geben Sie weiter?
to-whom = E-Mail-Adresse der Person
to-whom-hint = Die Adresse, mit der sich die Person hier anmeldet.
line = Eine Zeile dazu (freiwillig)
next-free = Die Person hat sie sofort, und Sie erhalten beide eine E-Mail. Das lässt sich nicht rückgängig machen.
next-confirm = Die Organisation muss das bestätigen. Bis dahin gehören die Tickets weiter Ihnen, und Sie können es sich anders überlegen.
counts = In der Saison zählen weitergegebene Tickets weiterhin als Ihre.
until-when = Bis die Veranstaltung beginnt, können Sie Tickets weitergeben.
button = Weitergeben
ask-button = Weitergabe anfragen
waits = { $count ->
    [one] Sie möchten { $count } Ticket an { $name } weitergeben. Die Organisation muss das bestätigen.
   *[other] Sie möchten { $count } Tickets an { $name } weitergeben. Die Organisation muss das bestätigen.
}
take-back = Doch behalten
handed = { $count ->
    [one] Sie haben { $count } Ticket weitergegeben.
   *[other] Sie haben { $count } Tickets weitergegeben.
}
received = { $count ->
    [one] { $count } Ticket wurde Ihnen weitergegeben.
   *[other] { $count } Tickets wurden Ihnen weitergegeben.
}
asks-title = Weiterzugeben
asks = { $count ->
    [one] { $from } möchte { $count } Ticket an { $to } weitergeben.
   *[other] { $from } möchte { $count } Tickets an { $to } weitergeben.
}
confirm = Bestätigen
confirm-whose = Für { $name } bestätigen
decline = Ablehnen
decline-whose = Für { $name } ablehnen
reason = Grund
reason-hint = { $name } liest ihn in einer E-Mail.
forwarded = Wurde Ihnen dieser Link weitergeleitet? Er ist für { $name }, und was hier angenommen wird, gehört { $name }. Auf der Seite der Veranstaltung lassen sich Tickets an Sie weitergeben.
