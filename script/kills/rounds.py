"""Rounds of killing the program, on one database and with one receiver."""

import random
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

from receivers import SesWithEvents

# Seconds from pressing "Finalize" to the end, at most.
LONGEST_LIFE = 1.5
# What may have left waits ten minutes, and whoever held it is known to be dead after twenty seconds.
LONGEST_WAIT = 1500


# Where the other side says what it took, at most one in so many may come twice.
RARELY = 1000

HEADS = (
    "database", "way", "rounds", "mails", "lost", "in doubt", "twice", "of these not in doubt", "three times", "under another ID",
    "given up", "half finalized", "most in a second",
)


@dataclass
class Tally:
    database: str
    way: str
    rounds: int
    mails: int
    lost: int
    in_doubt: int
    twice: int
    strays: int
    thrice: int
    other_names: int
    unknown: int
    halves: int
    rate: float
    is_told: bool

    def row(self):
        counts = [self.rounds, self.mails, self.lost, self.in_doubt, self.twice, self.strays, self.thrice, self.other_names]
        counts += [self.unknown, self.halves]
        shown = " | ".join(f"{count:,}" for count in counts)
        return f"| {self.database} | {self.way} | {shown} | {self.rate:.1f} |"

    def is_bad(self):
        """Nothing of something, two copies of what was in no doubt, three copies or two names of it, or a decision of which
        only a half was told. Two copies of more than one in a thousand, where the other side says what it took."""
        too_often = self.is_told and self.twice * RARELY > self.mails
        return bool(self.lost or self.strays or self.thrice or self.other_names or self.halves or too_often)


