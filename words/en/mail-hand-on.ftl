### Tickets that someone hands on to a colleague: to both, and where it comes to nothing.

title = Tickets handed on
not-title = Tickets not handed on
gave-subject = { $count ->
    [one] You handed on { $count } ticket for { $event }
   *[other] You handed on { $count } tickets for { $event }
}
gave = { $count ->
    [one] { $name } has { $count } of your tickets now.
   *[other] { $name } has { $count } of your tickets now.
} { $held ->
    [0] You have none left.
   *[other] You have { $held } left.
}
counts = In the season, tickets you hand on still count as yours.
got-subject = { $count ->
    [one] { $name } handed { $count } ticket for { $event } on to you
   *[other] { $name } handed { $count } tickets for { $event } on to you
}
got = { $count ->
    [one] { $name } handed { $count } ticket on to you. You now have { $held }.
   *[other] { $name } handed { $count } tickets on to you. You now have { $held }.
}
words = { $name } writes: { $words }
not-subject = Not handed on: { $event }
not = { $count ->
    [one] The { $count } ticket you wanted to hand on to { $name } stays yours.
   *[other] The { $count } tickets you wanted to hand on to { $name } stay yours.
}
declined = { $name } said no: { $reason }
fewer = You no longer have that many tickets.
began = The event started before an organizer confirmed it.
reopened = The organizer reopened the event, so the result may still change. Once it’s final again, you can ask again.
off = Tickets for this event can’t be handed on anymore.
gone = They can’t get tickets here anymore.
asked-title = Asks to hand on tickets
asked-subject = { $name } asks to hand on tickets for { $event }
asked = { $count ->
    [one] { $from } asks to hand on { $count } ticket to { $to }.
   *[other] { $from } asks to hand on { $count } tickets to { $to }.
}
asked-until = Please confirm or decline before the event starts.
asked-button = Answer
