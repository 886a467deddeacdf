### Creating and editing an event.

new = New event
seasons = Seasons
copied-from = Copied from { $event }, { $when }. Just set the new date and closing time. The settings for returns and guests come along.
sample = Sample: Lions vs. Bears
edit = Edit event
name = Event name
name-hint = What people call it, like “Lions vs. Bears.”
starts = Starts
zone = Time zone
tickets = Tickets available
limit = Limit per person
closes = Requests close
closes-hint = In the same time zone. If you leave this blank, requests close when the event starts. You can close them anytime.
details = Details for everyone
details-hint = Where to meet, what to bring, seat info. Optional.
more = Season, draw, and privacy
season = Season
season-hint = We track fairness across all events in a season. Only its stewards and admins can add events to it.
new-season = New season
new-season-hint = For example, “Fall 2026.” You become its steward.
after-a-draw = If you run a draw, everyone who can see the event can still see and download, once it is finalized, the numbers each entry accepted and got, under an entry ID and without names. Some draw methods also show the order of requests, or what each entry got earlier in the season.
create = Create and open requests
save = Save changes
cancel = Cancel

## Public randomness

randomness = Public randomness in the draw
randomness-hint = With a public random number, nobody can know the result before that number comes, not even whoever runs this site. This can’t be changed after the first request.
typed-what = What you’ll type in
typed-what-hint = What exactly, and how it’s written. For example: the six numbers of the December 5 lottery, ascending, one space between.
known-at = When it becomes known
known-at-hint = In the same time zone, after requests close.

## What people see of each other

before-results = Before results, people can see
after-results = After results, people can see
see-own = Only their own request
see-numbers = How many people requested how many tickets
see-numbers-hint = No names
see-names = Names and numbers
see-names-hint = Notes stay private
