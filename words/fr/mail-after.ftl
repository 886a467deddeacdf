offer-title = Billets proposés
soon-title = Proposition bientôt terminée
over-title = Proposition terminée
took-title = Billets supplémentaires
returned-title = Billets rendus
table-title = Billets en libre accès
offer-subject = { $count ->
    [one] { $count } billet pour { $event } est à vous si vous le souhaitez
   *[other] { $count } billets pour { $event } sont à vous si vous le souhaitez
}
soon-subject = { $count ->
    [one] Toujours réservé pour vous : { $count } billet pour { $event }
   *[other] Toujours réservés pour vous : { $count } billets pour { $event }
}
offer = { $count ->
    [one] { $count } billet est libre, et c’est votre tour. Il vous est réservé jusqu’au { $until }.
   *[other] { $count } billets sont libres, et c’est votre tour. Ils vous sont réservés jusqu’au { $until }.
}
offer-still = { $count ->
    [one] { $count } billet vous est encore réservé, jusqu’au { $until }.
   *[other] { $count } billets vous sont encore réservés, jusqu’au { $until }.
}
offer-more = Vous en avez { $held }. Avec ceux-ci, vous en auriez { $all }.
offer-else = Sans réponse d’ici là, quelqu’un d’autre pourra les avoir. Un refus ne vous pénalise jamais.
offer-button = Répondre
over-subject = Proposition terminée : { $event }
lapsed = { $count ->
    [one] Le délai de réponse est écoulé : { $count } billet ne vous est plus réservé.
   *[other] Le délai de réponse est écoulé : { $count } billets ne vous sont plus réservés.
}
reopened = { $count ->
    [one] L’événement a été rouvert : le billet ({ $count }) qui vous était réservé n’est plus proposé. Vous recevrez un e-mail dès que le résultat sera de nouveau définitif.
   *[other] L’événement a été rouvert : les { $count } billets qui vous étaient réservés ne sont plus proposés. Vous recevrez un e-mail dès que le résultat sera de nouveau définitif.
}
place-kept = Vous gardez votre place pour un plus grand nombre.
took-subject = { $count ->
    [one] Vous avez maintenant { $count } billet pour { $event }
   *[other] Vous avez maintenant { $count } billets pour { $event }
}
took = { $count ->
    [one] Vous avez pris { $count } billet. Vous en avez maintenant { $held }.
   *[other] Vous avez pris { $count } billets. Vous en avez maintenant { $held }.
}
took-by-link = Si vous n’avez pas appuyé sur le bouton, un filtre de messagerie l’a peut-être fait. Vous pouvez rendre des billets sur la page de l’événement jusqu’au { $until }.
returned-subject = { $count ->
    [one] Vous avez rendu { $count } billet pour { $event }
   *[other] Vous avez rendu { $count } billets pour { $event }
}
returned = { $count ->
    [one] { $count } billet est rendu. Vous en avez maintenant { $held }.
   *[other] { $count } billets sont rendus. Vous en avez maintenant { $held }.
}
returned-for-you = { $name } l’a fait pour vous : { $reason }
returned-next = Merci de laisser quelqu’un d’autre y aller.
table-subject = Des billets pour les plus rapides : { $event }
table = { $limit ->
    [one] Des billets sont en libre accès. Premier arrivé, premier servi : { $limit } par personne.
   *[other] Des billets sont en libre accès. Premier arrivé, premier servi : jusqu’à { $limit } par personne.
}
table-gone = Ils seront peut-être déjà partis quand vous regarderez.
handout-title = Places et fichiers
handout-subject = Vos places ou votre fichier pour { $event }
handout-line = Voici ce qui va avec vos billets :
handout-file = Votre fichier se trouve sur la page de l’événement. Connectez-vous pour le télécharger.
handout-gone-subject = Annulé : vos places et votre fichier pour { $event }
handout-gone = L’organisation a repris ce qu’elle vous avait remis pour cet événement. Vos billets restent à vous.
recalled = { $count ->
    [one] L’organisation a retiré le billet ({ $count }) qui vous était réservé. Raison : { $reason }
   *[other] L’organisation a retiré les { $count } billets qui vous étaient réservés. Raison : { $reason }
}
fewer = { $count ->
    [one] Il y a maintenant moins de billets : le billet ({ $count }) qui vous était réservé n’existe plus. Nous en sommes désolés.
   *[other] Il y a maintenant moins de billets : les { $count } billets qui vous étaient réservés n’existent plus. Nous en sommes désolés.
}
offer-by-hand = { $count ->
    [one] { $count } billet est libre, et l’organisation vous le propose. Il vous est réservé jusqu’au { $until }.
   *[other] { $count } billets sont libres, et l’organisation vous les propose. Ils vous sont réservés jusqu’au { $until }.
}
given = { $count ->
    [one] L’organisation vous a donné { $count } billet. Vous en avez maintenant { $held }.
   *[other] L’organisation vous a donné { $count } billets. Vous en avez maintenant { $held }.
}
given-reason = Raison : { $reason }
back-title = Billets rendus à l’événement
back-subject = Des billets ont été rendus : { $event }
back-returned = { $count ->
    [one] { $count } billet a été rendu.
   *[other] { $count } billets ont été rendus.
}
back-late = { $count ->
    [one] { $count } billet ne servira pas : il est trop tard pour le proposer automatiquement.
   *[other] { $count } billets ne serviront pas : il est trop tard pour les proposer automatiquement.
}
back-offered = { $count ->
    [one] { $count } billet est proposé à quelqu’un en ce moment.
   *[other] { $count } billets sont proposés en ce moment.
}
back-on-table = { $count ->
    [one] { $count } billet est en libre accès, pour les plus rapides.
   *[other] { $count } billets sont en libre accès, pour les plus rapides.
}
left-title = Billets restants
left-subject = { $count ->
    [one] { $count } billet est resté : { $event }
   *[other] { $count } billets sont restés : { $event }
}
left = { $count ->
    [one] L’événement a commencé, et personne n’avait { $count } billet.
   *[other] L’événement a commencé, et personne n’avait { $count } billets.
}
left-late = { $count ->
    [one] Pour { $count } billet, quelqu’un a signalé trop tard qu’il ne servirait pas.
   *[other] Pour { $count } billets, on a signalé trop tard qu’ils ne serviraient pas.
}
