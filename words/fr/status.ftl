open = Ouvert
closed = Fermé
finalized = Définitif
canceled = Annulé
closes-soon = Ferme bientôt
