### Two events at the same time: what someone has, or is offered, of the other.

held = { $count ->
    [one] At the same time you have { $count } ticket for { $event } ({ $when }).
   *[other] At the same time you have { $count } tickets for { $event } ({ $when }).
}
offered = { $count ->
    [one] At the same time { $count } ticket for { $event } ({ $when }) is held for you, too.
   *[other] At the same time { $count } tickets for { $event } ({ $when }) are held for you, too.
}
