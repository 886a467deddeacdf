title = Saison : { $name }
seasons = Saisons
furthest-behind = Saison : qui est le plus en retard
so-far = Où en est la saison
count-events = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
count-tickets = { $given } sur { $tickets ->
    [one] { $tickets } billet attribué
   *[other] { $tickets } billets attribués
}
count-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
nothing-yet = Personne n’est encore en avance ni en retard. Cela changera dès que le premier événement de cette saison sera définitif.
empty = Aucun événement dans cette saison pour l’instant.
within = 8 personnes sur 10 sont à { $by ->
    [one] { $by } billet
   *[other] { $by } billets
} au plus de leur juste part.
even = Presque tout le monde a eu sa juste part.
without = { $count ->
    [one] { $count } personne a fait au moins { $often } demandes et n’a rien obtenu.
   *[other] { $count } personnes ont fait au moins { $often } demandes et n’ont rien obtenu.
}
few = Comme il y a très peu de personnes, vous ne voyez ici que vos propres chiffres.
file = Télécharger
file-person = Nom
file-email = E-mail
file-asked = Demandes
file-got = Billets obtenus
file-behind = Billets de retard
file-missed = Sans rien d’affilée
file-entries = Participations

## Ses propres chiffres

own = Vous
own-nothing = Rien ne compte encore pour vous ici : seules comptent les demandes que vous avez faites vous-même et dont vous connaissez le résultat.
own-went = Vous avez fait { $asked ->
    [one] { $asked } demande
   *[other] { $asked } demandes
} et { $got ->
    [0] n’avez pas obtenu de billets.
    [one] obtenu des billets une fois.
   *[other] obtenu des billets { $got } fois.
}
own-behind = Vous avez { $by ->
    [one] { $by } billet
   *[other] { $by } billets
} de retard sur votre juste part.
own-ahead = Vous avez { $by ->
    [one] { $by } billet
   *[other] { $by } billets
} d’avance sur votre juste part.
own-even = Vous avez eu votre juste part.
own-not-used = Notés à l’entrée comme non utilisés : { $unused } sur { $of }. Ils vous sont comptés tout de même.
own-next = La prochaine fois, un tirage selon les justes parts vous placerait avant les personnes moins en retard que vous. Dans un tirage pondéré, vous auriez { $entries ->
    [one] { $entries } participation.
   *[other] { $entries } participations.
}
own-next-plain = La prochaine fois, vous auriez { $entries ->
    [one] { $entries } participation
   *[other] { $entries } participations
} dans un tirage pondéré.
event = Événement
date = Date
wanted = Premier choix
got = Obtenu

## Qui est en avance, qui est en retard

share = En avance et en retard
share-reads = Par rapport à une juste part des billets, sur les événements où ils manquaient. Les plus en retard d’abord.
share-reads-dots = Chaque point est une personne, sans son nom. En ombré : 8 personnes sur 10.
share-label = { $behind ->
    [one] { $behind } personne est
   *[other] { $behind } personnes sont
} en retard sur leur juste part, de { $most-behind } billets au plus. { $ahead ->
    [one] { $ahead } personne est
   *[other] { $ahead } personnes sont
} en avance, de { $most-ahead } billets au plus. { $even ->
    [one] { $even } personne est à égalité.
   *[other] { $even } personnes sont à égalité.
}
by-behind = { $by } de retard
by-ahead = { $by } d’avance
by-even = à égalité
times = { $got } sur { $asked }
between = { $count ->
    [one] … { $count } personne entre les deux …
   *[other] … { $count } personnes entre les deux …
}
person = Personne
balance = En avance ou en retard
went = Billets obtenus
entries = Participations
not-used = Non utilisés
pages-listed = Personnes { $from } à { $to } sur { $count }, les plus en retard d’abord.
balances-from = À partir de
balances-people = Personnes

## Chacun, événement par événement

grid = Événement par événement
grid-reads = Combien de billets chaque personne a obtenus aux derniers événements. Plein : son premier choix. Pâle : un autre nombre. Vide : demande sans billet. Tiret : pas de demande qui compte.
demand = { $times } fois les billets

## Au fil du temps

time = Au fil du temps
time-reads = La ligne est la personne du milieu, la bande contient 8 personnes sur 10. Plus la bande est étroite, plus la saison est juste. Le retard est sous la ligne.
time-label = Après le premier événement, 8 personnes sur 10 se tenaient en { $first } billets ; après le dernier de { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}, en { $last } billets.
letter = { $letter } : { $method }
by-hand = À la main
method = Méthode de tirage
lowest = Le plus en avance (1 sur 10)
middle = Au milieu
highest = Le plus en retard (1 sur 10)
tickets = Billets
requested = Demandés
latest-of = Les { $shown } derniers événements sur { $count }.

## Quelles demandes obtiennent quelque chose

kinds = Accepter moins, est-ce utile ?
kinds-reads = Combien de demandes ont obtenu des billets, selon le nombre le plus grand souhaité. Seuls comptent les événements où les billets manquaient.
kinds-label = Parmi les demandes qui acceptent plusieurs nombres, { $flexible } % ont obtenu des billets ; parmi celles qui n’en acceptent qu’un, { $only } %.
kinds-label-one = { $percent } % des demandes ont obtenu des billets.
only = Seulement { $wanted }
or-fewer = { $wanted } ou moins
percent = { $percent } %
percent-of = { $percent } % sur { $count }
kind = Accepte
asked = Demandes
unused-title = Billets inutilisés
unused-reads = Billets que personne n’avait au début d’un événement, et billets dont quelqu’un a signalé trop tard qu’ils ne serviraient pas.
unused-all = { $unused ->
    [one] { $unused } billet inutilisé
   *[other] { $unused } billets inutilisés
} sur { $tickets }.
