none = Pas de billets cette fois. { $people ->
    [one] { $people } personne en a demandé { $requested }
   *[other] { $people } personnes en ont demandé { $requested }
} ; il n’y en avait que { $tickets }.
none-enough = Pas de billets cette fois.
none-by-hand = Pas de billet cette fois. L’organisation l’a décidé à la main. Motif : { $why }
first-choice = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}. C’est votre premier choix !
next-choice = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
} : votre choix suivant après { $before }.
by-hand = Vous avez obtenu { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}. L’organisation a fixé ce nombre ; vous aviez demandé { $wish }.
none-now = Vous n’avez plus de billets pour cet événement.
changed = Vos billets : { $before } avant, { $now } maintenant.
changed-by = Modifié par { $by }. Motif : { $why }
changed-because = Motif : { $why }
no-requests = Aucune demande · { $tickets ->
    [one] { $tickets } billet disponible
   *[other] { $tickets } billets disponibles
}
demand = { $requested ->
    [one] { $requested } demandé
   *[other] { $requested } demandés
} par { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
} · { $tickets ->
    [one] { $tickets } disponible
   *[other] { $tickets } disponibles
}
totals = Satisfaire tous les premiers choix demanderait { $first } billets. Le minimum est de { $smallest }.
