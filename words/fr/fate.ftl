place = N° { $rank } sur { $of } au tirage.
place-limited = N° { $rank } sur { $of } au tirage, plafond { $limit }.
limit = Plafond { $limit }.
first-choice = { $given ->
    [one] { $given } obtenu : premier choix.
   *[other] { $given } obtenus : premier choix.
}
only-turn = { $left ->
    [0] Seul { $smallest } convenait. À ce tour, il n’en restait plus.
    [one] Seul { $smallest } convenait. À ce tour, il restait { $left } billet.
   *[other] Seul { $smallest } convenait. À ce tour, il restait { $left } billets.
}
only-then = { $left ->
    [0] Seul { $smallest } convenait. À ce moment-là, il n’en restait plus.
    [one] Seul { $smallest } convenait. À ce moment-là, il restait { $left } billet.
   *[other] Seul { $smallest } convenait. À ce moment-là, il restait { $left } billets.
}
only-unlimited = { $left ->
    [0] Seul { $smallest } convenait. Dans le tour sans plafond, il n’en restait plus.
    [one] Seul { $smallest } convenait. Dans le tour sans plafond, il restait { $left } billet.
   *[other] Seul { $smallest } convenait. Dans le tour sans plafond, il restait { $left } billets.
}
least-turn = { $left ->
    [0] Il en fallait au moins { $smallest }. À ce tour, il n’en restait plus.
    [one] Il en fallait au moins { $smallest }. À ce tour, il restait { $left } billet.
   *[other] Il en fallait au moins { $smallest }. À ce tour, il restait { $left } billets.
}
least-then = { $left ->
    [0] Il en fallait au moins { $smallest }. À ce moment-là, il n’en restait plus.
    [one] Il en fallait au moins { $smallest }. À ce moment-là, il restait { $left } billet.
   *[other] Il en fallait au moins { $smallest }. À ce moment-là, il restait { $left } billets.
}
least-unlimited = { $left ->
    [0] Il en fallait au moins { $smallest }. Dans le tour sans plafond, il n’en restait plus.
    [one] Il en fallait au moins { $smallest }. Dans le tour sans plafond, il restait { $left } billet.
   *[other] Il en fallait au moins { $smallest }. Dans le tour sans plafond, il restait { $left } billets.
}
more-then = { $left ->
    [0] Obtenus : { $given }. Pour passer à { $next }, il en fallait { $more } de plus ; à ce moment-là, il n’en restait plus.
    [one] Obtenus : { $given }. Pour passer à { $next }, il en fallait { $more } de plus ; à ce moment-là, il restait { $left } billet.
   *[other] Obtenus : { $given }. Pour passer à { $next }, il en fallait { $more } de plus ; à ce moment-là, il restait { $left } billets.
}
more-unlimited = { $left ->
    [0] Obtenus : { $given }. Pour passer à { $next }, il en fallait { $more } de plus ; dans le tour sans plafond, il n’en restait plus.
    [one] Obtenus : { $given }. Pour passer à { $next }, il en fallait { $more } de plus ; dans le tour sans plafond, il restait { $left } billet.
   *[other] Obtenus : { $given }. Pour passer à { $next }, il en fallait { $more } de plus ; dans le tour sans plafond, il restait { $left } billets.
}
got = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}.
got-first = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}, votre premier choix.
got-second = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}, votre deuxième choix.
got-third = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}, votre troisième choix.
