none = Diesmal keine Tickets. { $people ->
    [one] { $people } Person hat { $requested } angefragt
   *[other] { $people } Personen haben { $requested } angefragt
}; es gab nur { $tickets }.
none-enough = Diesmal keine Tickets.
none-by-hand = Diesmal keine Tickets. Das wurde von Hand festgelegt. Grund: { $why }
first-choice = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen. Das ist Ihre erste Wahl!
next-choice = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen: Ihre nächste Wahl nach { $before }.
by-hand = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen. Diese Zahl hat die Organisation festgelegt; angefragt hatten Sie { $wish }.
none-now = Sie haben für diese Veranstaltung keine Tickets mehr.
changed = Ihre Tickets: bisher { $before }, jetzt { $now }.
changed-by = { $by } hat das geändert. Grund: { $why }
changed-because = Grund: { $why }
no-requests = Noch keine Anfragen · { $tickets ->
    [one] { $tickets } Ticket verfügbar
   *[other] { $tickets } Tickets verfügbar
}
demand = { $requested } angefragt von { $people ->
    [one] { $people } Person
   *[other] { $people } Personen
} · { $tickets } verfügbar
totals = Bekämen alle ihre erste Wahl, wären es { $first }. Das Mindeste sind { $smallest }.
