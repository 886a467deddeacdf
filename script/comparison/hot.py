"""What one page spends its time on: perf's samples while it is under load."""

import subprocess
import threading

from load import load
from sides import Ours

SECONDS = 10


def profile(site, name):
    side = Ours(site)
    ask = side.ask(name)
    if ask is None:
        raise SystemExit(f"There is no page {name!r}.")
    data = site.scratch / "perf.data"
    record = ["perf", "record", "-q", "-e", "cpu-clock", "-F", "997", "-p", str(site.running.pid), "-o", data]
    under_load = threading.Thread(target=load, args=(side.url, ask, 16, SECONDS + 2))
    under_load.start()
    subprocess.run([*record, "--", "sleep", str(SECONDS)], check=True)
    under_load.join()
    for sort in ("comm", "dso", "symbol"):
        report = ["perf", "report", "-i", data, "--stdio", "--no-children", "--percent-limit", "0.5", "-s", sort]
        said = subprocess.run([*report, "-q"], capture_output=True, text=True, check=True).stdout
        print(f"\n{sort}\n" + "\n".join(line for line in said.splitlines() if line.strip()))
