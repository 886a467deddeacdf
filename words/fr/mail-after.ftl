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
    [one] L’événement a été rouvert : le billet qui vous était réservé n’est plus proposé. Vous recevrez un e-mail dès que le résultat sera de nouveau définitif.
   *[other] L’événement a été rouvert : les { $count } billets qui vous étaient réservés ne sont plus proposés. Vous recevrez un e-mail dès que le résultat sera de nouveau définitif.
}
place-kept = Vous gardez votre place : une proposition portant sur plus de billets reste possible.
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
    [one] { $count } billet a été rendu.
   *[other] { $count } billets ont été rendus.
} { $held ->
    [0] Vous n’en avez plus.
   *[other] Vous en avez maintenant { $held }.
}
returned-for-you = { $name } l’a fait pour vous : { $reason }
returned-next = Merci de laisser quelqu’un d’autre y aller.
late-subject = { $count ->
    [one] { $count } de vos billets pour { $event } ne servira pas
   *[other] { $count } de vos billets pour { $event } ne serviront pas
}
late = { $count ->
    [one] C’est noté : { $count } de vos billets ne sera pas utilisé. Il était trop tard pour le proposer à quelqu’un d’autre.
   *[other] C’est noté : { $count } de vos billets ne seront pas utilisés. Il était trop tard pour les proposer à quelqu’un d’autre.
}
table-subject = Des billets pour les plus rapides : { $event }
table = { $limit ->
    [one] Des billets sont en libre accès. Premier arrivé, premier servi : { $limit } par personne.
   *[other] Des billets sont en libre accès. Premier arrivé, premier servi : jusqu’à { $limit } par personne.
}
table-gone = Ils seront peut-être déjà partis quand vous regarderez.
handout-title = Places et fichiers
handout-subject = Vos places ou votre fichier pour { $event }
handout-line = Les précisions sur vos billets sont plus bas.
handout-file = Votre fichier se trouve sur la page de l’événement. Connectez-vous pour le télécharger.
handout-gone-subject = Repris : vos places et votre fichier pour { $event }
handout-gone = L’organisation a repris ce qu’elle vous avait remis pour cet événement. Vos billets restent à vous.
recalled = { $count ->
    [one] L’organisation a retiré le billet qui vous était réservé. Motif : { $reason }
   *[other] L’organisation a retiré les { $count } billets qui vous étaient réservés. Motif : { $reason }
}
fewer = { $count ->
    [one] Il y a maintenant moins de billets : celui qui vous était réservé n’existe plus. Nous en sommes désolés.
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
given-reason = Motif : { $reason }
back-title = Retours de billets
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
    [one] { $count } billet inutilisé : { $event }
   *[other] { $count } billets inutilisés : { $event }
}
left = { $count ->
    [one] L’événement a commencé avec { $count } billet qui n’était à personne.
   *[other] L’événement a commencé avec { $count } billets qui n’étaient à personne.
}
left-late = { $count ->
    [one] Pour { $count } billet, quelqu’un a signalé trop tard qu’il ne servirait pas.
   *[other] Pour { $count } billets, on a signalé trop tard qu’ils ne serviraient pas.
}
