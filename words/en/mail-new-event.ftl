### Tickets for a new event can be requested.

title = New event
subject = New event: { $event }
tickets = { $count ->
    [one] There is { $count } ticket. Request it if you’d like to go.
   *[other] There are { $count } tickets. Request some if you’d like to go.
}
closes = Requests close { $when }.
