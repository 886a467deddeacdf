### Seats and files for those who have tickets.

title = Sitzplätze und Dateien
link = Sitzplätze und Dateien
what = Eine Zeile oder eine PDF-Datei für jede Person mit Tickets. Sie sieht sie angemeldet bei ihrem Ergebnis und bekommt eine E-Mail, wenn es etwas Neues gibt oder sich etwas ändert.
files = Dateien für mehrere Personen
files-hint = PDF-Dateien, je bis zu { $megabytes } MB und zusammen bis zu 30 MB. Eine Datei gehört der Person, deren Name oder E-Mail-Adresse im Dateinamen steht: „Asha Rao.pdf“.
nobody = Niemand hat Tickets für diese Veranstaltung.
remove = Diese Datei entfernen
line = Sitzplätze
line-of = Sitzplätze von { $name }
file = PDF
file-of = PDF von { $name }
save = Speichern
cancel = Abbrechen
tickets = { $count ->
    [one] { $count } Ticket
   *[other] { $count } Tickets
}
for-another-number = { $was ->
    [one] Das wurde für { $was } Ticket ausgegeben. Jetzt sind es { $now }.
   *[other] Das wurde für { $was } Tickets ausgegeben. Jetzt sind es { $now }.
}
size = { $kilobytes } kB
paste = Sitzplätze aus einer Tabelle
pasted = Sitzplätze
pasted-hint = Je Person eine Zeile: Name oder E-Mail-Adresse, ein Tabulator oder Semikolon, dann die Sitzplätze.
