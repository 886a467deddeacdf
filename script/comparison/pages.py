"""What is asked of a site."""

from load import Ask
from original import ADMIN, MEMBER, ORGANIZER, email

NOBODY = 0

# Of the table in docs/PERFORMANCE.md: name, path, who looks.
COMPARED = [
    ("sign-in", "/sign-in", NOBODY),
    ("event, member", "/events/{open}", MEMBER),
    ("finalized event, member", "/events/{finalized}", MEMBER),
    ("event, admin", "/events/{open}", ADMIN),
    ("board", "/events/{closed}/allocate", ORGANIZER),
    ("dashboard", "/", MEMBER),
    ("history", "/events", MEMBER),
    ("people", "/admin/people", ADMIN),
]
UPDATE = "request update"

# What is looked at while the data grows.
GROWING = [
    ("dashboard", "/", MEMBER),
    ("history", "/events", MEMBER),
    ("request", "/events/{open}/request", MEMBER),
    ("board", "/events/{closed}/allocate", ORGANIZER),
    ("person", "/admin/people/{member}", ADMIN),
    ("event, member", "/events/{open}", MEMBER),
    ("review", "/events/{closed}/review", ORGANIZER),
    ("draw", "/events/{closed}/draw", MEMBER),
    ("people", "/admin/people", ADMIN),
    ("request for someone", "/events/{open}/request-for", ADMIN),
    ("organizers", "/events/{open}/organizers", ADMIN),
]

# A session may change something 120 times at once: as many as the fastest round needs.
SESSIONS_EACH = 2


def page(site, path, who, encoding):
    """A page of ours as somebody sees it."""
    plan = site.plan
    path = path.format(open=plan.open, closed=plan.closed, finalized=plan.finalized, member=number(site, MEMBER))
    headers = {"Accept": "text/html", "Accept-Encoding": encoding}
    if who != NOBODY:
        headers["Cookie"] = site.cookie(who)
    return Ask(path, headers)


def number(site, person):
    """The number of a person here, which need not be that of the original."""
    return site.rows("SELECT id FROM users WHERE email = ?", email(person))[0][0]


def update(site, senders):
    """Everyone who asks for the open event changes their request. Before that, what was on its way when the last load
    ended is done, and what limits their sessions is forgotten."""
    site.wait_until_idle()
    site.rows("DELETE FROM limits")
    versions = dict(site.rows("SELECT user_id, version FROM requests WHERE event_id = ?", site.plan.open))
    headers = {"Accept": "application/json", "Origin": site.url}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    return Ask("/api/request/save", headers, 200, f"event={site.plan.open}&note=", senders, versions)


def senders(site):
    """A session or two of everyone who asks for the open event, as (cookie, person)."""
    of_event = "SELECT u.email, u.id FROM users u JOIN requests r ON r.user_id = u.id WHERE r.event_id = ?"
    askers = site.rows(of_event, site.plan.open)
    return [(site.sign_in(address), id) for _ in range(SESSIONS_EACH) for address, id in askers]
