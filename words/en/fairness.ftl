### How it went for someone over a season, and what the dots beside it mean.

title = Your season so far
went-nothing = No results yet. Only requests you made yourself count, once you’ve been told the result.
went-none = You requested tickets { $times } and haven’t gotten any yet.
went-once = You requested tickets once and got them.
went-always = You requested tickets { $times } and got them every time.
went = You requested tickets { $times } and got them { $got }.
they-nothing = No results yet. Only requests they made themselves count, once they’ve been told the result.
they-none = They requested tickets { $times } and haven’t gotten any yet.
they-once = They requested tickets once and got them.
they-always = They requested tickets { $times } and got them every time.
they = They requested tickets { $times } and got them { $got }.
more-seasons = { $count ->
    [one] … and { $count } more season in which you made requests.
   *[other] … and { $count } more seasons in which you made requests.
}

## Dots

dots = Oldest first: { $runs }
dots-got = { $count } with tickets
dots-none = { $count } without
dots-next = { $some }, { $next }
legend = { $full } got tickets · { $empty } missed out · oldest first
