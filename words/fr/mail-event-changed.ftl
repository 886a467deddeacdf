title = Événement modifié
subject = Modifié : { $event }
subject-starts = Nouvelle date ou heure : { $event }
subject-open-again = Demandes rouvertes : { $event }
subject-takes-place = A finalement lieu : { $event }
subject-deleted = Supprimé : { $event }
subject-restored = De retour : { $event }
name = Il s’appelait « { $before } » et s’appelle maintenant « { $now } ».
starts = Il commence le { $now }, et non le { $before }.
place = Il a lieu ici : { $now }, et non plus ici : { $before }.
place-new = Il a lieu ici : { $now }.
place-none = Le lieu { $before } n’est plus valable ; aucun autre n’est indiqué.
ends = Il se termine le { $now }.
ends-none = L’heure de fin n’est plus fixée.
closes = Les demandes ferment le { $now }, et non le { $before }.
tickets = { $now ->
    [one] Il y a { $now } billet, et non { $before }.
   *[other] Il y a { $now } billets, et non { $before }.
}
season = Il compte dans la saison « { $now } », et non « { $before } ». Cela change qui est en avance et qui est en retard.
season-none = Il ne compte plus dans aucune saison ; il comptait dans « { $before } ». Cela change qui est en avance et qui est en retard.
season-new = Il compte maintenant dans la saison « { $now } » ; il ne comptait dans aucune. Cela change qui est en avance et qui est en retard.
shown = Ce que les autres voient de votre demande a changé. La page de l’événement dit quoi.
open-again = Les demandes sont rouvertes. La vôtre reste valable ; vous pouvez la modifier ou la retirer.
takes-place = L’annulation est levée : l’événement a lieu. Votre demande reste valable.
deleted = L’événement a été supprimé. Vous n’avez rien à faire.
restored = L’événement avait été supprimé et il est de retour. Votre demande reste valable.
by = Ce changement a été fait par { $by }.
