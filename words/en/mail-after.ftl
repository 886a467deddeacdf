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
    [one] { $count } ticket came back, and you’re next in line. It’s held for you until { $until }.
   *[other] { $count } tickets came back, and you’re next in line. They’re held for you until { $until }.
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
place-kept = You keep your place in line for a larger number.
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
    [one] { $count } ticket is given back. You now have { $held }.
   *[other] { $count } tickets are given back. You now have { $held }.
}
returned-for-you = { $name } did this for you: { $reason }
returned-next = Thank you for letting someone else go.
table-subject = Tickets for whoever comes first: { $event }
table = { $limit ->
    [one] Tickets came back and are on the open table. The first to take one has it: { $limit } per person.
   *[other] Tickets came back and are on the open table. The first to take them have them: up to { $limit } per person.
}
table-gone = They may be gone by the time you look.
handout-title = Seats and files
handout-subject = Your seats or file for { $event }
handout-line = This is what belongs to your tickets:
handout-file = Your file is on the event’s page. Sign in to download it.
handout-gone-subject = No longer: your seats and file for { $event }
handout-gone = The organizer took back what was handed out to you for this event. Your tickets stay yours.
