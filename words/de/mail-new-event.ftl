title = Neue Veranstaltung
subject = Neue Veranstaltung: { $event }
tickets = { $count ->
    [one] Es gibt { $count } Ticket. Fragen Sie es an, wenn Sie hingehen möchten.
   *[other] Es gibt { $count } Tickets. Fragen Sie welche an, wenn Sie hingehen möchten.
}
closes = Anfragen sind bis { $when } möglich.
