only = { $number } ou rien.
two = { $first } si possible, sinon { $second }. Si ni l’un ni l’autre n’est possible, vous n’en recevez aucun.
several = { $first } si possible, sinon { $others }. Si rien de cela n’est possible, vous n’en recevez aucun.
two-they = { $first } si possible, sinon { $second }. Si ni l’un ni l’autre n’est possible, la personne n’en reçoit aucun.
several-they = { $first } si possible, sinon { $others }. Si rien de cela n’est possible, la personne n’en reçoit aucun.
or = { $some }, sinon { $next }
only-best = Seulement { $best }
up-to-best = { $best } ou moins
