title = Saisons
what = Was in einer Saison zählt, ändert die Chancen aller in ihr. Deshalb können nur ihre Saisonleitung und Admins Veranstaltungen in sie aufnehmen, herausnehmen oder wieder öffnen. Eine neue Saison beginnen Sie, indem Sie sie beim Erstellen einer Veranstaltung benennen.
no-stewards = Keine Saisonleitung: nur Admins.
remove = Entfernen
remove-whom = { $name } aus „{ $season }“ entfernen
email = E-Mail-Adresse der neuen Person in der Saisonleitung
add = Zur Saisonleitung hinzufügen
