## Champs

missing = Veuillez remplir ce champ.
reason-alone = Un motif ne va qu’avec un autre nombre. Saisissez ce nombre à côté, ou effacez le motif.
two-numbers = { $chosen } est choisi et { $typed } est saisi. Effacez celui qui est de trop.
two-numbers-undecided = { $typed } est saisi et « non décidé » est choisi. Effacez l’un des deux.
nothing-to-read = Il n’y a rien à lire dans « { $seen } ». Mettez au moins une lettre ou un chiffre.
too-long = Cela fait { $seen } caractères. Le maximum est de { $max }.
control-character = Retirez les sauts de ligne et les caractères invisibles. Utilisez des lettres, des chiffres et de la ponctuation.
not-a-number = « { $seen } » n’est pas un nombre entier.
out-of-range = Saisissez un nombre de { $min } à { $max }, pas { $seen }.
not-a-choice = « { $seen } » n’est pas proposé. Choisissez parmi : { $accepted }.
not-an-address = « { $seen } » n’est pas une adresse e-mail valide. Elle doit ressembler à nom@example.com.
address-taken = Quelqu’un d’autre utilise déjà cette adresse e-mail.
own-address = C’est déjà votre adresse e-mail.
oneself = C’est votre propre adresse e-mail. Saisissez celle de l’autre personne.
unknown-zone = « { $seen } » n’est pas un fuseau horaire connu. Essayez Europe/Paris ou America/Montreal.
not-a-time = « { $seen } » n’est pas une date avec une heure. Utilisez ce format : 2026-12-06T15:00.
not-a-day = « { $seen } » n’est pas une date. Utilisez ce format : 2026-12-06.
time-skipped = { $seen } n’existe pas à { $zone }, car l’heure avance. Choisissez une heure plus tôt ou plus tard.
time-twice = { $seen } arrive deux fois à { $zone }, car l’heure recule. Choisissez une heure plus tôt ou plus tard.
closes-after-start = Les demandes doivent se terminer avant le début de l’événement.
after-the-start = Cela doit être avant le début de l’événement.
not-a-pdf = « { $seen } » n’est pas un fichier PDF complet.
file-too-large = « { $seen } » dépasse { $megabytes } Mo.
files-too-large = Les fichiers d’un événement peuvent faire { $megabytes } Mo en tout. Rien n’a été enregistré.
too-many-files = Cela fait { $seen } fichiers. Choisissez-en { $max } au plus à la fois.
ends-at-odd-time = La fin doit suivre le début, de 31 jours au plus.
one-space = Mettez une seule espace entre les mots.
not-plain = « { $seen } » ne peut pas être comparé lettre par lettre. Utilisez les lettres a–z, des chiffres et de la ponctuation.
too-far-ahead = { $seen } est trop loin. Choisissez une date dans les dix prochaines années, au plus tard { $latest }.
in-the-past = Ce moment est passé. Choisissez une date à venir.
no-number = Choisissez au moins un nombre.
number-twice = { $seen } figure deux fois. Retirez-en un.
too-many-numbers = Choisissez au plus { $max } nombres différents.
over-given = C’est { $over } de trop : { $given } attribués pour { $tickets } disponibles. Rien n’a été enregistré.
needs-reason = La demande accepte { $accepted } ou rien, pas { $given }. Indiquez une raison pour attribuer { $given } quand même.
needs-override-reason = Le tirage a donné { $drawn }. Indiquez une raison pour attribuer { $given } à la place. Tout le monde peut la voir.
not-named-before = Cet événement n’a pas de nombre public, on ne peut pas en ajouter maintenant.
named-too-late = Quelqu’un a déjà demandé des billets. Ce qui entre dans le tirage doit être choisi avant la première demande.
nothing-is-typed = Choisissez « Quelque chose de saisi plus tard » ou laissez ce champ vide.
known-too-soon = Cela ne doit être connu qu’après la fin des demandes, sinon cela pourrait les influencer.
not-a-signature = « { $seen } » n’est pas la signature d’un tour : 96 caractères 0–9 et a–f, ou tout ce que montre la page du tour.
not-of-this-round = Ce n’est pas la signature de drand pour le tour { $round }.
other-round = C’est le tour { $seen }. Le tirage attend le tour { $round }.
no-such-person = Choisissez une personne active.
two-people = Choisissez une personne ou saisissez une adresse, pas les deux.
nobody-there = Personne ici n’a l’adresse e-mail { $seen }.
no-such-season = Choisissez une saison dans la liste.
not-your-season = Seuls les responsables de cette saison et les admins peuvent y ajouter ou en retirer des événements. Choisissez une autre saison ou demandez-leur.
already-steward = Cette personne est déjà responsable de cette saison.
already-organizer = Cette personne organise déjà.
cannot-organize = Seuls les organisateurs et les admins peuvent gérer des événements. Un admin peut changer le rôle.
no-such-request = Cette demande n’existe plus. Elle a peut-être été retirée.
not-a-code = Saisissez le code à 8 chiffres reçu par e-mail, par exemple 1234 5678.
beyond-tickets = { $tickets ->
    [0] Il n’y a pas de billet pour ce nom. Videz cette ligne.
    [one] Il n’y a que { $tickets } billet. Videz cette ligne.
   *[other] Il n’y a que { $tickets } billets. Videz cette ligne.
}
wrong-code = Ce code est faux ou a expiré. { $left ->
    [one] Il reste { $left } essai.
   *[other] Il reste { $left } essais.
}
no-more-tries = Trop d’essais. Demandez un nouvel e-mail, ou ouvrez son lien dans le navigateur qui l’a demandé.
only-by-link = Trop de codes faux ont été saisis pour cette adresse aujourd’hui. Utilisez le bouton de votre e-mail. Les codes fonctionneront de nouveau après minuit UTC.
asked-elsewhere = Ce code ne fonctionne que dans le navigateur qui l’a demandé, pendant 15 minutes. Saisissez votre adresse e-mail pour en recevoir un autre, ou ouvrez le lien de l’e-mail.

