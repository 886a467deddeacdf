title = Willkommens-E-Mail
subject = Willkommen bei { $app }
preheader = Ihr Anmeldelink gilt einmal, 3 Tage lang.
what = Sie wurden bei { $app } aufgenommen. Dort können Sie Tickets für kommende Veranstaltungen anfragen und sehen, was Sie bekommen haben.
how = Sie brauchen kein Passwort. Dieser Link meldet Sie einmal an und gilt 3 Tage. Danach geben Sie auf der Anmeldeseite Ihre E-Mail-Adresse ein, und wir schicken Ihnen einen Code.
button = Anmelden
unexpected = Nicht erwartet? Dann können Sie diese E-Mail ignorieren.
code = Sie brauchen diesen Code, um sich anzumelden:
