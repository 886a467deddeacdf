### The numbers of tickets that someone would take.

only = { $number } or nothing.
two = { $first } if possible, or { $second }. If neither works, you get none.
several = { $first } if possible, or { $others }. If none of these works, you get none.

## The same of someone else

two-they = { $first } if possible, or { $second }. If neither works, they get none.
several-they = { $first } if possible, or { $others }. If none of these works, they get none.

## A list of numbers, the largest first

or = { $some }, or { $next }

## What can be chosen with one tap

only-best = Only { $best } works
up-to-best = { $best } or fewer works
