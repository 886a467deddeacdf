title = Déclarations signées
page = Déclarations : { $event }
draw = Tirage
lead = Ce que ce site a dit de l’événement, signé au moment même. Une déclaration ne peut pas être modifiée après coup sans laisser de trace.
nothing = Rien n’a encore été déclaré sur cet événement.
zone = Heures : { $zone }.
file = Télécharger les déclarations
you = Vous. { $what }
of-entry = { $entry }. { $what }
as-signed = Tel que signé
how = Comment confondre un site qui dit des choses différentes à chacun
how-chain = Chaque déclaration est signée avec tout ce qui a été dit avant elle. Le dernier numéro et son empreinte figurent à la fin de chaque e-mail de ce site. Si deux personnes ont le même numéro avec des chiffres différents, le site a raconté deux histoires, et les deux e-mails le prouvent. Il en va de même quand quelqu’un restaure une ancienne copie des données.
how-others = Les déclarations sur d’autres personnes ne figurent dans le fichier que sous forme d’empreintes.
how-verify = Sur un ordinateur, ceci vérifie chaque signature, et le tirage d’après ce qui a été dit avant lui : { $command }
chain = Déclaration signée { $number } : { $link } · clé { $key }
commitment = Le code scellé du tirage, et ce qui y entre
receipt = Demande reçue
withdrawal = Demande retirée
removal = Demande supprimée par l’organisation
close = La liste des demandes
plan = Tirage fixé
drawn = Tirage effectué
overridden = Autre nombre que celui du tirage
number = Autre nombre que celui annoncé avant
reopen = Rouvert
cancel = Événement annulé
uncancel = L’événement a lieu malgré tout
trash = Corbeille
finalize = Résultats définitifs
key = Le site signe désormais avec une autre clé
source-drand = Nombre aléatoire public : tour { $round } de drand, ou un tour suivant.
source-typed = Nombre public, saisi : { $name }.
source-none = Aucun nombre aléatoire public.
would-take = Accepterait { $wish }.
would-take-entered = Accepterait { $wish }, saisi par l’organisation.
reason = Motif : { $reason }
list = { $requests ->
    [one] { $requests } demande
   *[other] { $requests } demandes
} pour { $tickets ->
    [one] { $tickets } billet
   *[other] { $tickets } billets
}.
draw-by = Tirage { $draw }, { $rule }.
draw-again = Tirage { $draw }, { $rule }. Motif : { $reason }
override-to = Tiré : { $drawn }, maintenant { $now }. Motif : { $reason }
number-to = { $before } avant, maintenant { $now }. Motif : { $reason }
reopen-numbers = Pour changer des nombres.
reopen-requests = Pour des demandes.
trash-in = Mis à la corbeille.
trash-out = Sorti de la corbeille.
given = { $given ->
    [one] { $given } billet attribué.
   *[other] { $given } billets attribués.
}
