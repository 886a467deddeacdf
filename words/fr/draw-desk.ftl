page = Tirage : { $event }
title = Faire un tirage
title-number = Tirage { $number }
board = Tableau
nothing-to-draw = Il n’y a aucune demande à tirer au sort.
blocked = Le tirage n’est pas encore possible : { $why }
kept = { $count ->
    [one] { $count } personne est fixée à la main et ne changera pas.
   *[other] { $count } personnes sont fixées à la main et ne changeront pas.
}
apply = { $count ->
    [one] Appliquer au tableau ({ $count } changement)
   *[other] Appliquer au tableau ({ $count } changements)
}
undo = Annuler le tirage appliqué
public-page = Voir la page publique
redraw = Refaire le tirage (motif requis)
leftovers = { $count ->
    [one] Attribuer le billet restant ({ $count }) dans l’ordre du tirage
   *[other] Attribuer les { $count } billets restants dans l’ordre du tirage
}
matches = Le tableau correspond au tirage.
changes = Changements au tableau : { $count }
name = Nom
now = Actuel
undecided = non décidé
drawn = Tiré
supply = { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
} pour { $requests ->
    [one] { $requests } demande.
   *[other] { $requests } demandes.
}
supply-left = Billets restants : { $left } sur { $tickets }, pour { $requests ->
    [one] { $requests } demande.
   *[other] { $requests } demandes.
}
typical = Résultat type de chaque méthode, en moyenne sur { $draws } tirages simulés :
typical-all = Résultat type de chaque méthode, personnes fixées à la main comprises, en moyenne sur { $draws } tirages simulés :
method = Méthode de tirage
more = Autres méthodes ({ $count })
people-served = Personnes servies
first-choices = Premiers choix satisfaits
tickets-left = Billets restants
public-number = { $what } (nombre public)
public-number-hint = Saisissez-le exactement comme publié. Il fera partie du tirage et de son procès-verbal public.
reason = Motif du nouveau tirage
reason-hint = Tout le monde peut voir ce motif et les deux tirages. Le précédent est conservé.
run = Faire le tirage
run-number = Faire le tirage { $number }
settle = Fixer le tirage
note = Un tirage ne s’annule pas. Il peut seulement être refait, avec un motif public. Le tableau ne change pas tant que vous ne l’appliquez pas.
note-settle = Fixer le tirage publie la méthode et ce qui est fixé à la main. Le tirage se fait de lui-même un peu plus tard, avec un nombre aléatoire public que personne ne connaît encore. Il ne s’annule pas ; il peut seulement être refait, avec un motif public.
chances = Chance de chaque personne de recevoir des billets
requested = Demandé
by-hand = fixé à la main
settled = Le tirage { $number } est fixé
comes = Il se fait de lui-même avec le tour { $round } de drand, qui arrive : { $when }. Cette page se recharge.
comes-not-fetched = Il attend le tour { $round } de drand, qui arrive : { $when }. Ce site ne va pas le chercher lui-même.
overdue = Le tour { $round } de drand est arrivé ({ $when }), mais ce site n’a pas pu le récupérer. Il continue d’essayer.
being-made = Le tour { $round } de drand est là ({ $when }). Le tirage est en cours.
is-here = Le tour { $round } de drand est là ({ $when }).
bring = Vous pouvez aussi apporter le nombre vous-même. Ouvrez { $link } sur n’importe quel appareil et collez tout ce qui s’affiche. C’est vérifié ici : un autre nombre n’est pas accepté.
once-here = Dès qu’il est là, ouvrez { $link } sur n’importe quel appareil et collez tout ce qui s’affiche. C’est vérifié ici : un autre nombre n’est pas accepté.
shows = Ce que la page affiche
make = Faire le tirage
