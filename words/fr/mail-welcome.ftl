title = E-mail de bienvenue
subject = Bienvenue sur { $app }
preheader = Votre lien de connexion fonctionne une fois, pendant 3 jours.
what = Vous avez été ajouté(e) à { $app }, où vous pouvez demander des billets pour les prochains événements et voir ce que vous avez obtenu.
how = Pas besoin de mot de passe. Ce lien vous connecte une fois et reste valable 3 jours. Ensuite, saisissez votre adresse e-mail sur la page de connexion : nous vous enverrons un code.
button = Se connecter
unexpected = Vous ne vous y attendiez pas ? Ignorez cet e-mail.
code = Vous aurez besoin de ce code pour vous connecter :
