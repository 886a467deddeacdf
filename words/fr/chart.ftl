as-table = Afficher le tableau
you = Vous
behind-side = ← en retard
ahead-side = en avance →
dot-is = Chaque point représente jusqu’à { $people } personnes.
