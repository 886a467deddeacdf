title = Cet événement est définitif
results = Voir la liste des résultats
event = Aller à l’événement
