title = Faire connaître l’événement
link = Lien à partager
everyone = { $count ->
    [0] Il n’y a personne à prévenir : tout le monde a répondu, a désactivé ces e-mails ou ne peut pas se connecter.
    [one] { $count } personne n’a pas encore répondu et reçoit les e-mails sur les nouveaux événements. Elle reçoit un e-mail avec un bouton pour demander des billets. C’est possible une seule fois.
   *[other] { $count } personnes n’ont pas encore répondu et reçoivent les e-mails sur les nouveaux événements. Chacune reçoit un e-mail avec un bouton pour demander des billets. C’est possible une seule fois.
}
send = { $count ->
    [one] Écrire à { $count } personne
   *[other] Écrire à { $count } personnes
}
sent = Tout le monde a été prévenu : { $when }.
