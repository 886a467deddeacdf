page = Tirage : { $event }
title-drawn = { $tickets ->
    [one] Le tirage de { $tickets } billet
   *[other] Le tirage de { $tickets } billets
}
title-number = Le tirage { $number } est fait
title-none = Pas de tirage
title-to-come = Comment se passe le tirage
ways = Après la clôture des demandes, l’organisation peut attribuer une partie des billets à la main et tirer le reste au sort. Il y a trois méthodes courantes :
no-season = Cet événement est hors saison : rien des autres événements ne compte dans son tirage.
counts-so-far = Ce qui compte pour vous pour le moment
method = { $name }.
redrawn = Le tirage { $number } a remplacé le tirage { $before }. Motif : { $reason }
sealed = Le code scellé du tirage est publié. À la clôture des demandes ({ $when }), la liste est figée et son empreinte est publiée aussi.
not-sealed = À la clôture des demandes ({ $when }), la liste est figée et son empreinte est publiée.
open-again = Le tirage { $number } est fait, mais les demandes sont rouvertes (jusqu’à : { $when }). Ce qui est nouveau ou modifié demande un autre tirage.
settled = Les demandes sont figées et le tirage est fixé : { $method }. Il se fait avec un nombre aléatoire public qui arrive : { $when }.
closed = Les demandes sont closes.
frozen = Les demandes sont figées. Il n’y a pas encore de tirage.
drawn-runs = Les demandes sont figées. Le tirage { $number } est fait. Les autres verront les résultats quand l’événement sera finalisé.
drawn = Les demandes sont figées. Le tirage { $number } est fait. Les résultats apparaîtront ici quand l’organisation finalisera l’événement.
without-draw = Les billets ont été attribués sans tirage.
canceled = Cet événement a été annulé.
assured = Le tirage ne peut pas être supprimé, et toute modification est affichée avec un motif.
your-result = Votre résultat
you-removed = L’organisation a supprimé votre demande.
you-withdrew = Vous avez retiré votre demande.
you-none = Pas de billets cette fois-ci.
your-place = Vous étiez nº { $place } sur { $of }. Pas de billets cette fois-ci.
your-place-ran-out = Vous étiez nº { $place } sur { $of }. Les billets se sont épuisés au nº { $last }.
your-place-ran-out-draw = Vous étiez nº { $place } sur { $of }. Dans le tirage, les billets se sont épuisés au nº { $last }.
your-place-too-few = Vous étiez nº { $place } sur { $of }. Après le nº { $last }, il restait trop peu de billets.
your-place-too-few-draw = Vous étiez nº { $place } sur { $of }. Dans le tirage, il restait trop peu de billets après le nº { $last }.
next-time = Vous êtes resté sans billet cette fois-ci ; cela compte en votre faveur au prochain tirage de la saison.
see-my-place = Voir ma place
order = Ordre du tirage
only-organizers = Seule l’organisation peut voir cette liste.
only-organizers-yet = Seule l’organisation peut voir cette liste tant que l’événement n’est pas finalisé.
more = { $count } de plus dans le procès-verbal du tirage.
left-over = { $count ->
    [one] { $count } billet restant après le tirage.
   *[other] { $count } billets restants après le tirage.
}
ran-out = Plus aucun billet à partir d’ici
ran-out-draw = Dans le tirage, plus aucun billet à partir d’ici
too-few = Trop peu de billets à partir d’ici
too-few-draw = Dans le tirage, trop peu de billets à partir d’ici
name-you = { $name } (vous)
you = Vous
removed = supprimée
withdrew = retirée
tickets = { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}
requested = Demandé : { $numbers }.
left = Reste { $left }.
left-of = Billets restants : { $left } sur { $all }
set-by-hand = Fixé à la main avant le tirage.
set-by-hand-reason = Fixé à la main : { $reason }
removed-after = Supprimée par l’organisation après le tirage : { $reason }
withdrew-after = { $count ->
    [one] Retirée après le tirage ; { $count } billet rendu.
   *[other] Retirée après le tirage ; { $count } billets rendus.
}
then-further = Tiré : { $drawn }, puis { $now } quand le reste a été attribué dans le même ordre.
then-moved = Tiré : { $drawn }. Maintenant { $now }, depuis que des billets ont été rendus ou transmis.
then-by-hand = Tiré : { $drawn } ; fixé à la main : { $reason }
verify = Vérifier ce tirage
no-scripts = Activez JavaScript pour vérifier le tirage ici d’un seul geste, ou téléchargez le procès-verbal et lancez la commande ci-dessous.
download = Télécharger le procès-verbal
files = Vérifier des fichiers enregistrés, ou avec votre propre logiciel
files-label = Procès-verbaux et fichiers de déclarations
command = Sur votre ordinateur : { $command }
format = Le format est documenté, et un second programme de 200 lignes accompagne le code source.
served = { $got ->
    [one] { $got } personne sur { $all } a reçu des billets.
   *[other] { $got } personnes sur { $all } ont reçu des billets.
}
