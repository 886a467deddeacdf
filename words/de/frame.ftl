skip = Zum Inhalt springen
main = Hauptmenü
accessibility = Barrierefreiheit
home = Start
events = Veranstaltungen
people = Personen
email = E-Mail
account = Konto
