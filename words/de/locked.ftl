title = Diese Veranstaltung ist abgeschlossen
results = Ergebnisliste ansehen
event = Zur Veranstaltung
