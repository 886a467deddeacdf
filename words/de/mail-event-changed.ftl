title = Veranstaltung geändert
subject = Geändert: { $event }
subject-starts = Neuer Termin: { $event }
subject-open-again = Anfragen wieder möglich: { $event }
subject-takes-place = Findet doch statt: { $event }
subject-deleted = Gelöscht: { $event }
subject-restored = Wieder da: { $event }
name = Sie hieß „{ $before }“ und heißt jetzt „{ $now }“.
starts = Sie beginnt am { $now }, nicht am { $before }.
place = Ort ist { $now }, nicht { $before }.
place-new = Ort ist { $now }.
place-none = Der Ort { $before } gilt nicht mehr; ein anderer wurde nicht genannt.
ends = Sie endet am { $now }.
ends-none = Wann sie endet, ist wieder offen.
closes = Anfragen sind bis { $now } möglich, nicht bis { $before }.
tickets = { $now ->
    [one] Es gibt { $now } Ticket, nicht { $before }.
   *[other] Es gibt { $now } Tickets, nicht { $before }.
}
season = Sie zählt in der Saison „{ $now }“, nicht „{ $before }“. Das ändert, wer voraus ist und wer zurück.
season-none = Sie zählt in keiner Saison mehr; sie zählte in „{ $before }“. Das ändert, wer voraus ist und wer zurück.
season-new = Sie zählt jetzt in der Saison „{ $now }“; vorher zählte sie in keiner. Das ändert, wer voraus ist und wer zurück.
shown = Was andere von Ihrer Anfrage sehen, wurde geändert. Was genau, steht auf der Seite der Veranstaltung.
open-again = Anfragen sind wieder möglich. Ihre gilt weiter; Sie können sie ändern oder zurückziehen.
takes-place = Die Absage wurde zurückgenommen: Die Veranstaltung findet statt. Ihre Anfrage gilt weiter.
deleted = Die Veranstaltung wurde gelöscht. Sie brauchen nichts zu tun.
restored = Die Veranstaltung war gelöscht und ist wieder da. Ihre Anfrage gilt weiter.
by = Geändert hat das { $by }.
