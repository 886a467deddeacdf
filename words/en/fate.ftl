### What a draw gave someone, and why. Of a limit: the most someone could get by lot in the first round.

place = #{ $rank } of { $of } in the draw.
place-limited = #{ $rank } of { $of } in the draw, limit { $limit }.
limit = Limit { $limit }.
first-choice = Got { $given }: first choice.

## Why someone got nothing: by their turn, by then, in the round without limits

only-turn = { $left ->
    [0] Only { $smallest } would do. By this turn, none were left.
    [one] Only { $smallest } would do. By this turn, { $left } ticket was left.
   *[other] Only { $smallest } would do. By this turn, { $left } tickets were left.
}
only-then = { $left ->
    [0] Only { $smallest } would do. By then, none were left.
    [one] Only { $smallest } would do. By then, { $left } ticket was left.
   *[other] Only { $smallest } would do. By then, { $left } tickets were left.
}
only-unlimited = { $left ->
    [0] Only { $smallest } would do. In the round without limits, none were left.
    [one] Only { $smallest } would do. In the round without limits, { $left } ticket was left.
   *[other] Only { $smallest } would do. In the round without limits, { $left } tickets were left.
}
least-turn = { $left ->
    [0] Needed at least { $smallest }. By this turn, none were left.
    [one] Needed at least { $smallest }. By this turn, { $left } ticket was left.
   *[other] Needed at least { $smallest }. By this turn, { $left } tickets were left.
}
least-then = { $left ->
    [0] Needed at least { $smallest }. By then, none were left.
    [one] Needed at least { $smallest }. By then, { $left } ticket was left.
   *[other] Needed at least { $smallest }. By then, { $left } tickets were left.
}
least-unlimited = { $left ->
    [0] Needed at least { $smallest }. In the round without limits, none were left.
    [one] Needed at least { $smallest }. In the round without limits, { $left } ticket was left.
   *[other] Needed at least { $smallest }. In the round without limits, { $left } tickets were left.
}

## Why someone got no more

more-then = { $left ->
    [0] Got { $given }. Moving up to { $next } needed { $more } more; none were left by then.
    [one] Got { $given }. Moving up to { $next } needed { $more } more; { $left } ticket was left by then.
   *[other] Got { $given }. Moving up to { $next } needed { $more } more; { $left } tickets were left by then.
}
more-unlimited = { $left ->
    [0] Got { $given }. Moving up to { $next } needed { $more } more; in the round without limits, none were left.
    [one] Got { $given }. Moving up to { $next } needed { $more } more; in the round without limits, { $left } ticket was left.
   *[other] Got { $given }. Moving up to { $next } needed { $more } more; in the round without limits, { $left } tickets were left.
}

## What someone got

got = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}.
got-first = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}, your first choice.
got-second = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}, your second choice.
got-third = You got { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}, your third choice.
