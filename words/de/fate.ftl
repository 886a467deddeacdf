place = Platz { $rank } von { $of } in der Verlosung.
place-limited = Platz { $rank } von { $of } in der Verlosung, Obergrenze { $limit }.
limit = Obergrenze { $limit }.
first-choice = { $given } bekommen: erste Wahl.
only-turn = { $left ->
    [0] Nur { $smallest } kam infrage. An dieser Stelle war keines mehr übrig.
    [one] Nur { $smallest } kam infrage. An dieser Stelle war noch { $left } Ticket übrig.
   *[other] Nur { $smallest } kam infrage. An dieser Stelle waren noch { $left } Tickets übrig.
}
only-then = { $left ->
    [0] Nur { $smallest } kam infrage. Zu diesem Zeitpunkt war keines mehr übrig.
    [one] Nur { $smallest } kam infrage. Zu diesem Zeitpunkt war noch { $left } Ticket übrig.
   *[other] Nur { $smallest } kam infrage. Zu diesem Zeitpunkt waren noch { $left } Tickets übrig.
}
only-unlimited = { $left ->
    [0] Nur { $smallest } kam infrage. In der Runde ohne Obergrenzen war keines mehr übrig.
    [one] Nur { $smallest } kam infrage. In der Runde ohne Obergrenzen war noch { $left } Ticket übrig.
   *[other] Nur { $smallest } kam infrage. In der Runde ohne Obergrenzen waren noch { $left } Tickets übrig.
}
least-turn = { $left ->
    [0] Es hätten mindestens { $smallest } sein müssen. An dieser Stelle war keines mehr übrig.
    [one] Es hätten mindestens { $smallest } sein müssen. An dieser Stelle war noch { $left } Ticket übrig.
   *[other] Es hätten mindestens { $smallest } sein müssen. An dieser Stelle waren noch { $left } Tickets übrig.
}
least-then = { $left ->
    [0] Es hätten mindestens { $smallest } sein müssen. Zu diesem Zeitpunkt war keines mehr übrig.
    [one] Es hätten mindestens { $smallest } sein müssen. Zu diesem Zeitpunkt war noch { $left } Ticket übrig.
   *[other] Es hätten mindestens { $smallest } sein müssen. Zu diesem Zeitpunkt waren noch { $left } Tickets übrig.
}
least-unlimited = { $left ->
    [0] Es hätten mindestens { $smallest } sein müssen. In der Runde ohne Obergrenzen war keines mehr übrig.
    [one] Es hätten mindestens { $smallest } sein müssen. In der Runde ohne Obergrenzen war noch { $left } Ticket übrig.
   *[other] Es hätten mindestens { $smallest } sein müssen. In der Runde ohne Obergrenzen waren noch { $left } Tickets übrig.
}
more-then = { $left ->
    [0] { $given } bekommen. Für { $next } hätten es { $more } mehr sein müssen; zu diesem Zeitpunkt war keines mehr übrig.
    [one] { $given } bekommen. Für { $next } hätten es { $more } mehr sein müssen; zu diesem Zeitpunkt war noch { $left } Ticket übrig.
   *[other] { $given } bekommen. Für { $next } hätten es { $more } mehr sein müssen; zu diesem Zeitpunkt waren noch { $left } Tickets übrig.
}
more-unlimited = { $left ->
    [0] { $given } bekommen. Für { $next } hätten es { $more } mehr sein müssen; in der Runde ohne Obergrenzen war keines mehr übrig.
    [one] { $given } bekommen. Für { $next } hätten es { $more } mehr sein müssen; in der Runde ohne Obergrenzen war noch { $left } Ticket übrig.
   *[other] { $given } bekommen. Für { $next } hätten es { $more } mehr sein müssen; in der Runde ohne Obergrenzen waren noch { $left } Tickets übrig.
}
got = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen.
got-first = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen, Ihre erste Wahl.
got-second = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen, Ihre zweite Wahl.
got-third = Sie haben { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
} bekommen, Ihre dritte Wahl.
