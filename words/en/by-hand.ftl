### After the result: what those who run an event can do by hand.

title = By hand
not-yet = Once the result is final, you can give tickets to someone here, take an offer back, or say that there are more or fewer tickets.
over = The event has started, so there’s nothing left to do by hand.
in-order = What comes back is offered in the order of the draw, without you.
no-order = Tickets for this event were assigned by hand, so no one is automatically next. What comes back waits here until you offer it to someone, give it to someone, or put it on the open table.
offers = Offered now
offer = { $name }: { $count } until { $until }
take-back = Take back …
take-back-whose = Take back what is offered to { $name }
take-back-hint = They’re told, and nothing more is offered to them for this event.
take-back-button = Take back
reason = Reason
reason-hint = They’ll see it in their email. It’s also kept for good, without their name.
next = Who’s next?
next-hint = Everyone here has fewer tickets than they wanted. Those with the fewest come first. They have the usual time to answer.
next-none = No one who asked would take what’s available.
offer-to = { $count ->
    [one] Offer { $count } to { $name } (has { $held })
   *[other] Offer { $count } to { $name } (has { $held })
}
more-people = { $count ->
    [one] and { $count } more person
   *[other] and { $count } more people
}
table-hint = Or let whoever comes first have them. Everyone who can take something gets an email.
open-table = { $count ->
    [one] Put { $count } ticket on the open table
   *[other] Put { $count } tickets on the open table
}
give = Give tickets to someone
left = { $count ->
    [0] No tickets are left to give.
    [one] { $count } ticket is left to give.
   *[other] { $count } tickets are left to give.
}
give-who = Who
give-someone-else = Someone else (type their address)
give-has = { $name } ({ $count })
give-email = Email address of someone else
give-number = Tickets
give-limit = { $limit ->
    [one] One person can request { $limit } here. You can give more.
   *[other] One person can request up to { $limit } here. You can give more.
}
give-button = Give
tickets = How many tickets are there?
tickets-label = Tickets
tickets-hint = { $held ->
    [0] Extra tickets are treated like tickets that came back. If there are fewer, the ones nobody has go first, then those on the open table, then the latest offers.
    [one] Extra tickets are treated like tickets that came back. If there are fewer, the ones nobody has go first, then those on the open table, then the latest offers. Someone has { $held }, so there can’t be fewer than that.
   *[other] Extra tickets are treated like tickets that came back. If there are fewer, the ones nobody has go first, then those on the open table, then the latest offers. People have { $held }, so there can’t be fewer than that.
}
tickets-button = Change number
