### Where an event takes place, and when it ends.

place = Where is it?
place-hint = For example, “Rovers Park, gate B”. Optional.
ends = When does it end?
ends-hint = Optional. Calendars show it.
until = Until { $end }
