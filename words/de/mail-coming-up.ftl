title = Veranstaltung steht bevor
subject = Bald ist es so weit: { $event }
begins = Beginn: { $when }.
tickets = { $count ->
    [one] Sie haben { $count } Ticket.
   *[other] Sie haben { $count } Tickets.
}
