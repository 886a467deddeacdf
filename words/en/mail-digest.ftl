### What happened on the events that someone runs, once a day.

title = Daily summary
subject = { $count ->
    [one] { $count } event of yours has news · { $app }
   *[other] { $count } events of yours have news · { $app }
}
heading = What’s new on your events
happened = { $event }: { $counts }.
and-closes = { $event }: { $counts }. Requests close today: { $when }.
only-closes = { $event }: Requests close today: { $when }.
new = { $count ->
    [one] { $count } new request
   *[other] { $count } new requests
}
changed = { $count ->
    [one] { $count } changed request
   *[other] { $count } changed requests
}
withdrawn = { $count ->
    [one] { $count } withdrawn request
   *[other] { $count } withdrawn requests
}
failed = { $count ->
    [one] { $count } email that couldn’t be delivered
   *[other] { $count } emails that couldn’t be delivered
}
returned = { $count ->
    [one] { $count } ticket given back
   *[other] { $count } tickets given back
}
offered = { $count ->
    [one] { $count } ticket offered to the next person
   *[other] { $count } tickets offered to whoever was next
}
taken = { $count ->
    [one] { $count } ticket taken
   *[other] { $count } tickets taken
}
tabled = { $count ->
    [one] { $count } ticket put on the open table
   *[other] { $count } tickets put on the open table
}
handings = { $count ->
    [one] { $count } request to hand on tickets
   *[other] { $count } requests to hand on tickets
}
button = View your events
