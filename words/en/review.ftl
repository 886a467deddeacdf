### The page before finalizing.

title = Review and finalize
page = Review: { $event }
board = Board
summary = Summary
preview = Email preview
own-language = Shown in your language. Everyone gets it in the one they chose, or else in English.
get-first = { $count ->
    [one] gets their first choice
   *[other] get their first choice
}
get-accepted = { $count ->
    [one] gets another number they’d accept
   *[other] get another number they’d accept
}
get-other = { $count ->
    [one] gets a number they didn’t request, with a reason
   *[other] get a number they didn’t request, with a reason
}
get-none = { $count ->
    [one] gets none
   *[other] get none
}
undecided = { $count ->
    [one] is undecided
   *[other] are undecided
}
not-ready = Almost ready to finalize
still-undecided = { $count ->
    [one] { $count } person is still undecided.
   *[other] { $count } people are still undecided.
}
back = Back to board
email-changed = { $count ->
    [one] Finalize and email { $count } person
   *[other] Finalize and email { $count } people
}
email-all = { $count ->
    [one] Finalize and email { $count } person
   *[other] Finalize and email all { $count } people
}
email-only = { $count ->
    [one] Finalize and email only { $count } person
   *[other] Finalize and email only { $count } people
}
email-no-one = Finalize without emailing
why = Why numbers changed
why-hint = Someone gets another number than they were told. They’ll read this in their email and on their page.
no-one-changed = No one’s number changed.
only-deactivated = Only deactivated people have another number than they were told.
only-those-changed = We’ll email only the people whose number changed.
everyone = We’ll email everyone who made a request, including people who got none.
told-other-date = { $count ->
    [one] { $count } person was told another date or place. We’ll tell them this one.
   *[other] { $count } people were told another date or place. We’ll tell them this one.
}
counts-for-told = In its season, the event counts only for those who are told.
line = Message to people who got tickets
line-hint = For example, where to pick them up. Optional. Shown on their event page and in their email.
deactivated = { $count ->
    [one] { $count } person is deactivated and won’t be emailed.
   *[other] { $count } people are deactivated and won’t be emailed.
}
unreachable = { $of ->
    [one] { $count } of { $of } person can’t be reached by email: { $names }. Tell them yourself.
   *[other] { $count } of { $of } people can’t be reached by email: { $names }. Tell them yourself.
}

## Where email is off

finalize = Finalize results
finalize-all = { $count ->
    [one] Finalize and tell { $count } person again
   *[other] Finalize and tell all { $count } people again
}
finalize-only = { $count ->
    [one] Finalize for only { $count } person
   *[other] Finalize for only { $count } people
}
finalize-silently = Finalize without telling anyone
line-hint-unsent = For example, where to pick them up. Optional. Shown on their event page.
why-hint-unsent = Someone gets another number than they were told. They’ll read this on their page.
