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
button = View your events
