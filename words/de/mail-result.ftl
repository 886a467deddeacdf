title = Ergebnis
changed-title = Geändertes Ergebnis
subject = { $count ->
    [0] { $event }: diesmal keine Tickets
    [one] Sie haben { $count } Ticket bekommen: { $event }
   *[other] Sie haben { $count } Tickets bekommen: { $event }
}
changed-subject = { $count ->
    [0] Geändert: jetzt keine Tickets für { $event } (vorher { $before })
    [one] Geändert: jetzt { $count } Ticket für { $event } (vorher { $before })
   *[other] Geändert: jetzt { $count } Tickets für { $event } (vorher { $before })
}
changed = Ihr Ergebnis hat sich geändert. { $change }
other-date = Datum oder Ort ist nicht mehr so, wie wir es Ihnen mitgeteilt hatten. Bitte beachten Sie die Angaben oben.
