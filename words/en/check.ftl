### What the browser says while it verifies a draw. It fills in { $places } and the others itself.

verifying = Verifying…
verified = ✓ Verified. The published results match the draw exactly. (places: { $places }, numbers: { $numbers }, left over: { $left }, in { $took })
signed = ✓ Signed, in one chain: { $about }.
of-draw = ✓ Of the draw: { $about }.
differs = ✗ Doesn’t match. Differences: { $count }
differs-digest = { $key }: the record says { $claimed }, its requests give { $computed }
differs-digest-missing = { $key }: missing in the record, its requests give { $computed }
differs-digest-extra = { $key }: the record says { $claimed }, its requests give nothing
differs-place = Place { $rank }: the record says { $claimed }, the draw gives { $computed }
differs-place-missing = Place { $rank }: nobody in the record, the draw gives { $computed }
differs-place-extra = Place { $rank }: the record says { $claimed }, the draw gives nobody
differs-number = Tickets of { $label }: the record says { $claimed }, the draw gives { $computed }
differs-number-missing = Tickets of { $label }: missing in the record, the draw gives { $computed }
differs-number-extra = Tickets of { $label }: the record says { $claimed }, no request has this ID
differs-twice = Tickets of { $label }: listed twice
differs-left = Left over: the record says { $claimed }, the draw gives { $computed }
differs-after = Entry { $entry } after the result doesn’t follow from those before it
more = … and { $count } more
no-record = ✗ This isn’t a draw record: { $why }
no-statements = ✗ This isn’t a file of statements: { $why }
broken = Couldn’t verify: { $why }
this-record = The record of this page
not-fetched = The record couldn’t be downloaded.
not-started = The browser couldn’t start the check.
not-loaded = The part that checks signatures couldn’t be loaded ({ $why }).
too-large = it’s larger than 256 MiB, the most that is read
