## Felder

missing = Bitte ausfüllen.
reason-alone = Ein Grund gehört zu einer anderen Zahl. Geben Sie diese Zahl daneben ein oder löschen Sie den Grund.
two-numbers = { $chosen } ist ausgewählt und { $typed } eingegeben. Löschen Sie, was nicht gemeint ist.
two-numbers-undecided = { $typed } ist eingegeben und „offen“ ausgewählt. Löschen Sie eins von beiden.
nothing-to-read = In „{ $seen }“ gibt es nichts zu lesen. Verwenden Sie mindestens einen Buchstaben oder eine Ziffer.
too-long = Das sind { $seen } Zeichen. Höchstens { $max } sind möglich.
control-character = Entfernen Sie Zeilenumbrüche und unsichtbare Zeichen. Erlaubt sind Buchstaben, Ziffern und Satzzeichen.
not-a-number = „{ $seen }“ ist keine ganze Zahl.
out-of-range = Geben Sie eine Zahl von { $min } bis { $max } ein, nicht { $seen }.
not-a-choice = „{ $seen }“ steht nicht zur Auswahl. Möglich sind: { $accepted }.
not-an-address = „{ $seen }“ ist keine gültige E-Mail-Adresse. Sie sieht aus wie name@example.com.
address-taken = Jemand anders verwendet diese E-Mail-Adresse bereits.
own-address = Das ist bereits Ihre E-Mail-Adresse.
oneself = Das ist Ihre eigene E-Mail-Adresse. Geben Sie die der anderen Person ein.
unknown-zone = „{ $seen }“ ist keine bekannte Zeitzone. Versuchen Sie Europe/Berlin oder Europe/Zurich.
not-a-time = „{ $seen }“ ist kein Datum mit Uhrzeit. Verwenden Sie dieses Format: 2026-12-06T15:00.
not-a-day = „{ $seen }“ ist kein Datum. Verwenden Sie dieses Format: 2026-12-06.
time-skipped = { $seen } gibt es in { $zone } nicht, weil die Uhren vorgestellt werden. Wählen Sie eine frühere oder spätere Zeit.
time-twice = { $seen } gibt es in { $zone } zweimal, weil die Uhren zurückgestellt werden. Wählen Sie eine frühere oder spätere Zeit.
closes-after-start = Anfragen müssen enden, bevor die Veranstaltung beginnt.
after-the-start = Das muss vor dem Beginn der Veranstaltung liegen.
not-a-pdf = „{ $seen }“ ist keine vollständige PDF-Datei.
file-too-large = „{ $seen }“ ist größer als { $megabytes } MB.
files-too-large = Alle Dateien einer Veranstaltung zusammen dürfen { $megabytes } MB groß sein. Nichts wurde gespeichert.
too-many-files = Das sind { $seen } Dateien. Auf einmal gehen höchstens { $max }.
ends-at-odd-time = Das Ende muss nach dem Beginn liegen, höchstens 31 Tage später.
one-space = Setzen Sie ein Leerzeichen zwischen Wörter.
not-plain = „{ $seen }“ lässt sich nicht Zeichen für Zeichen vergleichen. Verwenden Sie nur die Buchstaben a–z, Ziffern und Satzzeichen.
too-far-ahead = { $seen } ist zu weit weg. Wählen Sie ein Datum in den nächsten zehn Jahren, spätestens { $latest }.
in-the-past = Diese Zeit ist vorbei. Wählen Sie eine Zeit in der Zukunft.
no-number = Wählen Sie mindestens eine Zahl.
number-twice = { $seen } steht zweimal da. Entfernen Sie eine davon.
too-many-numbers = Wählen Sie höchstens { $max } verschiedene Zahlen.
over-given = Das sind { $over } zu viel: { $given } zugeteilt, aber nur { $tickets } vorhanden. Nichts wurde gespeichert.
needs-reason = Angefragt sind { $accepted } oder nichts, nicht { $given }. Nennen Sie einen Grund, um trotzdem { $given } zuzuteilen.
needs-override-reason = Die Verlosung ergab { $drawn }. Nennen Sie einen Grund, um stattdessen { $given } zuzuteilen. Alle können ihn sehen.
not-named-before = Diese Veranstaltung hat keine öffentliche Zahl, also kann jetzt keine hinzukommen.
named-too-late = Jemand hat bereits Tickets angefragt. Was in die Verlosung eingeht, muss vor der ersten Anfrage feststehen.
nothing-is-typed = Wählen Sie „Etwas, das später eingegeben wird“, oder lassen Sie das Feld leer.
known-too-soon = Das darf erst nach dem Ende der Anfragen bekannt werden, sonst könnte es die Anfragen beeinflussen.
not-a-signature = „{ $seen }“ ist nicht die Signatur einer Runde: 96 Zeichen 0–9 und a–f, oder alles, was die Seite der Runde zeigt.
not-of-this-round = Das ist nicht die Signatur von drand für Runde { $round }.
other-round = Das ist Runde { $seen }. Die Verlosung wartet auf Runde { $round }.
no-such-person = Wählen Sie eine aktive Person.
two-people = Wählen Sie eine Person oder geben Sie eine Adresse ein, nicht beides.
nobody-there = Niemand hier hat die E-Mail-Adresse { $seen }.
no-such-season = Wählen Sie eine Saison aus der Liste.
not-your-season = Nur die Saisonleitung und Admins können dieser Saison Veranstaltungen hinzufügen oder entnehmen. Wählen Sie eine andere Saison oder fragen Sie dort nach.
already-steward = Gehört bereits zur Leitung dieser Saison.
already-organizer = Organisiert bereits mit.
cannot-organize = Nur Organisatoren und Admins können Veranstaltungen leiten. Ein Admin kann die Rolle ändern.
no-such-request = Diese Anfrage gibt es nicht mehr. Vielleicht wurde sie zurückgezogen.
not-a-code = Geben Sie den achtstelligen Code aus Ihrer E-Mail ein, zum Beispiel 1234 5678.
beyond-tickets = { $tickets ->
    [0] Für diesen Namen gibt es kein Ticket. Leeren Sie diese Zeile.
    [one] Es gibt nur { $tickets } Ticket. Leeren Sie diese Zeile.
   *[other] Es gibt nur { $tickets } Tickets. Leeren Sie diese Zeile.
}
wrong-code = Dieser Code ist falsch oder abgelaufen. { $left ->
    [one] Noch { $left } Versuch.
   *[other] Noch { $left } Versuche.
}
no-more-tries = Zu viele Versuche. Fordern Sie eine neue E-Mail an, oder öffnen Sie deren Link in dem Browser, in dem Sie sie angefordert haben.
only-by-link = Für diese Adresse wurden heute zu viele falsche Codes eingegeben. Verwenden Sie die Schaltfläche in Ihrer E-Mail. Codes gelten wieder ab Mitternacht UTC.
asked-elsewhere = Dieser Code gilt nur in dem Browser, in dem Sie ihn angefordert haben, und 15 Minuten lang. Geben Sie Ihre E-Mail-Adresse ein, um einen neuen zu bekommen, oder öffnen Sie den Link in der E-Mail.

