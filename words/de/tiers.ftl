only = { $number } oder gar nichts.
two = Am liebsten { $first }, sonst { $second }. Geht beides nicht, bekommen Sie nichts.
several = Am liebsten { $first }, sonst { $others }. Geht nichts davon, bekommen Sie nichts.
two-they = Am liebsten { $first }, sonst { $second }. Geht beides nicht, bekommt die Person nichts.
several-they = Am liebsten { $first }, sonst { $others }. Geht nichts davon, bekommt die Person nichts.
or = { $some }, sonst { $next }
only-best = Nur { $best }
up-to-best = { $best } oder weniger
