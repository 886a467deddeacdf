"""What is compared: builds of ours, or a peer at a URL."""

import json
import os

import pages
from load import Ask, answer
from processes import Processes

# As browsers ask. `ENCODING=identity` leaves compression out, for a peer that has none.
BROWSERS = "gzip, deflate, br, zstd"
ENCODING = os.environ.get("ENCODING", BROWSERS)


class Ours:
    def __init__(self, site):
        self.site, self.url, self.processes, self.start = site, site.url, site.processes, site.start
        self.senders = pages.senders(site)
        self.asks = {name: pages.page(site, path, who, ENCODING) for name, path, who in pages.COMPARED}

    def ask(self, name):
        return pages.update(self.site, self.senders) if name == pages.UPDATE else self.asks.get(name)


class Peer:
    """PEER_URL, and PEER_PAGES: a JSON file of {page: {"path", "cookie", "headers", "status", "form"}}, the pages named
    as in pages.py. All but the path may be missing; the cookie is then PEER_COOKIE, the status 200. With PEER_PID, its
    processor time and memory are told."""

    def __init__(self):
        self.url = os.environ["PEER_URL"].rstrip("/")
        with open(os.environ["PEER_PAGES"]) as file:
            self.pages = json.load(file)
        unknown = self.pages.keys() - {name for name, _, _ in pages.COMPARED} - {pages.UPDATE}
        if unknown:
            raise SystemExit(f"PEER_PAGES names pages that are not compared: {', '.join(sorted(unknown))}")
        pid = os.environ.get("PEER_PID")
        self.processes = Processes(int(pid)) if pid else None
        self.start = None

    def ask(self, name):
        page = self.pages.get(name)
        if page is None:
            return None
        cookie = page.get("cookie", os.environ.get("PEER_COOKIE", ""))
        headers = {"Accept-Encoding": ENCODING, **({"Cookie": cookie} if cookie else {}), **page.get("headers", {})}
        if "form" in page:
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return Ask(page["path"], headers, page.get("status", 200), page.get("form", ""))


def sizes(side, ask):
    """Bytes of one page as it is, and compressed as browsers ask for it; nothing for a form."""
    if ask.form:
        return None
    (status, plain), (_, small) = answer(side.url, ask, "identity"), answer(side.url, ask, BROWSERS)
    if status != ask.status:
        raise SystemExit(f"{side.url}{ask.path} answers {status}, not {ask.status}")
    return plain, small
