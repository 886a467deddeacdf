### An event is about to begin, to those who hold tickets.

title = Event coming up
subject = Coming up: { $event }
begins = It begins { $when }.
tickets = { $count ->
    [one] You have { $count } ticket.
   *[other] You have { $count } tickets.
}
