title = Confirmation de la demande
subject = Demande reçue : { $event }
what = Vous avez demandé { $wish }. Vous pouvez modifier ou retirer votre demande jusqu’à la clôture. Nous vous enverrons le résultat par e-mail.
commitment = En cas de tirage, il est lié à ce code scellé, qui est public : { $code }
label = Votre identifiant dans le tirage : { $label }
