"""How long one page takes, alone, while the data grows: events of the season, requests of one event, people."""

import time
from math import ceil

import pages
from load import answer, load
from original import Plan
from ours import Site
from pages import GROWING
from sides import ENCODING

# A page is asked for again and again for a second, or for as long as some answers take.
SHORTEST, LONGEST, ANSWERS = 1, 20, 6

AXES = [
    ("events of the season", [(events, Plan(events=events)) for events in (40, 400, 2000)]),
    ("requests of one event", [(many, Plan(people=6200, of_one=many)) for many in (60, 600, 6000)]),
    ("people", [(people, Plan(people=people)) for people in (200, 10_000)]),
]


def growth(folder):
    for what, steps in AXES:
        columns = [measured(folder, plan) for _, plan in steps]
        first, last = columns[0], columns[-1]
        counts = " | ".join(f"{count:,}" for count, _ in steps)
        print(f"\n| {what}: ms | {counts} | ratio | bytes at {steps[0][0]:,} | at {steps[-1][0]:,} |")
        print("|---|" + "---:|" * (len(steps) + 3))
        for name, _, _ in GROWING:
            (one, size), (other, last_size) = first[name], last[name]
            times = " | ".join(shown(column[name][0]) for column in columns)
            ratio = "" if isinstance(one, str) or isinstance(other, str) else f"{other / one:.1f}"
            print(f"| {name} | {times} | {ratio} | {size:,} | {last_size:,} |", flush=True)


def shown(took):
    return took if isinstance(took, str) else f"{took:.2f}"


def measured(folder, plan):
    """Median milliseconds and bytes, as sent, of every page; of one that does not come, its status instead of a time."""
    with Site(folder, plan) as site:
        found = {}
        for name, path, who in GROWING:
            ask = pages.page(site, path, who, ENCODING)
            answer(site.url, ask, ENCODING)
            began = time.monotonic()
            status, size = answer(site.url, ask, ENCODING)
            seconds = min(max(ceil(ANSWERS * (time.monotonic() - began)), SHORTEST), LONGEST)
            told = load(site.url, ask, 1, seconds, watched=True) if status == 200 else None
            if told and not told.wrong and told.requests:
                found[name] = told.p50, size
            else:
                found[name] = f"**{status if status != 200 else 'wrong answers'}**", size
        return found