## États

requests-closed = Les demandes pour cet événement sont closes. Contactez l’organisation s’il faut changer quelque chose.
requests-open = Les demandes sont encore ouvertes. Fermez-les d’abord.
event-began = L’événement a commencé : ce n’est plus possible.
finalized = Cet événement est définitif. Rouvrez-le pour le modifier.
not-finalized = Cet événement n’est pas encore définitif.
canceled = Cet événement est annulé.
not-canceled = Cet événement n’est pas annulé.
own-role = Personne ne peut changer son propre rôle ou son accès. Demandez à un autre admin.
last-admin = C’est le dernier admin actif. Nommez d’abord un autre admin.
not-failed = Cet e-mail n’a pas échoué, ou quelqu’un s’en est déjà occupé.
overtaken = Cet e-mail n’est plus à jour, il ne sera pas renvoyé.
already-set-up = Ce site est déjà configuré. Connectez-vous plutôt.
link-spent = Ce lien a déjà servi, a expiré ou est incomplet.
device-gone = Cet appareil est déjà déconnecté.
not-drawn = Il n’y a pas encore de tirage. Faites un tirage et appliquez-le d’abord.
draw-again = Les demandes ou le nombre de billets ont changé après le tirage. Pour rester équitable, refaites le tirage.
draw-not-on-board = Le tableau montre un tirage antérieur. Appliquez d’abord le dernier.
draw-waits = Un tirage est fixé et attend son nombre aléatoire public. D’ici là, seule l’annulation de l’événement ou la réouverture des demandes l’arrête.
draw-waits-no-more = Ce tirage n’attend plus : il est fait, ou il a été annulé.
no-codes-left = Les 31 tirages de cet événement sont épuisés. Attribuez à la main les billets restants.
secret-sealed = Le tirage de cet événement est bloqué car SECRET_KEY a changé. Un admin peut indiquer l’ancienne clé dans SECRET_KEY_PREVIOUS.
board-moved-on = Le tableau a changé depuis l’application du tirage, on ne peut plus l’annuler en une fois. Changez les nombres à la main et indiquez une raison.
address-not-asked = Ce code a expiré. Demandez-en un autre pour changer votre adresse e-mail.
sign-in-again = Votre connexion date de plus de 15 minutes. Reconnectez-vous pour changer votre adresse e-mail. Votre saisie est conservée.
asked-too-often = Vous l’avez demandé 5 fois. Attendez 12 minutes et réessayez.
deactivated = Cette personne est désactivée. Autorisez-la d’abord à se connecter.
owner-stays = Le propriétaire organise toujours. Transférez d’abord la propriété.
not-so-many = Il n’y a pas autant de billets.
tickets-gone = Ces billets sont partis. Quelqu’un a été plus rapide.
offer-over = Cette proposition est terminée : elle a reçu une réponse, a expiré ou a été retirée.
answer-once-more = C’était rapide. Certains filtres de messagerie actionnent les boutons : répondez donc encore une fois.
answer-signed-in = Connectez-vous pour répondre. Ce lien seul ne suffit pas.
offer-open = Des billets sont déjà proposés à cette personne.
return-under-way = Des billets sont déjà en train d’être rendus. Attendez une minute, ou annulez d’abord.
return-settled = La minute pour annuler est passée. Les billets sont rendus.
limit-reached = Vous avez déjà le nombre maximal de billets par personne.
guests-off = Les noms des invités ne sont pas demandés pour cet événement.
guests-closed = Il est trop tard pour modifier les noms des invités.
door-closed = Les présences peuvent être notées à partir de 3 heures avant le début et jusqu’à 30 jours après l’événement.
handouts-closed = L’événement est passé depuis plus de 30 jours : il n’est plus possible de distribuer quoi que ce soit.
in-order = Les billets de cet événement ont été tirés au sort. Ce qui est rendu est proposé dans l’ordre du tirage.
hand-on-off = Les billets de cet événement ne peuvent pas être transmis.
hand-on-under-way = Vous avez déjà demandé à transmettre des billets. Attendez la réponse, ou annulez d’abord cette demande.
hand-on-over = Une réponse a déjà été donnée, ou la demande est terminée.
no-room = Cette personne ne peut pas en avoir autant : avec ce qu’elle a ou ce qui lui est proposé, cela dépasserait le maximum par personne.
tried-too-often = Vous avez essayé plusieurs adresses. Attendez 12 minutes, puis réessayez.

