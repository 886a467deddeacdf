"""Called by script/compare."""

import sys
from contextlib import ExitStack

import original
from growth import growth
from hot import profile
from ours import Site
from sides import Ours, Peer
from versus import compare


def main(mode, *words):
    plan = original.Plan()
    with ExitStack() as open_until_the_end:
        if mode == "original":
            original.write(words[0], plan)
        elif mode == "growth":
            growth(*words)
        elif mode == "profile":
            profile(open_until_the_end.enter_context(Site(words[1], plan)), words[0])
        else:
            sides = [Ours(open_until_the_end.enter_context(Site(folder, plan))) for folder in words]
            if mode == "peer":
                sides.insert(0, Peer())
            compare(("before", "after") if mode == "builds" else ("peer", "ours"), sides)


main(*sys.argv[1:])
