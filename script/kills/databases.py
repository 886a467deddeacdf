"""The two databases, for a site and for whoever looks into it while it runs."""

import secrets
import sqlite3
import subprocess
import tempfile
from pathlib import Path


class Sqlite:
    name = "SQLite"

    def __init__(self):
        self.file = Path(tempfile.mkdtemp(prefix="faults-")) / "tickets.db"
        self.settings = {"DATABASE": str(self.file)}

    def rows(self, statement):
        db = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True, timeout=30)
        try:
            return db.execute(statement).fetchall()
        finally:
            db.close()


    def change(self, statement):
        with sqlite3.connect(self.file, timeout=30) as db:
            db.execute(statement)
        db.close()


class Postgres:
    name = "PostgreSQL"

    def __init__(self, cluster):
        name = "faults_" + secrets.token_hex(6)
        self.cluster = cluster
        psql(cluster, f"CREATE DATABASE {name}")
        self.url = cluster.rpartition("/")[0] + "/" + name
        self.settings = {"DATABASE_URL": self.url}

    def rows(self, statement):
        return [tuple(line.split("\x1f")) for line in psql(self.url, statement).splitlines() if line]

    def change(self, statement):
        psql(self.url, statement)


def psql(url, statement):
    done = subprocess.run(["psql", "-AtqX", "-F", "\x1f", "-c", statement, url], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"psql: {done.stderr}")
    return done.stdout
