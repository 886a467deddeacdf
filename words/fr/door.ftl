### La liste d’entrée : qui est attendu, avec qui, et qui est venu.

page = Liste d’entrée : { $event }
people = personnes
tickets = billets
used = utilisés
unused = non utilisés
unsaid = non notés
early = À partir du { $when }, vous pourrez noter ici qui est venu.
open = Touchez le nombre de personnes venues. Vous pouvez le modifier jusqu’au { $when }.
over = Les présences ne peuvent plus être notées.
removed = Les noms des invités ont été supprimés 30 jours après l’événement.
search = Rechercher
search-label = Rechercher par nom
search-placeholder = Nom ou nom de l’invité
found = { $found ->
    [one] { $found } personne
   *[other] { $found } personnes
} sur { $people }.
nobody-found = Personne du nom de « { $search } » n’a de billets.
clear = Afficher tout le monde
nobody = Personne n’a de billets.
late = { $count ->
    [one] { $count } ne sera pas utilisé, d’après la personne.
   *[other] { $count } ne seront pas utilisés, d’après la personne.
}
unnamed = sans nom
came = Utilisés : { $came } sur { $held }
here = Est venu
not-here = N’est pas venu
all = Les { $held }
tap = { $label } : { $name }
undo = Annuler
undo-for = Annuler pour { $name }
how-many = { $name } : combien sur { $held } sont venus
set = Enregistrer
edit-names = Modifier les noms
edit-names-of = Modifier les noms pour { $name }
cancel = Annuler
own-unused = Noté comme non utilisé : { $unused } sur { $held }
download = Télécharger
print = Ou imprimez cette page.
name = Nom
email = E-mail
guest = Invité
note = Remarque
file-tickets = Billets
file-ticket = Numéro du billet
file-used = Utilisés
