"""What the form shows as an example can be entered as it stands."""

from html import unescape
from pathlib import Path

import pytest
from litestar.testing import TestClient

from inforce.answers import open as open_books
from inforce.load import Added, shipped_books
from inforce.load.growing import Growing
from inforce.web.app import app_from_live
from inforce.web.examples import cited_for, examples_for
from inforce.web.live import Live

BOOK = open_books().book
GROWING = Growing(shipped_books())


@pytest.mark.parametrize("treaty", BOOK.treaties)
def test_every_example_has_no_problem(treaty: str) -> None:
    for each in examples_for(BOOK, BOOK.treaties[treaty]):
        assert GROWING.problems_of(Added("entry", treaty, each.line + "\n"), ()) == (), each.line


def test_the_sources_are_those_of_the_treaty() -> None:
    keys = {each.key for each in cited_for(BOOK, BOOK.treaties["sino-soviet-1945"])}
    assert "krasnoe-znamya-1945-08-29" in keys, "article 8 cites it"
    assert not any(key.startswith("cwc") for key in keys)


def test_the_form_shows_them_and_those_sources(tmp_path: Path) -> None:
    live = Live(open_books(), str(tmp_path / "log.sqlite"))
    treaty = BOOK.treaties["sino-soviet-1945"]
    with TestClient(app_from_live(live)) as client:
        found = unescape(client.get(f"/log/new?treaty={treaty.id}").text)
    assert all(each.line in found for each in examples_for(BOOK, treaty))
    assert all(f"[@{each.key}]" in found for each in cited_for(BOOK, treaty))
