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
    [one] { $count } Ticket ist frei, und Sie sind als Nächstes an der Reihe. Es ist bis { $until } für Sie reserviert.
   *[other] { $count } Tickets sind frei, und Sie sind als Nächstes an der Reihe. Die Tickets sind bis { $until } für Sie reserviert.
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
    [one] Die Veranstaltung wurde wieder geöffnet. Das Ticket ist deshalb nicht mehr für Sie reserviert. Sie erhalten eine E-Mail, sobald das Ergebnis wieder endgültig ist.
   *[other] Die Veranstaltung wurde wieder geöffnet. Die { $count } Tickets sind deshalb nicht mehr für Sie reserviert. Sie erhalten eine E-Mail, sobald das Ergebnis wieder endgültig ist.
}
place-kept = Ihren Platz in der Reihe behalten Sie für ein Angebot über mehr Tickets.
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
    [one] { $count } Ticket wurde zurückgegeben.
   *[other] { $count } Tickets wurden zurückgegeben.
} { $held ->
    [0] Sie haben jetzt keine mehr.
   *[other] Sie haben jetzt { $held }.
}
returned-for-you = { $name } hat das für Sie erledigt: { $reason }
returned-next = Danke, dass Sie jemand anderem die Chance geben.
late-subject = { $count ->
    [one] { $count } Ihrer Tickets für { $event } bleibt ungenutzt
   *[other] { $count } Ihrer Tickets für { $event } bleiben ungenutzt
}
late = { $count ->
    [one] Es ist vermerkt, dass { $count } Ihrer Tickets nicht genutzt wird. Es war zu spät, es noch jemandem anzubieten.
   *[other] Es ist vermerkt, dass { $count } Ihrer Tickets nicht genutzt werden. Es war zu spät, sie noch jemandem anzubieten.
}
table-subject = Tickets für alle, die schnell sind: { $event }
table = { $limit ->
    [one] Es gibt freie Tickets. Wer zuerst kommt, bekommt eines: { $limit } pro Person.
   *[other] Es gibt freie Tickets. Wer zuerst kommt, bekommt sie: bis zu { $limit } pro Person.
}
table-gone = Wenn Sie nachsehen, können sie schon vergeben sein.
handout-title = Sitzplätze und Dateien
handout-subject = Ihre Sitzplätze oder Datei für { $event }
handout-line = Die Angaben zu Ihren Tickets stehen weiter unten.
handout-file = Ihre Datei liegt auf der Seite der Veranstaltung. Melden Sie sich an, um sie herunterzuladen.
handout-gone-subject = Zurückgenommen: Ihre Sitzplätze und Datei für { $event }
handout-gone = Die Organisation hat zurückgenommen, was sie Ihnen zu dieser Veranstaltung ausgegeben hatte. Ihre Tickets behalten Sie.
recalled = { $count ->
    [one] Die Organisation hat { $count } für Sie reserviertes Ticket zurückgezogen. Grund: { $reason }
   *[other] Die Organisation hat { $count } für Sie reservierte Tickets zurückgezogen. Grund: { $reason }
}
fewer = { $count ->
    [one] Es gibt jetzt weniger Tickets. Das für Sie reservierte Ticket gibt es deshalb nicht mehr. Das tut uns leid.
   *[other] Es gibt jetzt weniger Tickets. Die { $count } für Sie reservierten Tickets gibt es deshalb nicht mehr. Das tut uns leid.
}
offer-by-hand = { $count ->
    [one] { $count } Ticket ist frei, und die Organisation bietet es Ihnen an. Es ist bis { $until } für Sie reserviert.
   *[other] { $count } Tickets sind frei, und die Organisation bietet sie Ihnen an. Die Tickets sind bis { $until } für Sie reserviert.
}
given = { $count ->
    [one] Die Organisation hat Ihnen { $count } Ticket gegeben. Sie haben jetzt { $held }.
   *[other] Die Organisation hat Ihnen { $count } Tickets gegeben. Sie haben jetzt { $held }.
}
given-reason = Grund: { $reason }
back-title = Tickets wurden zurückgegeben
back-subject = Tickets wurden zurückgegeben: { $event }
back-returned = { $count ->
    [one] { $count } Ticket wurde zurückgegeben.
   *[other] { $count } Tickets wurden zurückgegeben.
}
back-late = { $count ->
    [one] { $count } Ticket bleibt ungenutzt: Es ist zu spät, es automatisch anzubieten.
   *[other] { $count } Tickets bleiben ungenutzt: Es ist zu spät, sie automatisch anzubieten.
}
back-offered = { $count ->
    [one] { $count } Ticket ist gerade jemandem angeboten.
   *[other] { $count } Tickets sind gerade jemandem angeboten.
}
back-on-table = { $count ->
    [one] { $count } Ticket ist frei für alle, die schnell sind.
   *[other] { $count } Tickets sind frei für alle, die schnell sind.
}
left-title = Übrige Tickets
left-subject = { $count ->
    [one] { $count } Ticket blieb ungenutzt: { $event }
   *[other] { $count } Tickets blieben ungenutzt: { $event }
}
left = { $count ->
    [one] Die Veranstaltung hat begonnen, und { $count } Ticket ist übrig.
   *[other] Die Veranstaltung hat begonnen, und { $count } Tickets sind übrig.
}
left-late = { $count ->
    [one] Bei { $count } Ticket sagte jemand zu spät, dass es ungenutzt bleibt.
   *[other] Bei { $count } Tickets wurde zu spät gesagt, dass sie ungenutzt bleiben.
}
