### Seasons and their stewards.

title = Seasons
what = What counts in a season moves everyone’s chances in it. So only its stewards and admins can add events to it, move them out of it, or reopen them. To start a new season, name it when you create an event.
no-stewards = No stewards: admins only.
remove = Remove
remove-whom = Remove { $name } from { $season }
email = Email address of a new steward
add = Add steward
