title = Tickets zuteilen: { $event }
heading = { $tickets ->
    [one] { $tickets } Ticket zuteilen
   *[other] { $tickets } Tickets zuteilen
}
crumb = { $event } · Anfragen beendet · { $requests ->
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
}
empty = Noch keine Anfragen. Fragen Sie für jemanden an oder öffnen Sie die Anfragen wieder.
to-event = Zur Veranstaltung
keys = Tastatur: Ziffern teilen zu, Pfeiltasten wechseln die Person, Eingabe geht zur nächsten offenen, Ende zur Leiste.
skip = Zur Leiste springen
draw = Verlosung ansehen
undo-draw = Übernommene Verlosung zurücknehmen
still-open = Anfragen sind noch möglich
still-open-why = { $requests ->
    [one] Bisher { $requests } Anfrage. Beenden Sie zuerst die Anfragen, damit während der Zuteilung niemand dazukommt.
   *[other] Bisher { $requests } Anfragen. Beenden Sie zuerst die Anfragen, damit während der Zuteilung niemand dazukommt.
}
close = Anfragen beenden und Tickets zuteilen
tickets-for = Tickets für { $name }
undecided-choice = Offen
other = Andere Zahl …
other-for = Andere Zahl für { $name }
give-other = Andere Zahl
number = Tickets
reason = Grund (für andere sichtbar)
drew = Gelost: { $count }
had = Hatte { $count }
first-request = Erste Anfrage in dieser Saison
got = { $asked ->
    [one] { $got } von { $asked } Mal Tickets bekommen
   *[other] { $got } von { $asked } Malen Tickets bekommen
}
told = Mitgeteilt: { $count }
old-system = Altes System: { $count }
parts = Seiten der Zuteilung
part-before = Speichern und zurück
part-after = Speichern und weiter
part = { $from }–{ $to } von { $all }: { $first } bis { $last }
part-numbers = { $from }–{ $to } von { $all }
tools = Suchen und sortieren
search = Nach Namen suchen
sort = Sortieren nach
sort-name = Name
sort-behind = Am weitesten zurück
sort-since = Zeit der Anfrage
show = Anzeigen
show-all = Alle
show-undecided = Offene
show-notes = Mit Notiz
show-overrides = Abweichende
show-counted = { $what } ({ $count })
apply = Anzeigen
clear = Alle anzeigen
none-found = Niemand passt dazu. Nichts ist verloren: Die anderen sind weiter in der Zuteilung.
found = { $found } von { $all ->
    [one] { $all } Person
   *[other] { $all } Personen
} zu sehen. Speichern ändert nur, was zu sehen ist.
left = { $given } von { $tickets } zugeteilt · { $left } übrig
over = ⚠ { $given } von { $tickets } zugeteilt · { $over } zu viel
undecided = { $count } offen
bar = Stand und Aktionen
saving = Wird gespeichert …
saved = Gespeichert
over-limit = Zu viel zugeteilt: noch nicht gespeichert
unsaved = Noch nicht gespeichert
unfinished = Noch nicht gespeichert: Zahl und Grund eingeben
offline = Keine Verbindung. Gespeichert wird mit der nächsten Änderung oder mit „Speichern“.
compare = Änderungen vergleichen
undo = Rückgängig
save = Speichern
run-draw = Verlosen
review = Prüfen
leftovers = Rest zuteilen
unreachable = Per E-Mail nicht erreichbar
