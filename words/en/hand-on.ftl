### Handing tickets on to a colleague: who does it, and who confirms it.

title = Hand on tickets
how-many = How many are you handing on?
to-whom = Email address of your colleague
to-whom-hint = The one they sign in with here.
line = A line to them (optional)
next-free = They have them at once, and you both get an email. You can’t undo this.
next-confirm = An organizer has to confirm this. Until then the tickets stay yours, and you can change your mind.
counts = In the season, tickets you hand on still count as yours.
until-when = You can hand on tickets until the event starts.
button = Hand on
ask-button = Ask to hand on
waits = { $count ->
    [one] You asked to hand on { $count } ticket to { $name }. An organizer has to confirm it.
   *[other] You asked to hand on { $count } tickets to { $name }. An organizer has to confirm it.
}
take-back = Keep them
handed = { $count ->
    [one] You handed on { $count } ticket.
   *[other] You handed on { $count } tickets.
}
received = { $count ->
    [one] Someone handed { $count } ticket on to you.
   *[other] Someone handed { $count } tickets on to you.
}
asks-title = To be handed on
asks = { $count ->
    [one] { $from } asks to hand on { $count } ticket to { $to }.
   *[other] { $from } asks to hand on { $count } tickets to { $to }.
}
confirm = Confirm
confirm-whose = Confirm for { $name }
decline = Decline
decline-whose = Decline for { $name }
reason = Reason
reason-hint = { $name } will see it in an email.
forwarded = Did someone forward this link to you? It’s for { $name }, and what’s taken here is theirs. They can hand tickets on to you on the event’s page.
