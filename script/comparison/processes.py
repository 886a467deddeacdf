"""What the processes of a program use, by Linux's /proc."""

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


class Processes:
    """A process and what it started."""

    def __init__(self, pid):
        self.pid = pid

    def pids(self):
        found = [self.pid]
        for pid in found:
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, children.read_text().split())
        return found

    def cpu(self):
        """Seconds of processor time so far."""
        fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in self.pids()]
        return sum(int(one[11]) + int(one[12]) for one in fields) / TICK

    def peak(self):
        """The most memory that was resident, in MB of 2²⁰ bytes."""
        statuses = [Path(f"/proc/{pid}/status").read_text() for pid in self.pids()]
        peaks = [line.split()[1] for status in statuses for line in status.splitlines() if line.startswith("VmHWM:")]
        return sum(map(int, peaks)) / 1024
