title = Anfrage von der Organisation geändert
subject-entered = Für Sie angefragt: { $event }
subject-changed = Ihre Anfrage wurde geändert: { $event }
subject-removed = Ihre Anfrage wurde entfernt: { $event }
subject-restored = Ihre Anfrage ist wieder da: { $event }
entered = { $by } hat für Sie angefragt: { $now }.
note = { $by } hat die Notiz Ihrer Anfrage geändert. Angefragt bleiben { $now }.
changed = { $by } hat Ihre Anfrage von { $before } auf { $now } geändert.
removed = { $by } hat Ihre Anfrage für { $before } entfernt.
restored = { $by } hat Ihre Anfrage wiederhergestellt: { $now }.
lost = { $count ->
    [one] Ihnen war { $count } Ticket zugeteilt. Es gehört Ihnen nicht mehr.
   *[other] Ihnen waren { $count } Tickets zugeteilt. Sie gehören Ihnen nicht mehr.
}
reason = Grund: { $reason }
not-right = Falls das nicht stimmt, antworten Sie auf diese E-Mail.
