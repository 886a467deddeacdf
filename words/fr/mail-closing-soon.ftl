title = Demandes bientôt closes
subject = Demandes bientôt closes : { $event }
closes = Les demandes sont possibles jusqu’au { $when }.
unanswered = Vous n’avez pas encore demandé de billets. Si vous n’en voulez pas, vous n’avez rien à faire.
