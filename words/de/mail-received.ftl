title = Bestätigung der Anfrage
subject = Anfrage eingegangen: { $event }
what = Sie haben { $wish } angefragt. Bis zum Ende der Anfragen können Sie Ihre Anfrage ändern oder zurückziehen. Das Ergebnis schicken wir Ihnen per E-Mail.
commitment = Falls verlost wird, ist die Verlosung an diesen versiegelten, öffentlichen Code gebunden: { $code }
label = Ihre Kennung in der Verlosung: { $label }
