open = Offen
closed = Geschlossen
finalized = Abgeschlossen
canceled = Abgesagt
closes-soon = Schließt bald
