held = { $count ->
    [one] Zur gleichen Zeit haben Sie { $count } Ticket für { $event } ({ $when }).
   *[other] Zur gleichen Zeit haben Sie { $count } Tickets für { $event } ({ $when }).
}
offered = { $count ->
    [one] Zur gleichen Zeit ist auch { $count } Ticket für { $event } ({ $when }) für Sie reserviert.
   *[other] Zur gleichen Zeit sind auch { $count } Tickets für { $event } ({ $when }) für Sie reserviert.
}
