### What stands for the site as a whole: that there is no connection, and the accessibility statement.

offline = You’re offline
offline-what = We couldn’t load this page, and nothing was sent.
offline-how = Go back to keep what you typed and send it once you’re online. Pages you already have open still work.
offline-again = Try again

## Accessibility

title = Accessibility
lead = Everyone should be able to request tickets, however they see, hear, move, or type.
aim = What we aim for
aim-wcag = We follow the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA on every page.
aim-keyboard = Every page works with only a keyboard, and you can always see where the focus is.
aim-scripts = Every page works without JavaScript and on slow connections.
aim-zoom = You can zoom to 200%, or use a 320-pixel-wide screen, without scrolling sideways.
aim-colors = Colors follow your light, dark, or high-contrast setting. We never use color alone to convey meaning.
aim-motion = Animations turn off if your device is set to reduce motion.
aim-time = Pages don’t time out. Sign-in codes last 10 minutes, and you can always get a new one.
test = How we test
test-what = Before each release we run automated axe checks on every page, in light and dark mode and at phone and desktop sizes. We also complete the main tasks with only a keyboard, in high-contrast mode, and without JavaScript, and check key pages at 200% text size.
issues = Known issues
issues-browsers = We’ve tested only in Chromium, and not yet with people who use screen readers every day.
issues-hand = Assigning hundreds of requests by hand is slow with a keyboard or screen reader. Running a draw takes one step.
report = Report a problem
report-how = Reply to any email about an event to reach its organizer, or contact whoever runs this site for your group.
report-contact = You can also write to { $contact }.
