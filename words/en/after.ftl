### After the result: giving tickets back, being offered some, the open table.

give-back = Give back tickets
how-many = How many are you giving back?
next-in-line = They go to the next person in the order of the draw, or on the last day to whoever comes first. You can undo this for a minute.
next-by-hand = The organizer decides who gets them. You can undo this for a minute.
give-back-button = Give back
too-late = It’s too late to ask anyone else. You can still tell the organizer that you won’t use them.
tell-organizer = Tell the organizer
undo = Undo and keep them
offer-title = Offered to you
decline = No, thanks
decline-hint = Saying no never counts against you.
sign-in-to-answer = Sign in to answer
sign-in-why = Some email filters press buttons. So your answer counts only when you’re signed in.
table-title = Open table
table-how-many = How many would you like?
table-take = Take tickets
offer-page = Tickets for you
offer-taken = All yours
offer-declined = You said no
offer-declined-why = Thank you for answering. Someone else can have them now.
offer-ended = This offer has ended
offer-ended-why = The time to answer ran out, or the tickets were taken back.
offer-broken = This link doesn’t work
offer-broken-why = Open the link from your email again, or sign in: what is offered to you is on the event’s page.
see-event = View event
organizer-title = After the result
held = assigned
offered = offered
on-table = on the open table
free = left
no-line = Tickets for this event were assigned by hand, so there’s no order to follow. You decide who gets what comes back, or put it on the open table.
no-line-link = Decide who gets them
for-someone = Give back for someone
for-whom = Who
for-reason = Reason
for-reason-hint = They’ll see it in their email.
number = Tickets
reason-deactivated = can’t sign in
reason-failing = email doesn’t reach them
reason-gone = account deleted
reason-withdrew = request withdrawn
step-end-began = The event has started.
step-end-reopened = The event was reopened. Open offers ended.
step-end-canceled = The event was canceled.
for-name = For { $name }
more = You have { $held } now. With these you’d have { $all }.
until-when = You can give tickets back until { $when }.
holder = { $name } ({ $count })
step-take = { $name } took them.
step-decline = { $name } said no.
step-lapse = { $name } didn’t answer in time.
step-again = Nobody could answer for a while, so { $name } now has until { $until }.
step-recall = The organizer took back the offer to { $name }. Reason: { $reason }
step-leave = { $name } was passed over: { $reason }.
step-reason = Reason: { $reason }
returning = { $count ->
    [one] You’re giving back { $count } ticket. You can undo this for { $seconds } more seconds.
   *[other] You’re giving back { $count } tickets. You can undo this for { $seconds } more seconds.
}
offer = { $count ->
    [one] { $count } ticket is available and held for you until { $until }.
   *[other] { $count } tickets are available and held for you until { $until }.
}
take = { $count ->
    [one] Take { $count } ticket
   *[other] Take { $count } tickets
}
table = { $count ->
    [one] { $count } ticket for whoever comes first.
   *[other] { $count } tickets for whoever comes first.
}
gave-back = { $count ->
    [one] You gave back { $count } ticket.
   *[other] You gave back { $count } tickets.
}
passed-on = { $count ->
    [one] Someone else took { $count } of them.
   *[other] Someone else took { $count } of them.
}
said-late = { $count ->
    [one] You told the organizer that you won’t use { $count } of your tickets.
   *[other] You told the organizer that you won’t use { $count } of your tickets.
}
now-have = { $count ->
    [one] You now have { $count } ticket for { $event }.
   *[other] You now have { $count } tickets for { $event }.
}
step-return = { $count ->
    [one] { $name } gave back { $count }.
   *[other] { $name } gave back { $count }.
}
step-late = { $count ->
    [one] { $name } said too late that { $count } won’t be used.
   *[other] { $name } said too late that { $count } won’t be used.
}
step-offer = { $count ->
    [one] { $count } offered to { $name } until { $until }.
   *[other] { $count } offered to { $name } until { $until }.
}
step-table = { $count ->
    [one] { $count } put on the open table.
   *[other] { $count } put on the open table.
}
step-claim = { $count ->
    [one] { $name } took { $count } from the open table.
   *[other] { $name } took { $count } from the open table.
}
step-hand = { $count ->
    [one] { $name } handed { $count } on to { $to }.
   *[other] { $name } handed { $count } on to { $to }.
}
step-give = { $count ->
    [one] The organizer gave { $count } to { $name }.
   *[other] The organizer gave { $count } to { $name }.
}
step-tickets = { $count ->
    [one] There is now { $count } ticket.
   *[other] There are now { $count } tickets.
}
have = { $count ->
    [0] You have no tickets now.
    [one] You have { $count } ticket.
   *[other] You have { $count } tickets.
}
answer-offer = Answer
