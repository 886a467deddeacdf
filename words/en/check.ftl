### What the browser says while it verifies a draw. It fills in { $places } and the others itself.

verifying = Verifying…
verified = ✓ Verified. The published results match the draw exactly. (places: { $places }, numbers: { $numbers }, left over: { $left }, in { $took })
signed = ✓ Signed, in one chain: { $about }.
of-draw = ✓ Of the draw: { $about }.
differs = ✗ Doesn’t match. Differences: { $count }
more = … and { $count } more
no-record = ✗ This isn’t a draw record: { $why }
no-statements = ✗ This isn’t a file of statements: { $why }
broken = Couldn’t verify: { $why }
this-record = The record of this page
not-fetched = The record couldn’t be downloaded.
not-started = The browser couldn’t start the check.
not-loaded = The part that checks signatures couldn’t be loaded ({ $why }).
too-large = it’s larger than 256 MiB, the most that is read
