skip = Aller au contenu
main = Menu principal
accessibility = Accessibilité
home = Accueil
events = Événements
people = Personnes
email = E-mails
account = Compte
