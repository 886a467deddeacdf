"""Makes a database of the program before this one, as `ticket-pool import-legacy` and a peer read it."""

import random
import sqlite3
from datetime import datetime, timedelta

SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT UNIQUE NOT NULL, password_hash TEXT,
    is_admin BOOLEAN DEFAULT 0, is_active BOOLEAN DEFAULT 1, must_reset_password BOOLEAN DEFAULT 1, reset_token TEXT,
    reset_token_expires DATETIME, created_at DATETIME DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, event_date DATETIME NOT NULL,
    total_tickets INTEGER NOT NULL, notes TEXT,
    status TEXT DEFAULT 'open' CHECK(status IN ('open', 'finalized', 'cancelled')), created_by INTEGER NOT NULL,
    created_at DATETIME DEFAULT CURRENT_TIMESTAMP, finalized_at DATETIME,
    FOREIGN KEY (created_by) REFERENCES users(id));
CREATE TABLE submissions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, event_id INTEGER NOT NULL, user_id INTEGER NOT NULL,
    preferences TEXT NOT NULL, notes TEXT, allocated INTEGER, submitted_at DATETIME DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
    FOREIGN KEY (event_id) REFERENCES events(id), FOREIGN KEY (user_id) REFERENCES users(id),
    UNIQUE(event_id, user_id));
CREATE INDEX idx_events_status ON events(status);
CREATE INDEX idx_events_date ON events(event_date);
CREATE INDEX idx_submissions_event ON submissions(event_id);
CREATE INDEX idx_submissions_user ON submissions(user_id);
"""

GIVEN = "Asha Bram Chidi Dana Emre Farid Greta Hana Ines Jonas Kaja Lior Mina Noor Olga Pavel Quim Rosa Sami".split()
FAMILY = "Kowalska Okafor Silva Petrov Ngata Müller Lindqvist Haddad Nakamura O'Brien".split()
SHOWS = ["Rovers v United", "Philharmonic: Mahler 2", "Ice hockey semi-final", "Comedy night", "Basketball derby"]
WISHES = [[2], [1], [2, 1], [4, 2], [4, 2, 1], [3, 2, 1], [4, 3, 2, 1], [6, 4, 2], [8, 4, 2, 1]]

# People with a part: an admin, who owns nothing; an organizer, who owns all events; a member, who asks for every third
# event and for those that are looked at, so that what is theirs grows with the events only.
ADMIN, ORGANIZER, MEMBER = 1, 2, 3


def email(person):
    return f"person-{person}@example.org"


class Plan:
    """How much there is. The last three events are looked at: finalized, closed, open; each has `of_one` requests."""

    def __init__(self, people=200, events=40, requests=60, of_one=60):
        self.people, self.events, self.requests, self.of_one = people, events, requests, of_one
        self.finalized, self.closed, self.open = events - 2, events - 1, events


def time(moment):
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def write(file, plan):
    """The same for the same plan on the same day: times are counted from today, so that the open event stays open."""
    chance = random.Random(2026)
    today = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
    db = sqlite3.connect(file)
    db.executescript(SCHEMA)
    began = today - timedelta(days=720)
    people = [
        (id, f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}", email(id), id == ADMIN, time(began))
        for id in range(1, plan.people + 1)
    ]
    db.executemany("INSERT INTO users (id, name, email, is_admin, created_at) VALUES (?, ?, ?, ?, ?)", people)
    for event in range(1, plan.events + 1):
        write_event(db, chance, plan, event, today)
    db.commit()
    db.close()


def write_event(db, chance, plan, event, today):
    looked_at = event >= plan.finalized
    starts = today + timedelta(hours=19, minutes=30)
    if event == plan.open:
        starts += timedelta(days=30)
    else:
        starts -= timedelta(days=1 + (plan.closed - event) * 700 // plan.events)
    status = "open" if event >= plan.closed else "cancelled" if event % 20 == 7 else "finalized"
    requests = plan.of_one if looked_at else plan.requests
    tickets = requests * 3 // 2
    created, finalized = time(starts - timedelta(days=40)), time(starts - timedelta(days=2))
    notes = "Meet at gate 4 <b>20 min</b> early & bring ID" if event % 3 == 0 else None
    name = f"{SHOWS[event % len(SHOWS)]} #{event}"
    row = (event, name, time(starts), tickets, notes, status, ORGANIZER, created)
    row += (finalized if status == "finalized" else None,)
    db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    always = [MEMBER] if looked_at or event % 3 == 0 else []
    askers = chance.sample(range(MEMBER + 1, plan.people + 1), requests - len(always)) + always
    left, rows = tickets, []
    for person in askers:
        wish = chance.choice(WISHES)
        given = next((number for number in wish if number <= left), 0)
        left -= given
        decided = status == "finalized" or event == plan.closed
        note = "With my sister, please" if chance.random() < 0.2 else None
        preferences = ",".join(map(str, [*wish, 0]))
        rows.append((event, person, preferences, note, given if decided else None, created, created))
    fields = "event_id, user_id, preferences, notes, allocated, submitted_at, updated_at"
    db.executemany(f"INSERT INTO submissions ({fields}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