## Zustände

requests-closed = Anfragen für diese Veranstaltung sind beendet. Wenden Sie sich an die Organisation, wenn sich etwas ändern muss.
requests-open = Anfragen sind noch möglich. Beenden Sie sie zuerst.
event-began = Die Veranstaltung hat begonnen, das ist jetzt nicht mehr möglich.
finalized = Diese Veranstaltung ist abgeschlossen. Öffnen Sie sie wieder, um etwas zu ändern.
not-finalized = Diese Veranstaltung ist noch nicht abgeschlossen.
canceled = Diese Veranstaltung ist abgesagt.
not-canceled = Diese Veranstaltung ist nicht abgesagt.
own-role = Die eigene Rolle und den eigenen Zugang kann niemand ändern. Bitten Sie einen anderen Admin.
last-admin = Das ist der letzte aktive Admin. Machen Sie zuerst jemand anders zum Admin.
not-failed = Diese E-Mail ist nicht fehlgeschlagen, oder jemand hat sich schon darum gekümmert.
overtaken = Diese E-Mail ist überholt und wird nicht noch einmal gesendet.
already-set-up = Diese Seite ist bereits eingerichtet. Melden Sie sich stattdessen an.
link-spent = Dieser Link wurde schon benutzt, ist abgelaufen oder unvollständig.
device-gone = Dieses Gerät ist bereits abgemeldet.
not-drawn = Es gibt noch keine Verlosung. Verlosen Sie zuerst und übernehmen Sie das Ergebnis.
draw-again = Anfragen oder die Zahl der Tickets haben sich nach der Verlosung geändert. Damit es fair bleibt, verlosen Sie noch einmal.
draw-not-on-board = Die Zuteilung zeigt eine frühere Verlosung. Übernehmen Sie zuerst die letzte.
draw-waits = Eine Verlosung steht fest und wartet auf ihre öffentliche Zufallszahl. Bis dahin halten sie nur eine Absage oder wieder geöffnete Anfragen auf.
draw-waits-no-more = Diese Verlosung wartet nicht mehr: Sie ist erfolgt oder wurde zurückgenommen.
no-codes-left = Alle 31 Verlosungen dieser Veranstaltung sind verbraucht. Teilen Sie die übrigen Tickets von Hand zu.
secret-sealed = Die Verlosung dieser Veranstaltung ist gesperrt, weil SECRET_KEY geändert wurde. Ein Admin kann den alten Schlüssel als SECRET_KEY_PREVIOUS angeben.
board-moved-on = Die Zuteilung wurde seit der Übernahme der Verlosung geändert und lässt sich nicht mehr in einem Schritt zurücknehmen. Ändern Sie Zahlen von Hand und nennen Sie einen Grund.
address-not-asked = Dieser Code ist abgelaufen. Fordern Sie einen neuen an, um Ihre E-Mail-Adresse zu ändern.
sign-in-again = Ihre Anmeldung ist mehr als 15 Minuten her. Melden Sie sich erneut an, um Ihre E-Mail-Adresse zu ändern. Ihre Eingaben bleiben erhalten.
asked-too-often = Das haben Sie fünfmal angefordert. Warten Sie 12 Minuten und versuchen Sie es erneut.
deactivated = Diese Person ist deaktiviert. Lassen Sie sie zuerst wieder zu.
owner-stays = Wem die Veranstaltung gehört, der organisiert sie immer. Übertragen Sie sie zuerst.
not-so-many = So viele Tickets sind es nicht.
tickets-gone = Diese Tickets sind vergeben. Jemand anderes war schneller.
offer-over = Dieses Angebot ist beendet: Es wurde beantwortet, ist abgelaufen oder wurde zurückgezogen.
answer-once-more = Das ging schnell. Manche E-Mail-Filter drücken Schaltflächen, deshalb antworten Sie bitte noch einmal.
answer-signed-in = Melden Sie sich an, um zu antworten. Dieser Link allein genügt nicht.
offer-open = Dieser Person werden schon Tickets angeboten.
return-under-way = Es werden schon Tickets zurückgegeben. Warten Sie eine Minute, oder machen Sie das zuerst rückgängig.
return-settled = Die Minute zum Rückgängigmachen ist vorbei. Die Tickets sind zurückgegeben.
limit-reached = Sie haben schon so viele Tickets, wie eine Person haben kann.
guests-off = Bei dieser Veranstaltung wird nicht nach Namen von Gästen gefragt.
guests-closed = Die Namen der Gäste können nicht mehr geändert werden.
door-closed = Wer da war, kann ab 3 Stunden vor Beginn bis 30 Tage nach der Veranstaltung eingetragen werden.
handouts-closed = Die Veranstaltung ist seit 30 Tagen vorbei. Es kann nichts mehr ausgegeben werden.
in-order = Die Tickets für diese Veranstaltung wurden verlost. Zurückgegebenes wird in der Reihenfolge der Verlosung angeboten.
hand-on-off = Tickets für diese Veranstaltung können nicht weitergegeben werden.
hand-on-under-way = Sie haben schon eine Weitergabe angefragt. Warten Sie die Antwort ab, oder nehmen Sie das zuerst zurück.
hand-on-over = Das wurde schon beantwortet, zurückgenommen oder ist beendet.
no-room = So viele kann die Person nicht haben: Mit dem, was sie hat oder ihr angeboten ist, wären es mehr als pro Person möglich.
tried-too-often = Sie haben mehrere Adressen probiert. Warten Sie 12 Minuten, und versuchen Sie es dann noch einmal.

