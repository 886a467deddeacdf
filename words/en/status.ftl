### Where an event stands.

open = Open
closed = Closed
finalized = Final
canceled = Canceled
closes-soon = Closes soon
