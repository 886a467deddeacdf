"""Called by script/faults: PROGRAM SITE_ROOT ROUNDS."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from databases import Postgres, Sqlite
from receivers import Ses, Smtp
from rounds import rounds


def main(program, site_root, count):
    cluster = os.environ["TEST_DATABASE_URL"]
    pairs = [(database, receiver) for database in (Sqlite, lambda: Postgres(cluster)) for receiver in (Ses, Smtp)]
    with ThreadPoolExecutor(len(pairs)) as all_at_once:
        done = [all_at_once.submit(rounds, program, site_root, *pair, int(count)) for pair in pairs]
        tallies = [one.result() for one in done]
    print("\n| database | way | rounds | mails | lost | twice | three times | under another ID | given up | half finalized | most in a second |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for tally in tallies:
        print(tally.row())
    sys.exit(any(tally.is_bad() for tally in tallies))


main(*sys.argv[1:])
