### What someone got, and how many wanted how many.

none = No tickets this time. { $people ->
    [one] { $people } person requested
   *[other] { $people } people requested
} { $requested }; { $tickets ->
    [one] only { $tickets } was available.
   *[other] only { $tickets } were available.
}
none-enough = No tickets this time.
none-by-hand = No tickets this time. The organizer set this by hand. Reason: { $why }
first-choice = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}. That’s your first choice!
next-choice = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}: your next choice after { $before }.
by-hand = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}. The organizer set this number; you requested { $wish }.
none-now = You no longer have tickets for this event.

## Another number than before

changed = Your tickets changed from { $before } to { $now }.
changed-by = { $by } changed it. Reason: { $why }
changed-because = Reason: { $why }

## Everyone’s requests

no-requests = No requests yet · { $tickets ->
    [one] { $tickets } ticket available
   *[other] { $tickets } tickets available
}
demand = { $requested } requested by { $people ->
    [one] { $people } person
   *[other] { $people } people
} · { $tickets } available
totals = Everyone’s first choice would take { $first } in all. The bare minimum is { $smallest }.
