"""Called by script/faults: PROGRAM SITE_ROOT ROUNDS WAY…"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from databases import Postgres, Sqlite
from receivers import Ses, SesWithEvents, Smtp
from rounds import HEADS, rounds


WAYS = {"ses": Ses, "events": SesWithEvents, "smtp": Smtp}


def main(program, site_root, count, *ways):
    receivers = [WAYS[way] for way in ways or WAYS]
    cluster = os.environ["TEST_DATABASE_URL"]
    pairs = [(database, receiver) for database in (Sqlite, lambda: Postgres(cluster)) for receiver in receivers]
    with ThreadPoolExecutor(len(pairs)) as all_at_once:
        done = [all_at_once.submit(rounds, program, site_root, *pair, int(count)) for pair in pairs]
        tallies = [one.result() for one in done]
    print("\n| " + " | ".join(HEADS) + " |")
    print("|---|---|" + "---:|" * (len(HEADS) - 2))
    for tally in tallies:
        print(tally.row())
    sys.exit(any(tally.is_bad() for tally in tallies))


main(*sys.argv[1:])
