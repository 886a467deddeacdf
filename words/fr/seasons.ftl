title = Saisons
what = Ce qui compte dans une saison modifie les chances de tous. C’est pourquoi seuls ses responsables et les administrateurs peuvent y ajouter des événements, les en retirer ou les rouvrir. Pour commencer une nouvelle saison, nommez-la en créant un événement.
no-stewards = Aucun responsable : administrateurs seulement.
remove = Retirer
remove-whom = Retirer { $name } de « { $season } »
email = Adresse e-mail du nouveau responsable
add = Ajouter comme responsable
