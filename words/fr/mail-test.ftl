title = E-mail de test
subject = E-mail de test de { $app }
preheader = Si vous pouvez lire ceci, les e-mails fonctionnent.
what = Ceci est un e-mail de test de { $app }. Si vous pouvez lire ceci, les e-mails fonctionnent.
button = Ouvrir le site
small = Vous l’avez envoyé depuis la page Paramètres.
