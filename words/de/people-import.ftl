title = Personen importieren
heading = Personen aus einer Tabelle importieren
rows = Zeilen einfügen
rows-hint = Kopieren Sie die Zeilen aus Ihrer Tabelle samt Kopfzeile, oder fügen Sie eine CSV-Datei oder die Adressen einer E-Mail ein. Nötig ist „E-Mail“; „Name“ (oder „Vorname“ und „Nachname“), „Rolle“ (Mitglied, Organisator/in, Admin) und „aktiv“ (ja, nein) sind freiwillig.
file = Oder eine CSV-Datei wählen
file-large = Diese Datei ist größer als 512 kB. Teilen Sie sie auf und importieren Sie die Teile.
file-long = Diese Liste ist zu lang für einen Import. Teilen Sie sie auf und importieren Sie die Teile.
file-garbled = Wir können diese Datei nicht lesen. Speichern Sie sie in Ihrer Tabelle als „CSV UTF-8“ und versuchen Sie es noch einmal.
file-guessed = Diese Datei ist nicht in UTF-8. Wir haben sie als { $encoding } gelesen. Prüfen Sie im Feld die Umlaute und die Buchstaben mit Akzenten. Wenn welche falsch sind, speichern Sie die Datei in Ihrer Tabelle als „CSV UTF-8“ und wählen Sie sie erneut.
welcome = Allen Neuen eine Willkommens-E-Mail schicken
welcome-hint = Wenn nicht, können sie sich jederzeit mit ihrer E-Mail-Adresse anmelden.
preview = Vorschau ansehen
preview-again = Vorschau erneuern
columns = Was die Spalten bedeuten
column = Spalte { $number }
such-as = zum Beispiel „{ $sample }“
is-name = Name
is-first-name = Vorname
is-last-name = Nachname
is-email = E-Mail
is-role = Rolle
is-active = Kann sich anmelden
is-blocked = Kann sich nicht anmelden
is-ignored = Nicht einlesen
outlook = Vorschau
none-good = Berichtigen Sie diese Zeilen unten und sehen Sie die Vorschau noch einmal an. Von ihnen wurde noch keine importiert.
some-good = Von diesen Zeilen wurde noch keine importiert. Die Schaltfläche unten importiert die richtigen Zeilen und lässt die anderen im Feld. Oder berichtigen Sie diese Zeilen und sehen Sie die Vorschau noch einmal an.
all-same = Alle auf Ihrer Liste sind schon hier. Es gibt nichts zu importieren.
all-good = Von diesen Zeilen wurde noch keine importiert.
count-new = { $count } neu
count-changed = { $count } geändert
count-unchanged = { $count } unverändert
count-twice = { $count } doppelt
count-wrong = { $count } zu berichtigen
lines-wrong = { $count ->
    [one] { $count } Zeile ist zu berichtigen
   *[other] { $count } Zeilen sind zu berichtigen
}
lines-again = { $count ->
    [one] { $count } Zeile nennt jemanden noch einmal
   *[other] { $count } Zeilen nennen jemanden noch einmal
}
line = Zeile { $number }
again = Diese E-Mail-Adresse steht schon in Zeile { $number }. Jene Zeile zählt.
to-update = { $count ->
    [one] { $count } Person wird geändert
   *[other] { $count } Personen werden geändert
}
to-add = { $count ->
    [one] { $count } Person kommt dazu
   *[other] { $count } Personen kommen dazu
}
more = Und { $count } weitere.
yes = ja
no = nein
field-change = { $field }: { $before } → { $now }
field-wrong = { $field }: { $why }
new-line-deactivated = { $role }, deaktiviert
new-line-named = { $role }, nach der Adresse benannt
new-line-named-deactivated = { $role }, deaktiviert, nach der Adresse benannt
add = { $new ->
    [one] { $new } Person importieren
   *[other] { $new } Personen importieren
}
update = { $changed ->
    [one] { $changed } Person ändern
   *[other] { $changed } Personen ändern
}
add-and-update = { $new ->
    [one] { $new } Person importieren, { $changed } ändern
   *[other] { $new } Personen importieren, { $changed } ändern
}
skipped-one = Die Spalte „{ $column }“ wurde übergangen.
skipped = Diese Spalten wurden übergangen: { $columns }.
skipped-more = Diese Spalten wurden übergangen: { $columns } und { $more } weitere.
no-addresses = Wir haben keine Spalte mit E-Mail-Adressen gefunden. Nennen Sie sie in der ersten Zeile „E-Mail“, oder wählen Sie sie unten aus.
too-many = { $seen ->
    [one] { $seen } Zeile ist zu viel; höchstens { $most } gehen. Teilen Sie die Liste auf und importieren Sie die Teile.
   *[other] { $seen } Zeilen sind zu viele; höchstens { $most } gehen. Teilen Sie die Liste auf und importieren Sie die Teile.
}
