all = Alle Veranstaltungen
canceled = Diese Veranstaltung wurde abgesagt.
undo-withdrawal = Anfrage wiederherstellen
closes = Anfragen bis { $when } ({ $distance })
closed = Anfragen beendet
calendar = In den Kalender
organized-by = Organisiert von { $names }
organized-by-no-one = Zurzeit organisiert niemand diese Veranstaltung.
owner-left = Diese Veranstaltung gehörte { $owner }, das Konto ist deaktiviert. { $choose }
owner-left-choose = Neu übertragen
notes = Von der Organisation
draw-works = So funktioniert die Verlosung
draw-details = Einzelheiten der Verlosung
draw-how = So wurden die Tickets verlost
sealed-code = Versiegelter Code { $code }
requests = Anfragen
name = Name
requested = Angefragt
assigned = Zugeteilt
edit = Bearbeiten
edit-whose = Anfrage von { $name } bearbeiten
your-request = Ihre Anfrage
request = Tickets anfragen
none-yet = Sie haben noch keine Tickets angefragt.
none = Sie haben für diese Veranstaltung keine Tickets angefragt.
removed = Die Organisation hat Ihre Anfrage über { $wish } entfernt ({ $when }).
removed-by = { $who } hat Ihre Anfrage über { $wish } entfernt ({ $when }).
reason = Grund: { $reason }
you-requested = Sie haben { $wish } angefragt.
edit-or-withdraw = Anfrage ändern oder zurückziehen
wait = Die Anfragen sind beendet. Das Ergebnis kommt per E-Mail.
wait-unsent = Die Anfragen sind beendet. Ihr Ergebnis erscheint hier.
revising = Die Organisation überarbeitet die Ergebnisse. Mitgeteilt { $count ->
    [one] wurde Ihnen { $count } Ticket
   *[other] wurden Ihnen { $count } Tickets
}; ändert sich das, erhalten Sie eine E-Mail.
revising-unsent = Die Organisation überarbeitet die Ergebnisse. Mitgeteilt { $count ->
    [one] wurde Ihnen { $count } Ticket
   *[other] wurden Ihnen { $count } Tickets
}; ändert sich das, erscheint es hier.
your-result = Ihr Ergebnis
admits = ×{ $count }
missed = Diesmal keine Tickets
rank = Sie waren Nr. { $rank } von { $of } in der Verlosung.
ran-out = Bei Nr. { $after } waren die Tickets alle.
too-few = Nach Nr. { $after } waren zu wenige Tickets übrig.
next-time = { $standing } Das zählt bei jeder Verlosung, die die Saison ausgleicht oder nach Losen gewichtet.
see-draw = So wurde verlost
published = Ergebnisse veröffentlicht: { $when }
