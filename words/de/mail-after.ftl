offer-title = Tickets angeboten
soon-title = Angebot endet bald
over-title = Angebot beendet
took-title = Mehr Tickets
returned-title = Tickets zurückgegeben
table-title = Freie Tickets
offer-subject = { $count ->
    [one] { $count } Ticket für { $event } gehört Ihnen, wenn Sie möchten
   *[other] { $count } Tickets für { $event } gehören Ihnen, wenn Sie möchten
}
soon-subject = { $count ->
    [one] Noch für Sie reserviert: { $count } Ticket für { $event }
   *[other] Noch für Sie reserviert: { $count } Tickets für { $event }
}
offer = { $count ->
    [one] { $count } Ticket wurde zurückgegeben, und Sie sind als Nächstes an der Reihe. Es ist bis { $until } für Sie reserviert.
   *[other] { $count } Tickets wurden zurückgegeben, und Sie sind als Nächstes an der Reihe. Sie sind bis { $until } für Sie reserviert.
}
offer-still = { $count ->
    [one] { $count } Ticket ist noch bis { $until } für Sie reserviert.
   *[other] { $count } Tickets sind noch bis { $until } für Sie reserviert.
}
offer-more = Sie haben jetzt { $held }. Damit hätten Sie { $all }.
offer-else = Wenn Sie bis dahin nicht antworten, kann jemand anderes sie haben. Ein Nein wird Ihnen nie angerechnet.
offer-button = Antworten
over-subject = Nicht mehr reserviert: { $event }
lapsed = { $count ->
    [one] Die Zeit zum Antworten ist abgelaufen. Deshalb ist { $count } Ticket nicht mehr für Sie reserviert.
   *[other] Die Zeit zum Antworten ist abgelaufen. Deshalb sind { $count } Tickets nicht mehr für Sie reserviert.
}
reopened = { $count ->
    [one] Die Veranstaltung wurde wieder geöffnet. Das für Sie reservierte Ticket ({ $count }) ist deshalb nicht mehr reserviert. Sie erhalten eine E-Mail, sobald das Ergebnis wieder endgültig ist.
   *[other] Die Veranstaltung wurde wieder geöffnet. Die { $count } für Sie reservierten Tickets sind deshalb nicht mehr reserviert. Sie erhalten eine E-Mail, sobald das Ergebnis wieder endgültig ist.
}
place-kept = Ihren Platz in der Reihe für eine größere Anzahl behalten Sie.
took-subject = { $count ->
    [one] Sie haben jetzt { $count } Ticket für { $event }
   *[other] Sie haben jetzt { $count } Tickets für { $event }
}
took = { $count ->
    [one] Sie haben { $count } Ticket angenommen. Sie haben jetzt { $held }.
   *[other] Sie haben { $count } Tickets angenommen. Sie haben jetzt { $held }.
}
took-by-link = Wenn Sie die Schaltfläche nicht gedrückt haben, war es vielleicht ein E-Mail-Filter. Auf der Seite der Veranstaltung können Sie Tickets bis { $until } zurückgeben.
returned-subject = { $count ->
    [one] Sie haben { $count } Ticket für { $event } zurückgegeben
   *[other] Sie haben { $count } Tickets für { $event } zurückgegeben
}
returned = { $count ->
    [one] { $count } Ticket ist zurückgegeben. Sie haben jetzt { $held }.
   *[other] { $count } Tickets sind zurückgegeben. Sie haben jetzt { $held }.
}
returned-for-you = { $name } hat das für Sie erledigt: { $reason }
returned-next = Danke, dass jemand anderes gehen kann.
table-subject = Tickets für alle, die schnell sind: { $event }
table = { $limit ->
    [one] Tickets wurden zurückgegeben und sind frei. Wer zuerst kommt, bekommt eines: { $limit } pro Person.
   *[other] Tickets wurden zurückgegeben und sind frei. Wer zuerst kommt, bekommt sie: bis zu { $limit } pro Person.
}
table-gone = Wenn Sie nachsehen, können sie schon vergeben sein.
handout-title = Sitzplätze und Dateien
handout-subject = Ihre Sitzplätze oder Datei für { $event }
handout-line = Das gehört zu Ihren Tickets:
handout-file = Ihre Datei liegt auf der Seite der Veranstaltung. Melden Sie sich an, um sie herunterzuladen.
handout-gone-subject = Nicht mehr: Ihre Sitzplätze und Datei für { $event }
handout-gone = Die Organisation hat zurückgenommen, was sie Ihnen zu dieser Veranstaltung ausgegeben hatte. Ihre Tickets behalten Sie.
