"""How long one page takes, alone, while the data grows: events of the season, requests of one event, people."""

import pages
from load import answer, load
from original import Plan
from ours import Site
from pages import GROWING
from sides import ENCODING

SECONDS = 1

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
            times = " | ".join(f"{column[name][0]:.2f}" for column in columns)
            ratio = last[name][0] / first[name][0]
            print(f"| {name} | {times} | {ratio:.1f} | {first[name][1]:,} | {last[name][1]:,} |", flush=True)


def measured(folder, plan):
    """Median milliseconds and bytes, as sent, of every page."""
    with Site(folder, plan) as site:
        found = {}
        for name, path, who in GROWING:
            ask = pages.page(site, path, who, ENCODING)
            status, size = answer(site.url, ask, ENCODING)
            if status != 200:
                raise SystemExit(f"{name}: {ask.path} answers {status}")
            load(site.url, ask, 1, SECONDS, watched=True)
            told = load(site.url, ask, 1, SECONDS, watched=True)
            if told.wrong:
                raise SystemExit(f"{name}: {told.wrong} of {told.requests} answers were wrong")
            found[name] = told.p50, size
        return found
