"""Load on one page, with wrk; and one answer by itself."""

import http.client
import json
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

SCRIPT = Path(__file__).with_name("load.lua").read_text()


@dataclass
class Ask:
    """What is asked: a page, or a form; one that `senders` (cookie, person) send in turns goes on with its version."""

    path: str
    headers: dict = field(default_factory=dict)
    status: int = 200
    form: str = ""
    senders: list = field(default_factory=list)
    versions: dict = field(default_factory=dict)


@dataclass
class Load:
    """What wrk says. `wrong` counts answers with another status, and those that did not come."""

    requests: int
    seconds: float
    p50: float
    p99: float
    bytes: int
    wrong: int

    @property
    def speed(self):
        return self.requests / self.seconds


def quoted(text):
    # What JSON writes in quotes, Lua reads, as long as it is ASCII without \u.
    return json.dumps(text, ensure_ascii=False)


def table(entries):
    return "{" + ", ".join(f"[{key}] = {value}" for key, value in entries) + "}"


def script(ask, watched):
    lines = [f"wrk.headers[{quoted(name)}] = {quoted(value)}" for name, value in ask.headers.items()]
    lines += [f"status = {ask.status}", f"watched = {'true' if watched else 'false'}"]
    if ask.form and not ask.senders:
        lines += ['wrk.method = "POST"', f"wrk.body = {quoted(ask.form)}"]
    if ask.senders:
        senders = [f"{{ cookie = {quoted(cookie)}, person = {person} }}" for cookie, person in ask.senders]
        lines += [f"form = {quoted(ask.form)}", f"senders = {{ {', '.join(senders)} }}"]
        lines.append(f"versions = {table(ask.versions.items())}")
    return "\n".join([*lines, SCRIPT])


def load(url, ask, connections, seconds, watched=False):
    """Asks over so many connections for so long. `watched`: every status is looked at, which costs a little speed."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script(ask, watched or bool(ask.form)))
        file.flush()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", file.name]
        said = subprocess.run([*command, url + ask.path], capture_output=True, text=True, check=False)
    line = next((line for line in said.stdout.splitlines() if line.startswith("SAID ")), None)
    if line is None:
        raise SystemExit(f"wrk failed at {ask.path}:\n{said.stdout}{said.stderr}")
    requests, micros, p50, p99, size, refused, broken = map(int, line.split()[1:])
    return Load(requests, micros / 1e6, p50 / 1000, p99 / 1000, size, refused + broken)


def answer(url, ask, encoding):
    """One answer of a page: its status, and how large its body is as it is sent."""
    where = urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname, where.port or 80, timeout=60)
    connection.request("GET", ask.path, headers={**ask.headers, "Accept-Encoding": encoding})
    got = connection.getresponse()
    size = len(got.read())
    connection.close()
    return got.status, size
