title = Veranstaltung abgesagt
subject = Abgesagt: { $event }
what = Diese Veranstaltung wurde abgesagt. Sie brauchen nichts zu tun.
