### Ce qui ne va pas avec le site, pour les admins : sur leurs pages et dans un e-mail.

queue = { $minutes ->
    [one] Des e-mails attendent d’être envoyés depuis { $minutes } minute.
   *[other] Des e-mails attendent d’être envoyés depuis { $minutes } minutes.
}
failures = { $count ->
    [one] { $count } e-mail a échoué au cours de la dernière heure.
   *[other] { $count } e-mails ont échoué au cours de la dernière heure.
}
backup = { $hours ->
    [one] La dernière sauvegarde date de { $hours } heure. Il devrait y en avoir une chaque jour.
   *[other] La dernière sauvegarde date de { $hours } heures. Il devrait y en avoir une chaque jour.
}
no-backup = Il n’y a aucune sauvegarde de la base de données. Il devrait y en avoir une chaque jour.
disk = Le disque du serveur est presque plein : il reste { $percent }.
admins = { $count ->
    [one] Les e-mails ne parviennent pas à { $count } admin.
   *[other] Les e-mails ne parviennent pas à { $count } admins.
}
queue-over = Les e-mails partent de nouveau. Aucun n’attend longtemps.
failures-over = Au plus quelques e-mails ont échoué au cours de la dernière heure.
backup-over = Il y a de nouveau une sauvegarde récente.
disk-over = Il y a de nouveau assez de place sur le disque du serveur.
admins-over = Les e-mails parviennent de nouveau à tous les admins.
open = Voir quoi faire
