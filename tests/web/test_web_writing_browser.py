"""A proposal from form to acceptance, by two people in two real browsers; and every new page without a barrier."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from tests.store.postgres import fresh_database
from tests.web.conftest import Watched
from tests.web.office import END, TREATY, Office, office_at
from tests.web.test_web_browser import serious

VIEW = f"/t/{TREATY}?on=1938-01-01&view=velmark"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    office = office_at(str(tmp_path / "log.sqlite") if request.param == "sqlite" else fresh_database())
    yield office
    office.live.close()


@pytest.fixture
def served(office: Office) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(office.app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@contextmanager
def signed_in(browser: Browser, address: str, office: Office, name: str, **given: object) -> Iterator[Page]:
    """Give somebody a browser of their own, in which they sign in; it must complain of nothing and ask nobody else."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1300, "height": 900}, **given)  # type: ignore[arg-type]
    context.set_default_timeout(20_000)
    watched = Watched(context.new_page(), address)
    page = watched.open("/sign-in?next=/log")
    assert serious(page) == []
    page.get_by_label("Token").fill(office.tokens[name])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/log")
    yield page
    context.close()
    refused = "the server responded with a status of 422"  # which Chromium says of lines with problems
    assert [each for each in watched.complaints if refused not in each] == []
    assert watched.strangers == []


def test_a_proposal_from_form_to_acceptance(browser: Browser, served: str, office: Office) -> None:
    with (
        signed_in(browser, served, office, "maria") as maria,
        signed_in(browser, served, office, "olga", color_scheme="dark") as olga,
    ):
        olga.goto(f"{served}{VIEW}")
        expect(olga.locator("#story .banner .word")).to_have_text("in force")
        olga.get_by_role("button", name="Watch this treaty").click()
        expect(olga.get_by_role("button", name="Stop watching this treaty")).to_be_visible()
        propose(maria, served)
        accept(olga, served)
        find_it_in_the_story(maria, served)


def propose(maria: Page, served: str) -> None:
    """Look first, then propose."""
    maria.goto(f"{served}{VIEW}")
    maria.get_by_role("link", name="Propose a record").click()
    maria.get_by_label("Lines").fill(END)
    maria.get_by_label("Reason").fill("Joint note of 1 March 1937")
    maria.get_by_role("button", name="Look first").click()
    expect(maria.locator("#effect")).to_contain_text("ended since 1937-03-01, by agreement")
    assert serious(maria) == []
    maria.get_by_role("button", name="Propose").click()
    maria.wait_for_url("**/log/1")
    expect(maria.locator("#effect")).to_contain_text("ended since 1937-03-01, by agreement")
    assert maria.get_by_role("button", name="Accept").count() == 0
    assert serious(maria) == []


def accept(olga: Page, served: str) -> None:
    """Find what waits, see what it would change, accept it."""
    olga.goto(f"{served}/watch")
    expect(olga.locator("#entry-1")).to_contain_text("Joint note of 1 March 1937")
    assert serious(olga) == []
    olga.goto(f"{served}/log?open=1")
    assert serious(olga) == []
    olga.locator("#entry-1 a.number").click()
    expect(olga.locator("#effect")).to_contain_text("ended since 1937-03-01, by agreement")
    assert serious(olga) == []
    olga.get_by_label("Reason").fill("The signed note is in the file")
    olga.get_by_role("button", name="Accept").click()
    expect(olga.locator("h1")).to_contain_text("in the book")
    assert serious(olga) == []
    olga.goto(f"{served}/watch")
    olga.get_by_role("button", name="Mark as seen").click()
    expect(olga.locator("#page")).to_contain_text("Nothing, in what you watch.")
    olga.goto(f"{served}/audit")
    assert serious(olga) == []


def find_it_in_the_story(maria: Page, served: str) -> None:
    """See the new status, and who entered what it rests on."""
    maria.goto(f"{served}{VIEW}")
    expect(maria.locator("#story .banner .word")).to_have_text("ended")
    maria.locator("#story summary").click()
    maria.get_by_role("link", name="entry 1").first.click()
    expect(maria.locator("#page")).to_contain_text("The signed note is in the file")


def test_the_same_without_a_script(browser: Browser, served: str, office: Office) -> None:
    with signed_in(browser, served, office, "olga", java_script_enabled=True) as olga:
        cookies = olga.context.cookies()
        context = browser.new_context(java_script_enabled=False)
        context.add_cookies(cookies)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{served}/log/new?treaty={TREATY}")
        page.get_by_label("Lines").fill(END)
        page.get_by_label("Reason").fill("Joint note")
        page.get_by_role("button", name="Propose").click()
        page.get_by_role("link", name="What it would change").click()
        assert "ended since 1937-03-01" in page.locator("#effect").inner_text()
        page.get_by_label("Reason").fill("So it is")
        page.get_by_role("button", name="Reject").click()
        assert "rejected" in page.locator("h1").inner_text()
        context.close()


def test_problems_stand_beside_what_was_typed(browser: Browser, served: str, office: Office) -> None:
    with signed_in(browser, served, office, "maria") as maria:
        maria.goto(f"{served}/log/new?treaty={TREATY}")
        maria.get_by_label("Lines").fill(END.replace("to end lake-ferry", "to end lake-fery"))
        maria.get_by_role("button", name="Look first").click()
        expect(maria.get_by_role("alert")).to_contain_text("Did you mean lake-ferry-1931?")
        expect(maria.get_by_label("Lines")).to_have_value(
            END.replace("to end lake-ferry", "to end lake-fery")
        )
        assert serious(maria) == []
        maria.goto("about:blank")
