rule-even-out-the-season = Saison ausgleichen
rule-lottery = Lotterie
rule-first-come = Wer zuerst kommt
rule-plain-lottery = Einfache Lotterie
rule-other = { $order }, { $fill }
order-equal = Gleiche Chancen
order-entries = Mehr Lose für alle, die leer ausgingen
order-behind = Wer am weitesten zurück ist, zuerst
order-first-come = Wer zuerst kommt
fill-straight = größte Zahl zuerst
fill-turns = kleinste Zahl zuerst, dann mehr
fill-rising = Schritt für Schritt
fill-most-people = möglichst viele Personen
fill-limit = bis zu einer ausgelosten Grenze
says-equal = Die Reihenfolge ist zufällig. Alle haben die gleiche Chance.
says-entries = Die Reihenfolge ist zufällig, aber wer leer ausging, hat mehr Lose: doppelt so viele für jede Veranstaltung in Folge ohne Tickets.
says-behind = Wer in dieser Saison am weitesten hinter dem fairen Anteil zurückliegt, kommt zuerst. Bei Gleichstand entscheidet das Los.
says-first-come = Die früheste Anfrage kommt zuerst. Bei Gleichstand entscheidet das Los.
says-straight = In dieser Reihenfolge bekommt jede Person die größte Zahl, die sie annimmt und die noch da ist.
says-turns = In dieser Reihenfolge bekommen alle die kleinste Zahl, die sie annehmen. Danach stocken übrige Tickets in derselben Reihenfolge auf.
says-rising = In dieser Reihenfolge bekommen alle, die 1 annehmen, 1; dann rücken alle, die 2 annehmen, auf 2 vor, und so weiter, bis die Tickets ausgehen.
says-most-people = Die kleinsten Anfragen kommen zuerst, damit möglichst viele etwas bekommen. Danach stocken übrige Tickets auf.
says-limit = Für jede Person wird außerdem eine Grenze ausgelost: mindestens 2 für jede zweite, mindestens 3 für jede dritte und so weiter. Der Reihe nach bekommt jede die größte Zahl, die sie annimmt, die innerhalb ihrer Grenze liegt und die noch da ist. Danach gehen übrige Tickets noch einmal herum, ohne Grenzen.
drand = Eine Runde von drand
drand-hint = Empfohlen: eine öffentliche Zufallszahl, die zehn Minuten nach Ende der Anfragen von selbst kommt
typed = Etwas, das später eingegeben wird
typed-hint = Zum Beispiel Lottozahlen; Sie geben sie vor der Verlosung ein
nothing = Nichts
nothing-hint = Alle müssen darauf vertrauen, dass der Betreiber dieser Website nicht nachgesehen hat
proves-drand = In die Verlosung geht eine öffentliche Zufallszahl ein, die erst kam, als das Verfahren und alles von Hand Festgelegte feststanden; so sagen es die signierten Aussagen. Stimmen deren Zeiten, dann konnte niemand das Ergebnis kennen oder lenken, auch nicht der Betreiber dieser Website zusammen mit der Organisation. Wer die festgelegte Verlosung sah, bevor ihre Zahl kam, weiß, dass sie stimmen.
proves-typed-after = Die öffentliche Zahl wurde vor der ersten Anfrage benannt und sollte erst nach Ende der Anfragen bekannt werden. Wenn das so ist, konnte niemand das Ergebnis vorher kennen, auch nicht der Betreiber dieser Website. Ob sie so eingegeben wurde, wie sie veröffentlicht ist, können Sie selbst vergleichen.
proves-typed = Die öffentliche Zahl wurde vor der ersten Anfrage benannt, aber nicht so angekündigt, dass sie erst nach Ende der Anfragen bekannt wird. Der Betreiber dieser Website kann sie, und damit das Ergebnis, früher gekannt haben.
proves-nothing = Der Betreiber dieser Website hätte den Code vorzeitig ansehen können; Sie vertrauen darauf, dass er es nicht tat. Mit einer öffentlichen Zufallszahl braucht es dieses Vertrauen nicht.
entries = { $count ->
    [one] { $count } Los
   *[other] { $count } Lose
}
behind = { $tickets } zurück
ahead = { $tickets } voraus
fair-share-one = Ihr fairer Anteil an einer Veranstaltung sind ihre Tickets, geteilt durch alle, die welche angefragt haben. Alle beginnen mit einem Los; jede Veranstaltung in Folge ohne Tickets verdoppelt es, bis 64. Es zählen nur Veranstaltungen mit zu wenigen Tickets.
fair-share-two = Ihr fairer Anteil an einer Veranstaltung sind die vergebenen Tickets, geteilt durch alle, die für sie oder für die Veranstaltung davor angefragt haben. Alle beginnen mit einem Los; jede Veranstaltung in Folge ohne Tickets verdoppelt es, bis 64. Es zählen nur Veranstaltungen mit zu wenigen Tickets und nur Anfragen, die jemand selbst gestellt hat.
beside-names = Lose zählen in gewichteten Verlosungen. „Zurück“ und „voraus“ vergleichen die Tickets, die jemand bekam, mit dem fairen Anteil, über die Veranstaltungen mit zu wenigen.
share-even = Sie hatten in dieser Saison Ihren fairen Anteil.
share-behind = Sie liegen in dieser Saison { $tickets } Tickets hinter Ihrem fairen Anteil zurück.
share-ahead = Sie sind in dieser Saison Ihrem fairen Anteil { $tickets } Tickets voraus.
missed-out = { $times ->
    [1] Sie gingen beim letzten Mal leer aus und hätten deshalb { $entries } Lose in einer gewichteten Verlosung.
    [2] Sie gingen zweimal in Folge leer aus und hätten deshalb { $entries } Lose in einer gewichteten Verlosung.
   *[other] Sie gingen { $times }-mal in Folge leer aus und hätten deshalb { $entries } Lose in einer gewichteten Verlosung.
}
would-have = { $entries ->
    [one] Sie hätten { $entries } Los in einer gewichteten Verlosung.
   *[other] Sie hätten { $entries } Lose in einer gewichteten Verlosung.
}
chance = { $percent } %
chance-under-one = unter 1 %
chance-over-99 = über 99 %
