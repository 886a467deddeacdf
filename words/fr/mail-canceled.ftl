title = Événement annulé
subject = Annulé : { $event }
what = Cet événement est annulé. Vous n’avez rien à faire.
