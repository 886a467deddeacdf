### What the site said of an event, signed when it was said.

title = Signed statements
page = Statements: { $event }
draw = Draw
lead = What this site said about the event, signed when it was said. A statement can’t be changed later without a trace.
nothing = Nothing has been stated about this event yet.
zone = Times are in { $zone }.
file = Download statements
you = You. { $what }
of-entry = { $entry }. { $what }
as-signed = As it was signed
how = How to catch a site that tells people different things
how-chain = Each statement is signed together with everything said before it. The latest number and its fingerprint are at the end of every email from this site. If two people have the same number with different digits, the site has told two stories, and both emails prove it. The same happens when someone restores an old copy of the data.
how-others = Statements about other people are in the file as fingerprints only.
how-verify = On a computer, this checks every signature, and the draw against what was said before it: { $command }
chain = Signed statement { $number }: { $link } · key { $key }

## What a statement is

commitment = The draw’s sealed code, and what goes into the draw
receipt = Request received
withdrawal = Request withdrawn
removal = Request removed by an organizer
close = The list of requests
plan = Draw settled
drawn = Draw made
overridden = Other number than drawn
number = Other number than told before
reopen = Reopened
cancel = Event canceled
uncancel = Event takes place after all
trash = Trash
finalize = Results are final
key = The site signs with another key from here on

## What it says

source-drand = Public random number: round { $round } of drand, or a later one.
source-typed = Public number, typed in: { $name }.
source-none = No public random number.
would-take = Would take { $wish }.
would-take-entered = Would take { $wish }, entered by an organizer.
reason = Reason: { $reason }
list = { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
} for { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}.
draw-by = Draw { $draw }, { $rule }.
draw-again = Draw { $draw }, { $rule }. Reason: { $reason }
override-to = Drawn { $drawn }, now { $now }. Reason: { $reason }
number-to = { $before } before, now { $now }. Reason: { $reason }
reopen-numbers = To change numbers.
reopen-requests = For requests.
trash-in = Moved to the trash.
trash-out = Restored from the trash.
given = { $given ->
    [one] { $given } ticket assigned.
   *[other] { $given } tickets assigned.
}
