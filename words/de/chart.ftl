as-table = Als Tabelle zeigen
you = Sie
behind-side = ← zurück
ahead-side = voraus →
dot-is = Jeder Punkt steht für bis zu { $people } Personen.
