### Aux admins : que quelque chose ne va pas avec le site, ou que c’est passé.

title = Alerte
subject = { $app } a besoin de vous
subject-over = { $app } : tout est rentré dans l’ordre
heading = Quelque chose requiert votre attention
heading-over = C’est passé
button = Voir quoi faire
small = Vous recevez ceci en tant qu’admin. Vous pouvez désactiver ces e-mails dans les paramètres.
