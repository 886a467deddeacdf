### Seats and files for those who have tickets.

title = Places et fichiers
link = Places et fichiers
what = Une ligne ou un PDF pour chaque personne qui a des billets. Elle les voit avec son résultat une fois connectée, et reçoit un e-mail en cas de nouveauté ou de changement.
files = Fichiers pour plusieurs personnes
files-hint = Des PDF, jusqu’à { $megabytes } Mo chacun et 30 Mo à la fois. Un fichier est à la personne dont le nom ou l’adresse e-mail figure dans son nom : « Asha Rao.pdf ».
nobody = Personne n’a de billets pour cet événement.
remove = Supprimer ce fichier
line = Places
line-of = Places de { $name }
file = PDF
file-of = PDF de { $name }
save = Enregistrer
cancel = Annuler
tickets = { $count ->
    [one] { $count } billet
   *[other] { $count } billets
}
for-another-number = { $was ->
    [one] Remis pour { $was } billet. La personne en a maintenant { $now }.
   *[other] Remis pour { $was } billets. La personne en a maintenant { $now }.
}
size = { $kilobytes } ko
paste = Places depuis un tableur
pasted = Places
pasted-hint = Une ligne par personne : nom ou adresse e-mail, une tabulation ou un point-virgule, puis les places.
