title = Votre saison jusqu’ici
went-nothing = Pas encore de résultats. Seules comptent les demandes que vous avez faites vous-même, une fois le résultat annoncé.
went-none = Vous avez demandé des billets { $times } sans en obtenir jusqu’ici.
went-once = Vous avez demandé des billets une fois et en avez obtenu.
went-always = Vous avez demandé des billets { $times } et en avez obtenu à chaque fois.
went = Vous avez demandé des billets { $times } et en avez obtenu { $got }.
they-nothing = Pas encore de résultats. Seules comptent les demandes faites par la personne elle-même, une fois le résultat annoncé.
they-none = A demandé des billets { $times } sans en obtenir jusqu’ici.
they-once = A demandé des billets une fois et en a obtenu.
they-always = A demandé des billets { $times } et en a obtenu à chaque fois.
they = A demandé des billets { $times } et en a obtenu { $got }.
more-seasons = { $count ->
    [one] … et { $count } autre saison avec des demandes de votre part.
   *[other] … et { $count } autres saisons avec des demandes de votre part.
}
dots = Du plus ancien au plus récent : { $runs }
dots-got = { $count } avec billets
dots-none = { $count } sans
dots-next = { $some }, { $next }
legend = { $full } billets obtenus · { $empty } rien obtenu · du plus ancien au plus récent
