### An Admin-Personen: dass mit der Website etwas nicht stimmt, oder nicht mehr.

title = Alarm
subject = { $app } braucht Sie
subject-over = { $app }: Entwarnung
heading = Etwas braucht Sie
heading-over = Das ist vorbei
button = Was zu tun ist
small = Sie bekommen das als Admin-Person. Abstellen können Sie diese E-Mails in den Einstellungen.
