### Draws: methods, what counts in them, and what a source of randomness proves.

rule-even-out-the-season = Even out the season
rule-lottery = Lottery
rule-first-come = First come, first served
rule-plain-lottery = Plain lottery
# A method without a name of its own: who comes first, and how many each gets.
rule-other = { $order }, { $fill }
order-equal = Equal chances
order-entries = Extra entries for people who missed out
order-behind = Furthest behind goes first
order-first-come = First come, first served
fill-straight = top choice first
fill-turns = smallest first, then extras
fill-rising = one step at a time
fill-most-people = serve the most people
fill-limit = within a random limit
says-equal = Order is random. Everyone has the same chance.
says-entries = Order is random, but people who missed out get extra entries: double for each event in a row without tickets.
says-behind = People furthest behind their fair share this season go first. Ties are broken at random.
says-first-come = The earliest request goes first. Ties are broken at random.
says-straight = Going down the list, each person gets the largest number they’d accept that’s still available.
says-turns = Going down the list, everyone gets the smallest number they’d accept. Then leftover tickets top people up, in the same order.
says-rising = Going down the list, everyone who’d accept 1 gets 1; then everyone who’d accept 2 moves up to 2, and so on until the tickets run out.
says-most-people = The smallest requests go first, so the most people get something. Then leftover tickets top people up.
says-limit = Everyone also draws a random limit: at least 2 for one person in two, at least 3 for one in three, and so on. Going down the list, each person gets the largest number they’d accept within their limit that’s still available. Then leftover tickets go around once more, without limits.

## Public randomness, as it is chosen and what it proves

drand = A round of drand
drand-hint = Recommended: a public random number that comes by itself ten minutes after requests close
typed = Something typed in later
typed-hint = Such as lottery numbers; you type it in before you draw
nothing = Nothing
nothing-hint = People have to trust that whoever runs this site didn’t look
proves-drand = The draw takes a public random number that came after the method and everything set by hand were fixed, as the signed statements say. If their times are true, not even whoever runs this site, together with the organizer, could have known or steered the result. Whoever saw the settled draw before its number came knows that they are.
proves-typed-after = The public number was named before the first request and was to become known only after requests had closed. If that’s so, nobody could have known the result before, not even whoever runs this site. Whether it was typed in as published is for you to compare.
proves-typed = The public number was named before the first request, but not announced as becoming known after requests close. Whoever runs this site may have known it, and the result, earlier.
proves-nothing = Whoever runs this site could have looked at the code early; you’re trusting that they didn’t. A public random number removes the need for that trust.

## What a season remembers

entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
behind = { $tickets } behind
ahead = { $tickets } ahead
fair-share-one = Your fair share of an event is its tickets divided by the people who requested them. Everyone starts with one entry; each event in a row without tickets doubles it, up to 64. Only events with too few tickets count.
fair-share-two = Your fair share of an event is the tickets that people got, divided by everyone who requested tickets for it or for the event before it. Everyone starts with one entry; each event in a row without tickets doubles it, up to 64. Only events with too few tickets count, and only requests that people made themselves.
beside-names = Entries count in weighted draws. “Behind” and “ahead” compare the tickets someone got with their fair share, over the events with too few.
share-even = You’ve had your fair share this season.
share-behind = You’re { $tickets } tickets behind your fair share this season.
share-ahead = You’re { $tickets } tickets ahead of your fair share this season.
missed-out = { $times ->
    [1] You missed out last time, so you’d have { $entries } entries in a weighted draw.
    [2] You missed out twice in a row, so you’d have { $entries } entries in a weighted draw.
   *[other] You missed out { $times } times in a row, so you’d have { $entries } entries in a weighted draw.
}
would-have = { $entries ->
    [one] You’d have { $entries } entry in a weighted draw.
   *[other] You’d have { $entries } entries in a weighted draw.
}

## Chances

chance = { $percent }%
chance-under-one = under 1%
chance-over-99 = over 99%
