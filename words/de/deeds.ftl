session-start = Hat sich angemeldet
session-end = Hat sich abgemeldet
sign-in-spent-link = Hat einen abgelaufenen oder benutzten Anmeldelink versucht
sign-in-wrong-code = Hat einen falschen Anmeldecode eingegeben
sign-in-left-out = Mehr fehlgeschlagene Anmeldungen, als hier stehen
person-add = Hat eine Person hinzugefügt
person-edit = Hat eine Person geändert
person-import = Hat Personen aus einer Tabelle importiert
person-rename = Hat den eigenen Namen geändert
person-address = Hat die eigene E-Mail-Adresse geändert
person-address-undo = Hat eine Änderung der eigenen E-Mail-Adresse rückgängig gemacht
person-first-admin = Wurde Admin (Einrichtungsseite oder Kommandozeile)
person-make-admin = Wurde zum Admin gemacht (Kommandozeile)
person-command-link = Anmeldelink erzeugt (Kommandozeile)
person-send-link = Hat jemandem einen Anmeldelink geschickt
person-revoke-sessions = Hat jemanden überall abgemeldet
event-create = Hat eine Veranstaltung angelegt
event-edit = Hat eine Veranstaltung geändert
event-close = Hat die Anfragen beendet
event-close-due = Anfragen automatisch beendet
event-open-again = Hat Anfragen wieder geöffnet
event-finalize = Hat eine Veranstaltung abgeschlossen
event-reopen = Hat eine abgeschlossene Veranstaltung wieder geöffnet
after-return = Hat Tickets zurückgegeben
after-settings = Hat festgelegt, was nach dem Ergebnis möglich ist
after-hand-out = Hat Sitzplätze oder Dateien ausgegeben
after-keep = Hat eine Rückgabe rückgängig gemacht
after-late = Hat zu spät gesagt, dass Tickets ungenutzt bleiben
after-take = Hat angebotene Tickets angenommen
after-decline = Hat angebotene Tickets abgelehnt
after-claim = Hat freie Tickets genommen
after-guests = Hat Namen von Gästen angegeben
after-came = Hat eingetragen, wer da war
after-recall = Hat ein Angebot zurückgezogen
after-give = Hat jemandem Tickets gegeben
after-offer = Hat jemandem von Hand Tickets angeboten
after-table = Hat Tickets für alle freigegeben
after-tickets = Hat nach dem Ergebnis die Zahl der Tickets geändert
after-hand = Hat Tickets weitergegeben
after-hand-ask = Hat angefragt, Tickets weiterzugeben
after-hand-keep = Hat die Anfrage zur Weitergabe zurückgenommen
after-hand-decline = Hat eine Weitergabe abgelehnt
event-cancel = Hat eine Veranstaltung abgesagt
event-uncancel = Hat eine Absage zurückgenommen
event-delete = Hat eine Veranstaltung in den Papierkorb gelegt
event-restore = Hat eine Veranstaltung aus dem Papierkorb geholt
event-purge = Veranstaltung endgültig aus dem Papierkorb gelöscht
event-add-organizer = Hat jemanden in die Organisation aufgenommen
event-remove-organizer = Hat jemanden aus der Organisation genommen
event-hand-over = Hat eine Veranstaltung übertragen
event-invite = Alle zu einer Veranstaltung angeschrieben
season-create = Hat eine Saison angelegt
season-add-steward = Hat jemanden in die Saisonleitung aufgenommen
season-remove-steward = Hat jemanden aus der Saisonleitung genommen
request-enter = Hat für jemanden angefragt
request-withdraw = Hat eine Anfrage zurückgezogen
request-restore = Hat eine Anfrage wiederhergestellt
allocation-save = Hat Zuteilungen geändert
draw-plan = Hat eine Verlosung festgelegt
draw-make = Hat verlost
draw-put = Hat eine Verlosung übernommen
draw-take-off = Hat eine übernommene Verlosung zurückgenommen
draw-fill-further = Hat übrige Tickets in der Reihenfolge der Verlosung zugeteilt
mail-resend = Hat eine E-Mail noch einmal gesendet
mail-told = Hat vermerkt, dass jemand es persönlich erfuhr
mail-test = Hat eine Test-E-Mail geschickt
mail-alarms = Hat die eigenen Alarm-E-Mails ein- oder ausgeschaltet
import-legacy = Alte Datenbank importiert
import-made-up = Beispieldaten erzeugt
from-device = Mit einem neuen Gerät, { $way }.
from-known-device = Mit einem bekannten Gerät, { $way }.
way-link = mit dem Link einer E-Mail
way-code = mit dem Code einer E-Mail
way-command = mit einem Link vom Server
way-set-up = mit dem Einrichtungslink
devices-ended = { $count ->
    [0] Es war kein Gerät angemeldet.
    [one] { $count } Gerät wurde abgemeldet.
   *[other] { $count } Geräte wurden abgemeldet.
}
as-role = Rolle: { $role }.
looks-like-admin = Der Name sieht aus wie der einer Admin-Person.
role-changed = Rolle: { $before } → { $now }.
activated = Die Person kann sich wieder anmelden.
deactivated = Die Person wurde deaktiviert.
name-changed = Der Name wurde geändert.
email-changed = Die E-Mail-Adresse wurde geändert.
imported = { $added } hinzugefügt, { $changed } geändert.
left-out = { $count ->
    [one] { $count } Zeile war zu berichtigen.
   *[other] { $count } Zeilen waren zu berichtigen.
}
with-tickets = { $count ->
    [one] Mit { $count } Ticket.
   *[other] Mit { $count } Tickets.
}
tickets-changed = Tickets: { $before } → { $now }.
finalized = { $count ->
    [0] { $given } von { $tickets } Tickets zugeteilt. Keine E-Mails.
    [one] { $given } von { $tickets } Tickets zugeteilt und { $count } E-Mail geschrieben.
   *[other] { $given } von { $tickets } Tickets zugeteilt und { $count } E-Mails geschrieben.
}
finalized-before = { $count ->
    [one] { $given } Tickets zugeteilt und { $count } E-Mail geschrieben.
   *[other] { $given } Tickets zugeteilt und { $count } E-Mails geschrieben.
}
reason = Grund: { $reason }
told-people = { $count ->
    [0] Niemand hatte Tickets angefragt.
    [one] { $count } Person wurde benachrichtigt.
   *[other] { $count } Personen wurden benachrichtigt.
}
owner-before = Vorher gehörte sie { $name }.
season = Saison: { $season }.
season-changed = Die Saison wurde geändert.
event-gone = Sie hieß „{ $event }“.
way-link-elsewhere = mit dem Link einer E-Mail, in einem Browser, der ihn nicht angefordert hatte
entered = Über { $wish }.
changed-wish = Von { $before } auf { $now }.
had = { $count ->
    [one] Zugeteilt war { $count } Ticket.
   *[other] Zugeteilt waren { $count } Tickets.
}
set = { $name } bekam { $given }.
set-undecided = { $name } ist wieder offen.
set-from-draw = { $name } bekam { $given } (Verlosung: { $drawn }).
set-more = { $count ->
    [one] Und { $count } weitere.
   *[other] Und { $count } weitere.
}
draw-with = Verlosung { $number }, { $rule }.
draw-waits = Verlosung { $number }, { $rule }. Sie wartet auf Runde { $round } von drand.
rows-changed = { $count ->
    [one] { $count } Person in der Zuteilung geändert.
   *[other] { $count } Personen in der Zuteilung geändert.
}
more-given = { $count ->
    [one] { $count } weiteres Ticket zugeteilt.
   *[other] { $count } weitere Tickets zugeteilt.
}
tickets = { $count ->
    [one] { $count } Ticket.
   *[other] { $count } Tickets.
}
by-link = Mit dem Link einer E-Mail.
guests-named = { $of ->
    [one] Namen für { $named } von { $of } Ticket.
   *[other] Namen für { $named } von { $of } Tickets.
}
tickets-used = { $of ->
    [one] { $used } von { $of } Ticket genutzt.
   *[other] { $used } von { $of } Tickets genutzt.
}
tickets-unsaid = Nicht mehr eingetragen, ob sie genutzt wurden.
tickets-to = { $count ->
    [one] { $count } Ticket an { $name }.
   *[other] { $count } Tickets an { $name }.
}
