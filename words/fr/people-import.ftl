title = Importer des personnes
heading = Importer des personnes d’un tableur
rows = Collez les lignes
rows-hint = Copiez les lignes de votre tableur, en-tête compris, ou collez un fichier CSV ou les adresses d’un e-mail. Il nous faut « e-mail » ; « nom » (ou « prénom » et « nom de famille »), « rôle » (membre, organisateur, admin) et « actif » (oui, non) sont facultatifs.
file = Ou choisissez un fichier CSV
file-large = Ce fichier dépasse 512 ko. Divisez-le et importez-le en plusieurs fois.
file-long = Cette liste est trop longue pour être importée d’un coup. Divisez-la et importez-la en plusieurs fois.
file-garbled = Nous ne pouvons pas lire ce fichier. Dans votre tableur, enregistrez-le au format « CSV UTF-8 » et réessayez.
file-guessed = Ce fichier n’est pas en UTF-8. Nous l’avons lu comme étant en { $encoding }. Vérifiez les lettres accentuées dans le champ. Si certaines sont fausses, enregistrez le fichier au format « CSV UTF-8 » dans votre tableur et choisissez-le à nouveau.
welcome = Envoyer un e-mail de bienvenue à chaque nouvelle personne
welcome-hint = Sinon, elles peuvent se connecter à tout moment avec leur adresse e-mail.
preview = Prévisualiser
preview-again = Prévisualiser à nouveau
columns = Ce que contiennent les colonnes
column = Colonne { $number }
such-as = par exemple « { $sample } »
is-name = Nom complet
is-first-name = Prénom
is-last-name = Nom de famille
is-email = E-mail
is-role = Rôle
is-active = Peut se connecter
is-blocked = Ne peut pas se connecter
is-ignored = Ignorer
outlook = Aperçu
none-good = Corrigez ces lignes ci-dessous, puis prévisualisez à nouveau. Aucune d’elles n’a encore été importée.
some-good = Aucune de ces lignes n’a encore été importée. Le bouton ci-dessous importe les lignes correctes et laisse les autres dans le champ. Ou corrigez ces lignes et prévisualisez à nouveau.
all-same = Toutes les personnes de votre liste sont déjà là. Rien à importer.
all-good = Aucune de ces lignes n’a encore été importée.
count-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
}
count-changed = { $count ->
    [one] { $count } modifiée
   *[other] { $count } modifiées
}
count-unchanged = { $count ->
    [one] { $count } inchangée
   *[other] { $count } inchangées
}
count-twice = { $count } en double
count-wrong = { $count } à corriger
lines-wrong = { $count ->
    [one] { $count } ligne à corriger
   *[other] { $count } lignes à corriger
}
lines-again = { $count ->
    [one] { $count } ligne nomme quelqu’un une nouvelle fois
   *[other] { $count } lignes nomment quelqu’un une nouvelle fois
}
line = Ligne { $number }
again = Cette adresse e-mail est déjà à la ligne { $number }. C’est cette ligne-là qui compte.
to-update = { $count ->
    [one] { $count } personne à modifier
   *[other] { $count } personnes à modifier
}
to-add = { $count ->
    [one] { $count } personne à ajouter
   *[other] { $count } personnes à ajouter
}
more = { $count ->
    [one] Et { $count } autre.
   *[other] Et { $count } autres.
}
yes = oui
no = non
field-change = { $field } : { $before } → { $now }
field-wrong = { $field } : { $why }
new-line-deactivated = { $role }, désactivé
new-line-named = { $role }, nom tiré de l’adresse
new-line-named-deactivated = { $role }, désactivé, nom tiré de l’adresse
add = { $new ->
    [one] Importer { $new } personne
   *[other] Importer { $new } personnes
}
update = { $changed ->
    [one] Modifier { $changed } personne
   *[other] Modifier { $changed } personnes
}
add-and-update = { $new ->
    [one] Importer { $new } personne, modifier { $changed }
   *[other] Importer { $new } personnes, modifier { $changed }
}
skipped-one = La colonne « { $column } » a été ignorée.
skipped = Ces colonnes ont été ignorées : { $columns }.
skipped-more = Ces colonnes ont été ignorées : { $columns } et { $more } autres.
no-addresses = Nous n’avons pas trouvé de colonne d’adresses e-mail. Nommez-la « e-mail » sur la première ligne, ou choisissez-la ci-dessous.
too-many = { $seen ->
    [one] { $seen } ligne, c’est trop ; la limite est de { $most }. Divisez la liste et importez-la en plusieurs fois.
   *[other] { $seen } lignes, c’est trop ; la limite est de { $most }. Divisez la liste et importez-la en plusieurs fois.
}
