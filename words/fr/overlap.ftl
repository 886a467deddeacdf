held = { $count ->
    [one] Au même moment, vous avez { $count } billet pour { $event } ({ $when }).
   *[other] Au même moment, vous avez { $count } billets pour { $event } ({ $when }).
}
offered = { $count ->
    [one] Au même moment, { $count } billet pour { $event } ({ $when }) vous est aussi réservé.
   *[other] Au même moment, { $count } billets pour { $event } ({ $when }) vous sont aussi réservés.
}
