title = Ihre Saison bisher
went-nothing = Noch keine Ergebnisse. Es zählen nur Anfragen, die Sie selbst gestellt haben, sobald Sie das Ergebnis kennen.
went-none = Sie haben { $times } Tickets angefragt und noch keine bekommen.
went-once = Sie haben einmal Tickets angefragt und welche bekommen.
went-always = Sie haben { $times } Tickets angefragt und jedes Mal welche bekommen.
went = Sie haben { $times } Tickets angefragt und { $got } welche bekommen.
they-nothing = Noch keine Ergebnisse. Es zählen nur selbst gestellte Anfragen, sobald das Ergebnis mitgeteilt ist.
they-none = Hat { $times } Tickets angefragt und noch keine bekommen.
they-once = Hat einmal Tickets angefragt und welche bekommen.
they-always = Hat { $times } Tickets angefragt und jedes Mal welche bekommen.
they = Hat { $times } Tickets angefragt und { $got } welche bekommen.
more-seasons = { $count ->
    [one] … und { $count } weitere Saison mit Anfragen von Ihnen.
   *[other] … und { $count } weitere Saisons mit Anfragen von Ihnen.
}
dots = Die ältesten zuerst: { $runs }
dots-got = { $count } mit Tickets
dots-none = { $count } ohne
dots-next = { $some }, { $next }
legend = { $full } Tickets bekommen · { $empty } leer ausgegangen · die ältesten zuerst