## Ganze Formulare

signed-out = Sie wurden abgemeldet. Melden Sie sich an, um fortzufahren.
forbidden = Sie haben keinen Zugriff auf diese Seite.
not-found = Diese Seite gibt es nicht, oder Sie haben keinen Zugriff darauf.
invalid = Nichts wurde gespeichert. { $fields ->
    [one] Prüfen Sie das markierte Feld.
   *[other] Prüfen Sie die { $fields } markierten Felder.
}
conflict = Jemand anders (oder ein anderer Tab) hat das inzwischen geändert. Ihre Änderungen sind nicht gespeichert, stehen aber noch auf der Seite. Prüfen Sie sie und speichern Sie erneut.
conflict-with = Inzwischen hat sich etwas geändert: { $changes }. Ihre Änderungen sind nicht gespeichert, stehen aber noch auf der Seite. Prüfen Sie sie und speichern Sie erneut.
now-undecided = { $name } ist jetzt offen
now-given = { $name } hat jetzt { $given }
now-undecided-by = { $name } ist jetzt offen ({ $by })
now-given-by = { $name } hat jetzt { $given } ({ $by })
too-many = Das war viel auf einmal. Warten Sie eine Minute und versuchen Sie es erneut. Nichts wurde gespeichert.
garbled = Dieses Formular war nicht lesbar. Nichts hat sich geändert. Gehen Sie zurück und versuchen Sie es erneut.
failed = Etwas ist schiefgegangen, und nichts wurde gespeichert. Wenn es wieder vorkommt, nennen Sie einem Admin diese Nummer: { $reference }
failed-somehow = Etwas ist schiefgegangen, und nichts wurde gespeichert. Wenn es wieder vorkommt, sagen Sie es einem Admin.

## Titel ihrer Seiten

title-forbidden = Kein Zugriff
title-not-found = Seite nicht gefunden
title-signed-out = Anmelden
title-not-now = Im Moment nicht möglich
title-garbled = Das war nicht lesbar
title-too-many = Zu viele Anfragen
title-failed = Etwas ist schiefgegangen
home = Zur Startseite
sign-in = Anmelden
