### What charts have in common.

as-table = Show as table
you = You
behind-side = ← behind
ahead-side = ahead →
dot-is = Each dot is up to { $people } people.
