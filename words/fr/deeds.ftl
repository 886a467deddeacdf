session-start = S’est connecté
session-end = S’est déconnecté
sign-in-spent-link = A essayé un lien de connexion expiré ou déjà utilisé
sign-in-wrong-code = A saisi un code de connexion erroné
sign-in-left-out = Plus de connexions refusées que notées ici
person-add = A ajouté une personne
person-edit = A modifié une personne
person-import = A importé des personnes d’un tableur
person-rename = A changé son propre nom
person-address = A changé sa propre adresse e-mail
person-address-undo = A annulé un changement de son adresse e-mail
person-first-admin = Est devenu admin (page de configuration ou ligne de commande)
person-make-admin = A été nommé admin (ligne de commande)
person-command-link = Lien de connexion créé (ligne de commande)
person-send-link = A envoyé un lien de connexion à quelqu’un
person-revoke-sessions = A déconnecté quelqu’un partout
event-create = A créé un événement
event-edit = A modifié un événement
event-close = A clos les demandes
event-close-due = Demandes closes automatiquement
event-open-again = A rouvert les demandes
event-finalize = A finalisé un événement
event-reopen = A rouvert un événement définitif
after-return = A rendu des billets
after-settings = A défini ce qui est possible après le résultat
after-hand-out = A remis des places ou des fichiers
after-keep = A annulé une restitution
after-late = A signalé trop tard que des billets ne serviront pas
after-take = A pris des billets proposés
after-decline = A refusé des billets proposés
after-claim = A pris des billets en libre accès
after-guests = A indiqué des noms d’invités
after-came = A noté qui est venu
after-recall = A retiré une proposition
after-give = A donné des billets à quelqu’un
after-offer = A proposé des billets à la main
after-table = A mis des billets en libre accès
after-tickets = A modifié le nombre de billets après le résultat
after-hand = A transmis des billets
after-hand-ask = A demandé à transmettre des billets
after-hand-keep = A renoncé à transmettre des billets
after-hand-decline = A refusé une transmission de billets
event-cancel = A annulé un événement
event-uncancel = A rétabli un événement annulé
event-delete = A mis un événement à la corbeille
event-restore = A sorti un événement de la corbeille
event-purge = Événement définitivement supprimé de la corbeille
event-add-organizer = A ajouté un coorganisateur
event-remove-organizer = A retiré un coorganisateur
event-hand-over = A transféré la propriété d’un événement
event-invite = A prévenu tout le monde d’un événement
season-create = A créé une saison
season-add-steward = A ajouté un responsable de saison
season-remove-steward = A retiré un responsable de saison
request-enter = A fait une demande pour quelqu’un
request-withdraw = A retiré une demande
request-restore = A rétabli une demande
allocation-save = A modifié les attributions
draw-plan = A fixé un tirage
draw-make = A effectué un tirage
draw-put = A appliqué un tirage
draw-take-off = A retiré un tirage appliqué
draw-fill-further = A attribué les billets restants dans l’ordre du tirage
mail-resend = A renvoyé un e-mail
mail-told = A noté que quelqu’un a été prévenu de vive voix
mail-test = A envoyé un e-mail de test
mail-alarms = A activé ou désactivé ses e-mails d’alerte
import-legacy = Ancienne base de données importée
import-made-up = Données de démonstration créées
from-device = Depuis un nouvel appareil, { $way }.
from-known-device = Depuis un appareil connu, { $way }.
way-link = avec le lien d’un e-mail
way-code = avec le code d’un e-mail
way-command = avec un lien du serveur
way-set-up = avec le lien de configuration
devices-ended = { $count ->
    [0] Aucun appareil n’était connecté.
    [one] { $count } appareil a été déconnecté.
   *[other] { $count } appareils ont été déconnectés.
}
as-role = Rôle : { $role }.
looks-like-admin = Le nom ressemble à celui d’un admin.
role-changed = Rôle : { $before } → { $now }.
activated = La personne peut de nouveau se connecter.
deactivated = La personne a été désactivée.
name-changed = Le nom a été modifié.
email-changed = L’adresse e-mail a été modifiée.
imported = Ajouts : { $added }, modifications : { $changed }.
left-out = { $count ->
    [one] { $count } ligne était à corriger.
   *[other] { $count } lignes étaient à corriger.
}
with-tickets = { $count ->
    [one] Avec { $count } billet.
   *[other] Avec { $count } billets.
}
tickets-changed = Billets : { $before } → { $now }.
finalized = { $count ->
    [0] { $given } billets attribués sur { $tickets }. Aucun e-mail.
    [one] { $given } billets attribués sur { $tickets }, { $count } e-mail écrit.
   *[other] { $given } billets attribués sur { $tickets }, { $count } e-mails écrits.
}
finalized-before = { $count ->
    [one] { $given } billets attribués, { $count } e-mail écrit.
   *[other] { $given } billets attribués, { $count } e-mails écrits.
}
reason = Motif : { $reason }
told-people = { $count ->
    [0] Personne n’avait demandé de billets.
    [one] { $count } personne a été prévenue.
   *[other] { $count } personnes ont été prévenues.
}
owner-before = Il appartenait à { $name }.
season = Saison : { $season }.
season-changed = La saison a été changée.
event-gone = Il s’appelait « { $event } ».
way-link-elsewhere = avec le lien d’un e-mail, dans un navigateur qui ne l’avait pas demandé
entered = Pour { $wish }.
changed-wish = De { $before } à { $now }.
had = { $count ->
    [one] La personne avait { $count } billet.
   *[other] La personne avait { $count } billets.
}
set = { $name } : { $given }.
set-undecided = { $name } : de nouveau non décidé.
set-from-draw = { $name } : { $given } (tirage : { $drawn }).
set-more = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}
draw-with = Tirage { $number }, { $rule }.
draw-waits = Tirage { $number }, { $rule }. Il attend le tour { $round } de drand.
rows-changed = { $count ->
    [one] { $count } personne modifiée sur le tableau.
   *[other] { $count } personnes modifiées sur le tableau.
}
more-given = { $count ->
    [one] { $count } billet de plus attribué.
   *[other] { $count } billets de plus attribués.
}
tickets = { $count ->
    [one] { $count } billet.
   *[other] { $count } billets.
}
by-link = Avec le lien d’un e-mail.
guests-named = Noms pour { $named ->
    [one] { $named } billet
   *[other] { $named } billets
} sur { $of }.
tickets-used = { $used ->
    [one] { $used } billet utilisé
   *[other] { $used } billets utilisés
} sur { $of }.
tickets-unsaid = La note sur leur utilisation a été retirée.
tickets-to = { $count ->
    [one] { $count } billet à { $name }.
   *[other] { $count } billets à { $name }.
}
