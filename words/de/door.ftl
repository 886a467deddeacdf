### Die Einlassliste: wer erwartet wird, mit wem, und wer da war.

page = Einlassliste: { $event }
people = Personen
tickets = Tickets
used = genutzt
unused = nicht genutzt
unsaid = nicht eingetragen
early = Ab { $when } können Sie hier eintragen, wer da war.
open = Tippen Sie an, wie viele da waren. Ändern können Sie das bis { $when }.
over = Wer da war, kann nicht mehr eingetragen werden.
removed = Die Namen der Gäste wurden 30 Tage nach der Veranstaltung gelöscht.
search = Suchen
search-label = Nach Namen suchen
search-placeholder = Name oder Name des Gasts
found = { $found } von { $people } Personen.
nobody-found = Niemand mit dem Namen „{ $search }“ hat Tickets.
clear = Alle anzeigen
nobody = Niemand hat Tickets.
late = { $count ->
    [one] { $count } wird nach eigener Angabe nicht genutzt.
   *[other] { $count } werden nach eigener Angabe nicht genutzt.
}
unnamed = ohne Namen
came = Genutzt: { $came } von { $held }
here = War da
not-here = War nicht da
all = Alle { $held }
tap = { $label }: { $name }
undo = Rückgängig
undo-for = Rückgängig für { $name }
how-many = { $name }: wie viele von { $held } da waren
set = Speichern
edit-names = Namen bearbeiten
edit-names-of = Namen für { $name } bearbeiten
cancel = Abbrechen
own-unused = Als nicht genutzt eingetragen: { $unused } von { $held }
download = Herunterladen
print = Oder drucken Sie diese Seite.
name = Name
email = E-Mail
guest = Gast
note = Hinweis
file-tickets = Tickets
file-ticket = Ticketnummer
file-used = Genutzt
