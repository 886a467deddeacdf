title = À la main
not-yet = Une fois le résultat définitif, vous pourrez ici donner des billets à quelqu’un, retirer une proposition, ou indiquer qu’il y a plus ou moins de billets.
over = L’événement a commencé : il n’y a plus rien à faire à la main.
in-order = Ce qui est rendu est proposé dans l’ordre du tirage, sans votre intervention.
no-order = Les billets de cet événement ont été attribués à la main : personne n’est automatiquement le suivant. Ce qui est rendu attend ici que vous le proposiez à quelqu’un, le donniez à quelqu’un ou le mettiez en libre accès.
offers = Proposé en ce moment
offer = { $name } : { $count } jusqu’au { $until }
take-back = Retirer…
take-back-whose = Retirer ce qui est proposé à { $name }
take-back-hint = La personne en est informée, et plus rien ne lui est proposé pour cet événement.
take-back-button = Retirer
reason = Motif
reason-hint = La personne le trouvera dans son e-mail. Il est aussi conservé durablement, sans son nom.
next = À qui le tour ?
next-hint = Toutes ces personnes ont moins de billets qu’elles n’en voulaient. Celles qui en ont le moins viennent en premier. Elles ont le délai de réponse habituel.
next-none = Parmi les personnes qui ont fait une demande, aucune ne prendrait ce qui est libre.
offer-to = { $count ->
    [one] En proposer { $count } à { $name } (en a { $held })
   *[other] En proposer { $count } à { $name } (en a { $held })
}
more-people = { $count ->
    [one] et { $count } autre personne
   *[other] et { $count } autres personnes
}
table-hint = Ou laissez-les aux plus rapides. Ceux qui peuvent en prendre reçoivent un e-mail.
open-table = { $count ->
    [one] Mettre { $count } billet en libre accès
   *[other] Mettre { $count } billets en libre accès
}
give = Donner des billets à quelqu’un
left = { $count ->
    [0] Il n’y a plus de billets à donner.
    [one] Il reste { $count } billet à donner.
   *[other] Il reste { $count } billets à donner.
}
give-who = Qui
give-someone-else = Quelqu’un d’autre (saisir son adresse)
give-has = { $name } ({ $count })
give-email = Adresse e-mail de quelqu’un d’autre
give-number = Billets
give-limit = { $limit ->
    [one] Une personne peut en demander { $limit } ici. Vous pouvez en donner plus.
   *[other] Une personne peut en demander jusqu’à { $limit } ici. Vous pouvez en donner plus.
}
give-button = Donner
tickets = Combien y a-t-il de billets ?
tickets-label = Billets
tickets-hint = { $held ->
    [0] Les billets ajoutés suivent le même chemin que les billets rendus. S’il y en a moins, partent d’abord ceux que personne n’a, puis ceux en libre accès, puis les dernières propositions.
    [one] Les billets ajoutés suivent le même chemin que les billets rendus. S’il y en a moins, partent d’abord ceux que personne n’a, puis ceux en libre accès, puis les dernières propositions. { $held } est attribué : il ne peut pas y en avoir moins.
   *[other] Les billets ajoutés suivent le même chemin que les billets rendus. S’il y en a moins, partent d’abord ceux que personne n’a, puis ceux en libre accès, puis les dernières propositions. { $held } sont attribués : il ne peut pas y en avoir moins.
}
tickets-button = Changer le nombre
