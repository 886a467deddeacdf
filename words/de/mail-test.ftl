title = Test-E-Mail
subject = Test-E-Mail von { $app }
preheader = Wenn Sie das lesen können, funktioniert E-Mail.
what = Das ist eine Test-E-Mail von { $app }. Wenn Sie das lesen können, funktioniert E-Mail.
button = Website öffnen
small = Sie haben das von der Seite Einstellungen aus geschickt.
