"""A server for the tests: in the same process for answers, at a port of its own for a browser."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
import uvicorn
from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from inforce.answers import open as open_books
from inforce.web.app import app_from_library

CHROMIUM = which("chromium")
SMALL = Path(__file__).parent.parent / "cases" / "notice.treaty.md"


@pytest.fixture(scope="session")
def app() -> Litestar:
    """The application with the books that are shipped."""
    return app_from_library(open_books())


@pytest.fixture(scope="session")
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="session")
def small_app() -> Litestar:
    """The application with two invented treaties, on which every question is quick."""
    return app_from_library(open_books(SMALL))


@contextmanager
def served(app: Litestar) -> Iterator[str]:
    """Run a server at a port of its own; yield its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def address(app: Litestar) -> Iterator[str]:
    """The address of a running server."""
    with served(app) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where there is none, the tests that need it are skipped."""
    if CHROMIUM is None:
        pytest.skip("no chromium")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=as_root)
        yield browser
        browser.close()


class Watched:
    """A page, with whatever it complained of and whomever it asked beside its own server."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._see(request.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _see(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.strangers.append(url)

    def open(self, path: str) -> Page:
        """Open a page and wait until it has nothing left to load."""
        self.page.goto(f"{self.address}{path}")
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page of its own for each test; it must complain of nothing and ask nobody else."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1300, "height": 900})
    context.set_default_timeout(90_000)
    seen = Watched(context.new_page(), address)
    yield seen
    context.close()
    assert seen.complaints == []
    assert seen.strangers == []
