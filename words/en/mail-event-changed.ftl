### An event is not as it was when people asked.

title = Event changed
subject = Changed: { $event }
subject-starts = New date or time: { $event }
subject-open-again = Requests are open again: { $event }
subject-takes-place = Takes place after all: { $event }
subject-deleted = Deleted: { $event }
subject-restored = Back again: { $event }
name = It was called “{ $before }” and is called “{ $now }” now.
starts = It begins { $now }, not { $before }.
place = It takes place at { $now }, not at { $before }.
place-new = It takes place at { $now }.
place-none = Its place, { $before }, no longer applies, and no other was named.
ends = It ends { $now }.
ends-none = When it ends is open again.
closes = Requests close { $now }, not { $before }.
tickets = { $now ->
    [one] There is { $now } ticket, not { $before }.
   *[other] There are { $now } tickets, not { $before }.
}
season = It counts in the season “{ $now }”, not “{ $before }”. That changes who is ahead and who is behind.
season-none = It no longer counts in a season; it counted in “{ $before }”. That changes who is ahead and who is behind.
season-new = It counts in the season “{ $now }” now; it counted in none. That changes who is ahead and who is behind.
shown = What others see of your request was changed. The event’s page says what.
open-again = Requests are open again. Yours stands; you can change or withdraw it.
takes-place = The cancellation was taken back: the event takes place. Your request stands.
deleted = The event was deleted. You don’t need to do anything.
restored = The event was deleted and is back. Your request stands.
by = { $by } made this change.
