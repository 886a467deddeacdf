"""Compares two sides: every page in three rounds, the sides taking turns, and prints a table."""

from dataclasses import dataclass, field
from statistics import median

import pages
from load import load
from sides import sizes

CONNECTIONS, ROUNDS, WARM_UP, SECONDS = 16, 3, 1, 3


@dataclass
class Seen:
    """What was seen of a page on one side."""

    loads: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    sizes: tuple | None = None
    wrong: int = 0

    def of(self, what):
        return median(getattr(load, what) for load in self.loads)


def compare(names, sides):
    print(
        f"{names[0]} → {names[1]}: medians of {ROUNDS} rounds of {SECONDS} s each, {CONNECTIONS} connections.\n\n"
        "| page | requests/s | ratio | p50, ms | p99, ms | CPU a request, ms | less CPU | bytes | compressed |\n"
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
        flush=True,
    )
    failed = False
    for name in [*(name for name, _, _ in pages.COMPARED), pages.UPDATE]:
        if any(side.ask(name) is None for side in sides):
            continue
        seen = [Seen(), Seen()]
        for _ in range(ROUNDS):
            for one, side in zip(seen, sides):
                round_of(side, name, one)
        failed |= any(one.wrong for one in seen)
        print(row(name, seen), flush=True)
    print("\nPeak memory: " + both([side.processes and side.processes.peak() for side in sides], "{:.0f}") + " MB.")
    print("From start to ready: " + both([side.start for side in sides], "{:.2f}") + " s.")
    if failed:
        raise SystemExit("\nSome answers were wrong: what is marked so is no speed.")


def round_of(side, name, seen):
    """A round: every answer of the warm-up is looked at, then time is taken."""
    ask = side.ask(name)
    if seen.sizes is None:
        seen.sizes = sizes(side, ask)
    before = load(side.url, ask, CONNECTIONS, WARM_UP, watched=True)
    ask = side.ask(name)
    cpu = side.processes and side.processes.cpu()
    told = load(side.url, ask, CONNECTIONS, SECONDS)
    if side.processes:
        seen.cpu.append((side.processes.cpu() - cpu) * 1000 / max(told.requests, 1))
    # Where only errors were counted, an answer that leads elsewhere shows by its size.
    shrunk = before.requests and told.requests and told.bytes / told.requests < 0.98 * before.bytes / before.requests
    seen.wrong += before.wrong + told.wrong + (told.requests if shrunk and not ask.form else 0)
    seen.loads.append(told)


def row(name, seen):
    if any(one.wrong for one in seen):
        answers = sum(load.requests for load in seen[0].loads), sum(load.requests for load in seen[1].loads)
        wrong = " → ".join(f"{one.wrong:,} of {all:,}" for one, all in zip(seen, answers))
        return f"| {name} | **wrong answers: {wrong}** | | | | | | | |"
    speed = [one.of("speed") for one in seen]
    cpu = [median(one.cpu) if one.cpu else None for one in seen]
    cells = [
        name,
        both(speed, "{:,.0f}"),
        f"{speed[1] / speed[0]:.2f}",
        both([one.of("p50") for one in seen], "{:.2f}"),
        both([one.of("p99") for one in seen], "{:.1f}"),
        both(cpu, "{:.3f}"),
        f"{cpu[0] / cpu[1]:.2f}" if all(cpu) else "",
        both([one.sizes and one.sizes[0] for one in seen], "{:,}"),
        both([one.sizes and one.sizes[1] for one in seen], "{:,}"),
    ]
    return "| " + " | ".join(cells) + " |"


def both(values, form):
    return " → ".join("?" if value is None else form.format(value) for value in values) if any(values) else ""
