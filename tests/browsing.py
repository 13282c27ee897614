"""A browser on a served archive: Debian's Chromium through Playwright, a server on a free port of this machine."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from dragoman.web.app import create_app
from dragoman.web.site import Site

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
DRAWINGS = {"#travel": "#travel[data-ready]", "#net": "#net[data-drawn]"}
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI);
});
"""


@contextlib.contextmanager
def served(site: Site) -> Iterator[str]:
    """The address of a server on the site, as long as the block runs."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(site), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listener.close()


@contextlib.contextmanager
def chromium() -> Iterator[object]:
    """A browser; the test is skipped, saying so, where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser: {CHROMIUM} is missing (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page of a browser that notes what must not happen: requests to others, faults, breaches of the policy."""

    def __init__(self, browser, base: str, **options) -> None:
        self.base = base
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.strangers: list[str] = []
        self.faults: list[str] = []
        self.page.add_init_script(WATCH)
        self.page.on("request", self._note_request)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)
        self.page.on(
            "dialog", lambda dialog: (self.faults.append(f"dialog {dialog.message}"), dialog.dismiss())
        )

    def _note_request(self, request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(request.url)

    def open(self, path: str) -> None:
        """Go to a page and wait for its drawings."""
        self.page.goto(self.base + path, wait_until="load")
        for drawing, drawn in DRAWINGS.items():
            if self.page.locator(drawing).count():
                self.page.wait_for_selector(drawn, state="attached")

    def violations(self) -> list[str]:
        """What the content policy refused on this page."""
        return self.page.evaluate("window.violations")

    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

    def barriers(self) -> list[str]:
        """What axe-core finds against WCAG 2.1 AA."""
        if not AXE.exists():
            pytest.skip("axe-core is missing: npm ci --ignore-scripts")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("(rules) => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
        return [
            f"{one['id']}: {node['html'][:150]}" for one in found["violations"] for node in one["nodes"][:3]
        ]

    def close(self) -> None:
        self.context.close()
