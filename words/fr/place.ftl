### Où a lieu un événement et quand il se termine.

place = Où a-t-il lieu ?
place-hint = Par exemple « Stade, porte B ». Facultatif.
ends = Quand se termine-t-il ?
ends-hint = Facultatif. Les agendas l’affichent.
until = Jusqu’à { $end }
