held = { $count ->
    [one] À la même heure, vous avez { $count } billet pour { $event } ({ $when }).
   *[other] À la même heure, vous avez { $count } billets pour { $event } ({ $when }).
}
offered = { $count ->
    [one] À la même heure, { $count } billet pour { $event } ({ $when }) vous est aussi réservé.
   *[other] À la même heure, { $count } billets pour { $event } ({ $when }) vous sont aussi réservés.
}
