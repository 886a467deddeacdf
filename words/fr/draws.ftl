rule-even-out-the-season = Équilibrer la saison
rule-lottery = Loterie
rule-first-come = Premier arrivé, premier servi
rule-plain-lottery = Loterie simple
rule-other = { $order }, { $fill }
order-equal = Chances égales
order-entries = Plus de participations pour les personnes restées sans billet
order-behind = Les plus en retard d’abord
order-first-come = Premier arrivé, premier servi
fill-straight = premier choix d’abord
fill-turns = le minimum d’abord, puis le reste
fill-rising = pas à pas
fill-most-people = servir le plus de monde
fill-limit = dans une limite tirée au sort
says-equal = L’ordre est aléatoire. Tout le monde a la même chance.
says-entries = L’ordre est aléatoire, mais les personnes restées sans billet ont plus de participations : le double pour chaque événement de suite sans billet.
says-behind = Les personnes les plus en retard sur leur juste part cette saison passent d’abord. Le sort départage les ex æquo.
says-first-come = La demande la plus ancienne passe d’abord. Le sort départage les ex æquo.
says-straight = Dans cet ordre, chaque personne reçoit le plus grand nombre qu’elle accepte et qui est encore disponible.
says-turns = Dans cet ordre, chaque personne reçoit le plus petit nombre qu’elle accepte. Les billets restants complètent ensuite, dans le même ordre.
says-rising = Dans cet ordre, les personnes qui acceptent 1 billet en reçoivent 1 ; puis celles qui en acceptent 2 passent à 2, et ainsi de suite jusqu’à épuisement des billets.
says-most-people = Les plus petites demandes passent d’abord, pour que le plus de personnes reçoivent quelque chose. Les billets restants complètent ensuite.
says-limit = Chaque personne tire aussi une limite au sort : au moins 2 pour une sur deux, au moins 3 pour une sur trois, et ainsi de suite. Dans l’ordre, chacune reçoit le plus grand nombre qu’elle accepte, dans sa limite, et qui est encore disponible. Les billets restants font ensuite un dernier tour, sans limites.
drand = Un tour de drand
drand-hint = Recommandé : un nombre aléatoire public qui arrive de lui-même dix minutes après la clôture des demandes
typed = Quelque chose à saisir plus tard
typed-hint = Par exemple des numéros de loterie ; vous les saisissez avant le tirage
nothing = Rien
nothing-hint = Il faut croire que la personne qui gère ce site n’a pas regardé
proves-drand = Le tirage utilise un nombre aléatoire public arrivé après que la méthode et tout ce qui est fixé à la main ont été arrêtés, comme le disent les déclarations signées. Si leurs heures sont vraies, personne n’a pu connaître ni orienter le résultat, pas même la personne qui gère ce site avec l’organisation. Quiconque a vu le tirage fixé avant l’arrivée de son nombre sait qu’elles le sont.
proves-typed-after = Le nombre public a été désigné avant la première demande et ne devait être connu qu’après la clôture des demandes. Si c’est le cas, personne n’a pu connaître le résultat avant, pas même la personne qui gère ce site. À vous de comparer s’il a été saisi tel que publié.
proves-typed = Le nombre public a été désigné avant la première demande, mais rien n’annonçait qu’il ne serait connu qu’après la clôture. La personne qui gère ce site a pu le connaître, et le résultat avec lui, plus tôt.
proves-nothing = La personne qui gère ce site aurait pu regarder le code à l’avance ; vous lui faites confiance. Un nombre aléatoire public rend cette confiance inutile.
entries = { $count ->
    [one] { $count } participation
   *[other] { $count } participations
}
behind = { $tickets } en retard
ahead = { $tickets } en avance
fair-share-one = Votre juste part d’un événement, ce sont ses billets divisés par les personnes qui en ont demandé. Tout le monde commence avec une participation ; chaque événement de suite sans billet la double, jusqu’à 64. Seuls comptent les événements qui manquaient de billets.
fair-share-two = Votre juste part d’un événement, ce sont les billets reçus par tous, divisés par les personnes qui en ont demandé pour lui ou pour l’événement précédent. Tout le monde commence avec une participation ; chaque événement de suite sans billet la double, jusqu’à 64. Seuls comptent les événements qui manquaient de billets, et les demandes faites par les personnes elles-mêmes.
beside-names = Les participations comptent dans les tirages pondérés. « En retard » et « en avance » comparent les billets reçus à la juste part, sur les événements qui en manquaient.
share-even = Vous avez eu votre juste part cette saison.
share-behind = { $tickets ->
    [one] Vous avez { $tickets } billet de retard sur votre juste part cette saison.
   *[other] Vous avez { $tickets } billets de retard sur votre juste part cette saison.
}
share-ahead = { $tickets ->
    [one] Vous avez { $tickets } billet d’avance sur votre juste part cette saison.
   *[other] Vous avez { $tickets } billets d’avance sur votre juste part cette saison.
}
missed-out = { $times ->
    [1] Vous êtes resté sans billet la dernière fois : vous auriez { $entries } participations dans un tirage pondéré.
    [2] Vous êtes resté sans billet deux fois de suite : vous auriez { $entries } participations dans un tirage pondéré.
   *[other] Vous êtes resté sans billet { $times } fois de suite : vous auriez { $entries } participations dans un tirage pondéré.
}
would-have = { $entries ->
    [one] Vous auriez { $entries } participation dans un tirage pondéré.
   *[other] Vous auriez { $entries } participations dans un tirage pondéré.
}
chance = { $percent } %
chance-under-one = moins de 1 %
chance-over-99 = plus de 99 %