## Formulaires entiers

signed-out = Vous êtes déconnecté. Connectez-vous pour continuer.
forbidden = Vous n’avez pas accès à cette page.
not-found = Cette page est introuvable, ou vous n’y avez pas accès.
invalid = Rien n’a été enregistré. { $fields ->
    [one] Vérifiez le champ indiqué.
   *[other] Vérifiez les { $fields } champs indiqués.
}
conflict = Quelqu’un d’autre (ou un autre onglet) a modifié ceci entre-temps. Vos changements ne sont pas enregistrés, mais ils sont encore sur la page. Vérifiez-les et enregistrez de nouveau.
conflict-with = Ceci a changé entre-temps : { $changes }. Vos changements ne sont pas enregistrés, mais ils sont encore sur la page. Vérifiez-les et enregistrez de nouveau.
now-undecided = { $name } : non décidé
now-given = { $name } : { $given }
now-undecided-by = { $name } : non décidé (par { $by })
now-given-by = { $name } : { $given } (par { $by })
too-many = Cela fait beaucoup d’un coup. Attendez une minute et réessayez. Rien n’a été enregistré.
garbled = Ce formulaire est illisible. Rien n’a changé. Revenez en arrière et réessayez.
failed = Un problème est survenu et rien n’a été enregistré. S’il se répète, donnez cette référence à un admin : { $reference }
failed-somehow = Un problème est survenu et rien n’a été enregistré. S’il se répète, prévenez un admin.

## Titres de leurs pages

title-forbidden = Accès refusé
title-not-found = Page introuvable
title-signed-out = Connexion
title-not-now = Pas possible maintenant
title-garbled = Formulaire illisible
title-too-many = Trop de demandes
title-failed = Un problème est survenu
home = Aller à l’accueil
sign-in = Se connecter
