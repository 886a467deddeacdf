"""A build of ours on a database of its own."""

import os
import secrets
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import original
from processes import Processes


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Site:
    """The build in `folder` (`ticket-pool` and `site/`), serving what `plan` says."""

    def __init__(self, folder, plan):
        self.plan = plan
        self.program = Path(folder).resolve() / "ticket-pool"
        self.scratch = Path(tempfile.mkdtemp(prefix="compare-"))
        self.database = self.scratch / "tickets.db"
        self.url = f"http://127.0.0.1:{free_port()}"
        self.cookies = {}
        self.env = {
            "PATH": os.environ["PATH"],
            "DATABASE": str(self.database),
            "APP_URL": self.url,
            "LISTEN": self.url.removeprefix("http://"),
            "SECRET_KEY": secrets.token_hex(32),
            "LEPTOS_SITE_ROOT": str(self.program.with_name("site")),
            "DRAND_URLS": "none",
            "RUST_LOG": "error",
        }
        self.running = None

    def __enter__(self):
        file = self.scratch / "original.db"
        original.write(file, self.plan)
        self.command("import-legacy", str(file))
        with open(self.scratch / "log", "wb") as log:
            serve = [self.program, "serve"]
            began = time.monotonic()
            self.running = subprocess.Popen(serve, env=self.env, cwd=self.scratch, stdout=log, stderr=log)
        self.wait_until_ready()
        self.start = time.monotonic() - began
        self.processes = Processes(self.running.pid)
        self.wait_until_idle()
        return self

    def __exit__(self, *_):
        if self.running:
            self.running.terminate()
            self.running.wait()
        shutil.rmtree(self.scratch)

    def command(self, *words):
        done = subprocess.run([self.program, *words], env=self.env, cwd=self.scratch, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{self.program} {words[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def wait_until_ready(self):
        for _ in range(3000):
            if self.running.poll() is not None:
                raise SystemExit(f"{self.program} ended:\n{(self.scratch / 'log').read_text()[-2000:]}")
            try:
                urllib.request.urlopen(self.url + "/readyz").read()
                return
            except urllib.error.URLError:
                time.sleep(0.005)
        raise SystemExit(f"{self.program} does not answer")

    def wait_until_idle(self):
        """Until what is under way is done: the first start closes what is due and prints mails about it."""
        quiet = 0
        while quiet < 4:
            before = self.processes.cpu()
            time.sleep(0.25)
            quiet = quiet + 1 if self.processes.cpu() - before <= 0.01 else 0

    def cookie(self, person):
        """The session of somebody, by a link as the command prints it."""
        if person not in self.cookies:
            self.cookies[person] = self.sign_in(original.email(person))
        return self.cookies[person]

    def sign_in(self, email):
        link = self.command("login-link", email).split()[-1]
        form = urllib.parse.urlencode({"token": link.rpartition("/")[2]}).encode()
        headers = {"Origin": self.url, "Accept": "application/json"}
        asked = urllib.request.Request(self.url + "/api/sign-in/redeem", form, headers)
        with urllib.request.urlopen(asked) as got:
            cookies = [line.split(";")[0] for line in got.headers.get_all("Set-Cookie", [])]
        return next(cookie for cookie in cookies if cookie.partition("=")[0].endswith("session"))

    def rows(self, statement, *values):
        """Reads from the database, or changes it between two measurements."""
        with sqlite3.connect(self.database, timeout=30) as db:
            rows = db.execute(statement, values).fetchall()
        db.close()
        return rows
