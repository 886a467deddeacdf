### After the result: tickets that come back, and who they go to.

offer-title = Tickets offered
soon-title = Offer ends soon
over-title = Offer ended
took-title = More tickets
returned-title = Tickets given back
table-title = Open table
offer-subject = { $count ->
    [one] { $count } ticket for { $event } is yours if you want it
   *[other] { $count } tickets for { $event } are yours if you want them
}
soon-subject = { $count ->
    [one] Still yours if you want it: { $count } ticket for { $event }
   *[other] Still yours if you want them: { $count } tickets for { $event }
}
offer = { $count ->
    [one] { $count } ticket is available, and you’re next in line. It’s held for you until { $until }.
   *[other] { $count } tickets are available, and you’re next in line. They’re held for you until { $until }.
}
offer-still = { $count ->
    [one] { $count } ticket is still held for you, until { $until }.
   *[other] { $count } tickets are still held for you, until { $until }.
}
offer-more = You have { $held } now. With these you’d have { $all }.
offer-else = If you don’t answer by then, someone else can have them. Saying no never counts against you.
offer-button = Answer
over-subject = No longer offered: { $event }
lapsed = { $count ->
    [one] The time to answer ran out, so the { $count } ticket is no longer held for you.
   *[other] The time to answer ran out, so the { $count } tickets are no longer held for you.
}
reopened = { $count ->
    [one] The organizer reopened the event, so the { $count } ticket we held for you is no longer offered. You’ll get an email when the result is final again.
   *[other] The organizer reopened the event, so the { $count } tickets we held for you are no longer offered. You’ll get an email when the result is final again.
}
place-kept = You keep your place in line for an offer of more tickets.
took-subject = { $count ->
    [one] You now have { $count } ticket for { $event }
   *[other] You now have { $count } tickets for { $event }
}
took = { $count ->
    [one] You took { $count } ticket. You now have { $held }.
   *[other] You took { $count } tickets. You now have { $held }.
}
took-by-link = If you didn’t press the button, an email filter may have. You can give tickets back on the event’s page until { $until }.
returned-subject = { $count ->
    [one] You gave back { $count } ticket for { $event }
   *[other] You gave back { $count } tickets for { $event }
}
returned = { $count ->
    [one] { $count } ticket was given back.
   *[other] { $count } tickets were given back.
} { $held ->
    [0] You have none left.
   *[other] You now have { $held }.
}
returned-for-you = { $name } did this for you: { $reason }
returned-next = Thank you for giving someone else the chance to go.
late-subject = { $count ->
    [one] { $count } of your tickets for { $event } won’t be used
   *[other] { $count } of your tickets for { $event } won’t be used
}
late = { $count ->
    [one] It’s noted that { $count } of your tickets won’t be used. It was too late to offer it to anyone else.
   *[other] It’s noted that { $count } of your tickets won’t be used. It was too late to offer them to anyone else.
}
table-subject = Tickets for whoever comes first: { $event }
table = { $limit ->
    [one] Tickets are on the open table. First come, first served: { $limit } per person.
   *[other] Tickets are on the open table. First come, first served: up to { $limit } per person.
}
table-gone = They may be gone by the time you look.
handout-title = Seats and files
handout-subject = Your seats or file for { $event }
handout-line = The details for your tickets are below.
handout-file = Your file is on the event’s page. Sign in to download it.
handout-gone-subject = Taken back: your seats and file for { $event }
handout-gone = The organizer took back what was handed out to you for this event. Your tickets stay yours.
recalled = { $count ->
    [one] The organizer took back the { $count } ticket we held for you. Reason: { $reason }
   *[other] The organizer took back the { $count } tickets we held for you. Reason: { $reason }
}
fewer = { $count ->
    [one] There are fewer tickets now, so the { $count } ticket we held for you is no longer there. We’re sorry.
   *[other] There are fewer tickets now, so the { $count } tickets we held for you are no longer there. We’re sorry.
}
offer-by-hand = { $count ->
    [one] { $count } ticket is available, and the organizer is offering it to you. It’s held for you until { $until }.
   *[other] { $count } tickets are available, and the organizer is offering them to you. They’re held for you until { $until }.
}
given = { $count ->
    [one] The organizer gave you { $count } ticket. You now have { $held }.
   *[other] The organizer gave you { $count } tickets. You now have { $held }.
}
given-reason = Reason: { $reason }

## To those who run the event

back-title = Tickets came back
back-subject = Tickets came back: { $event }
back-returned = { $count ->
    [one] { $count } ticket came back.
   *[other] { $count } tickets came back.
}
back-late = { $count ->
    [one] { $count } ticket won’t be used: it’s too late to offer it to anyone automatically.
   *[other] { $count } tickets won’t be used: it’s too late to offer them to anyone automatically.
}
back-offered = { $count ->
    [one] { $count } ticket is offered to someone now.
   *[other] { $count } tickets are offered to people now.
}
back-on-table = { $count ->
    [one] { $count } ticket is on the open table, for whoever comes first.
   *[other] { $count } tickets are on the open table, for whoever comes first.
}
left-title = Tickets left
left-subject = { $count ->
    [one] { $count } ticket not used: { $event }
   *[other] { $count } tickets not used: { $event }
}
left = { $count ->
    [one] The event started with { $count } ticket that nobody had.
   *[other] The event started with { $count } tickets that nobody had.
}
left-late = { $count ->
    [one] For { $count } ticket, someone said too late that they wouldn’t use it.
   *[other] For { $count } tickets, people said too late that they wouldn’t use them.
}