class Program:
    """The real one, with an organization that is made up."""

    def __init__(self, program, site_root, database, receiver):
        self.program, self.database = program, database
        self.folder = tempfile.mkdtemp(prefix="faults-")
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.env = {
            "PATH": "/usr/bin:/bin",
            "APP_URL": self.url,
            "LISTEN": f"127.0.0.1:{port}",
            "SECRET_KEY": secrets.token_hex(32),
            "LEPTOS_SITE_ROOT": site_root,
            "DRAND_URLS": "none",
            "MAIL_ENABLED": "true",
            "SES_SENDER_EMAIL": "tickets@example.org",
            "RUST_LOG": "error",
            **database.settings,
            **receiver.settings,
        }
        if "MAIL_FROM" in self.env:
            del self.env["SES_SENDER_EMAIL"]
        self.log = open(self.folder + "/log", "wb")
        self.running = None

    def command(self, *words):
        done = subprocess.run([self.program, *words], env=self.env, cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{words[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def start(self):
        self.running = subprocess.Popen(
            [self.program, "serve"], env=self.env, cwd=self.folder, stdout=self.log, stderr=self.log
        )
        for _ in range(6000):
            if self.running.poll() is not None:
                raise SystemExit(f"it ended: {open(self.folder + '/log').read()[-2000:]}")
            try:
                return urllib.request.urlopen(self.url + "/healthz").read()
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.01)
        raise SystemExit("it does not answer")

    def kill(self):
        self.running.kill()
        self.running.wait()

    def end(self):
        self.running.terminate()
        self.running.wait()
        shutil.rmtree(self.folder)

    def sign_in(self):
        ((admin,),) = self.database.rows("SELECT email FROM users WHERE role = 'admin' ORDER BY id LIMIT 1")
        link = self.command("login-link", admin).split()[-1]
        headers = self.post("/api/sign-in/redeem", token=link.rpartition("/")[2])
        cookies = [line.split(";")[0] for line in headers.get_all("Set-Cookie", [])]
        self.cookie = next(cookie for cookie in cookies if cookie.partition("=")[0].endswith("session"))

    def post(self, path, **fields):
        headers = {"Origin": self.url, "Accept": "application/json", "Cookie": getattr(self, "cookie", "")}
        asked = urllib.request.Request(self.url + path, urllib.parse.urlencode(fields).encode(), headers)
        with urllib.request.urlopen(asked, timeout=20) as got:
            got.read()
            return got.headers


def rounds(program, site_root, make_database, make_receiver, count):
    database, receiver = make_database(), make_receiver()
    receiver.watches(database)
    site = Program(program, site_root, database, receiver)
    site.command("seed-demo")
    site.start()
    site.sign_in()
    ((event, requests),) = database.rows(
        "SELECT e.id, COUNT(*) FROM events e JOIN requests r ON r.event_id = e.id WHERE e.status = 'finalized' "
        "AND e.deleted_at IS NULL GROUP BY e.id ORDER BY COUNT(*) DESC LIMIT 1"
    )
    dice = random.Random(23)
    for number in range(count):
        # What is finalized in this round is known by its subject.
        database.change(f"UPDATE events SET name = 'Round {number}.' WHERE id = {event}")
        finalizing = threading.Thread(target=finalize, args=(site, event))
        finalizing.start()
        time.sleep(dice.uniform(0, LONGEST_LIFE))
        site.kill()
        finalizing.join()
        site.start()
        if number % 20 == 19:
            print(f"   {database.name}, {receiver.name}: {number + 1} rounds, {len(receiver.times)} mails", flush=True)
    wait_until_all_left(database)
    tally = counted(database, receiver, event, count)
    site.end()
    return tally


def finalize(site, event):
    """Opens what is finalized again, and finalizes it anew. All who requested are told each time."""
    try:
        ((status, version),) = site.database.rows(f"SELECT status, board_version FROM events WHERE id = {event}")
        if status == "finalized":
            site.post("/api/event/reopen", event=event)
            ((status, version),) = site.database.rows(f"SELECT status, board_version FROM events WHERE id = {event}")
        site.post("/api/allocation/finalize", event=event, version=version, telling="all", why="Counted again.")
    except (OSError, ConnectionError, urllib.error.URLError):
        pass  # It was killed meanwhile, or refused what came twice.


def wait_until_all_left(database):
    for _ in range(LONGEST_WAIT):
        ((left,),) = database.rows("SELECT COUNT(*) FROM outbox WHERE status IN ('waiting', 'sending')")
        if int(left) == 0:
            return
        time.sleep(1)
    raise SystemExit(f"{database.name}: {left} mails do not leave")


def counted(database, receiver, event, count):
    ((mails,),) = database.rows(f"SELECT COUNT(*) FROM outbox WHERE status <> 'skipped' AND event_id = {event}")
    ((unknown,),) = database.rows("SELECT COUNT(*) FROM outbox WHERE status = 'failed'")
    # All who are told of one finalizing are told in one transaction, at one instant.
    told = "SELECT COUNT(*) FROM outbox WHERE kind IN ('result', 'changed') GROUP BY created_at"
    sizes = [int(size) for (size,) in database.rows(told)]
    halves = sum(1 for size in sizes if size != max(sizes))
    # What was noted as handed over when the program died, by whom it is for and of which round it tells.
    doubtful = "SELECT u.email, o.payload FROM outbox o JOIN users u ON u.id = o.user_id WHERE o.unsure > 0"
    in_doubt = [(email, round_in(payload)) for email, payload in database.rows(doubtful)]
    given = {of: ids for of, ids in receiver.given.items() if round_in(of[1])}
    twice = [(to, round_in(subject)) for (to, subject), ids in given.items() if len(ids) == 2]
    fastest = max((busy(receiver.times, start) for start in receiver.times[::50]), default=0)
    return Tally(
        database=database.name,
        way=receiver.name,
        rounds=count,
        mails=int(mails),
        lost=int(mails) - len(given),
        in_doubt=len(in_doubt),
        twice=len(twice),
        strays=sum(1 for one in twice if one not in in_doubt),
        thrice=sum(1 for ids in given.values() if len(ids) > 2),
        other_names=sum(1 for ids in given.values() if len(set(ids)) > 1),
        unknown=int(unknown),
        halves=halves,
        rate=fastest,
        is_told=isinstance(receiver, SesWithEvents),
    )


def round_in(text):
    found = re.search(r"Round \d+\.", text)
    return found and found.group()


def busy(times, start):
    """Mails in the second after `start`."""
    return sum(1 for at in times if start <= at < start + 1)
