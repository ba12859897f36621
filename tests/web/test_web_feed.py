"""What is entered, as a feed: well formed, as RFC 4287 asks, with names that stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest

from inforce.store import NewEntry, open_store
from tests.web.office import END, FERRY, TREATY, Office, office_in

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated", "author", "content")}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        with open_store(office.where, [FERRY]) as store:
            store.propose(NewEntry(TREATY, END, "maria", "A <b>note</b> & more,\non two lines: 照會."))
            store.accept(1, "olga", "It is signed.")
        office.live.catch_up()
        yield office


def feed_at(office: Office, query: str = "") -> Element:
    found = office.visitor().get(f"/feed.atom{query}")
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("application/atom+xml")
    return checked(fromstring(found.content))


def checked(feed: Element) -> Element:
    """Check what RFC 4287 says of a feed and its entries (sections 4.1.1, 4.1.2, 4.2.6, 3.3)."""
    entries = feed.findall(f"{ATOM}entry")
    for each, kind in ((feed, "feed"), *((entry, "entry") for entry in entries)):
        for name in ONCE[kind]:
            assert len(each.findall(f"{ATOM}{name}")) == 1
        assert urlsplit(each.findtext(f"{ATOM}id", "")).scheme in ("http", "urn")
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated", "")).tzinfo is not None
        links = [link.get("rel") for link in each.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    return feed


def test_every_entry_is_there_newest_first(office: Office) -> None:
    titles = [each.findtext(f"{ATOM}title") for each in feed_at(office).findall(f"{ATOM}entry")]
    assert titles == [f"{TREATY}: acceptance of entry 1 (entry 2)", f"{TREATY}: proposal (entry 1)"]
    content = feed_at(office).findall(f"{ATOM}entry")[1].findtext(f"{ATOM}content")
    assert content == f"A <b>note</b> & more,\non two lines: 照會.\n\n{END}"


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        (f"?treaty={TREATY}", 2),
        ("?party=ARD", 2),
        ("?party=ARD&party=VEL", 2),
        (f"?treaty={TREATY}&party=ARD", 2),
    ],
)
def test_it_is_of_some_treaties_and_parties(office: Office, query: str, entries: int) -> None:
    assert len(feed_at(office, query).findall(f"{ATOM}entry")) == entries


def test_of_nobody_it_is_empty_and_of_no_such_party_a_problem(office: Office) -> None:
    assert office.visitor().get("/feed.atom?party=XXX").status_code == 404
    other_folder = Path(office.where).parent / "other"
    other_folder.mkdir()
    with office_in(other_folder) as other:
        assert feed_at(other).findall(f"{ATOM}entry") == []


def test_an_entry_keeps_its_name_wherever_the_log_is_served(office: Office) -> None:
    one = [each.findtext(f"{ATOM}id") for each in feed_at(office).findall(f"{ATOM}entry")]
    visitor = office.visitor()
    elsewhere = fromstring(visitor.get("/feed.atom", Host="treaties.example").content)
    assert [each.findtext(f"{ATOM}id") for each in elsewhere.findall(f"{ATOM}entry")] == one
    assert elsewhere.findtext(f"{ATOM}id") == "http://treaties.example/feed.atom"


def test_a_reader_finds_it_from_the_page(office: Office) -> None:
    page = office.visitor().get(f"/t/{TREATY}").text
    (found,) = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]+)"', page)
    assert feed_at(office, found.partition("/feed.atom")[2])


def test_whoever_watches_has_the_feed_of_it(office: Office) -> None:
    ruth = office.person("ruth")
    ruth.form("/watch", kind="party", name="ARD", begins="1")
    ruth.form("/watch", kind="treaty", name=TREATY, begins="1")
    assert f"/feed.atom?party=ARD&amp;treaty={TREATY}" in ruth.get("/watch").text
    assert "A &lt;b&gt;note" in ruth.get("/watch").text
    assert ruth.form("/watch/seen", entry="2").status_code == 303
    assert "Nothing, in what you watch." in ruth.get("/watch").text
    ruth.form("/watch", kind="party", name="ARD", begins="")
    assert "party=ARD" not in ruth.get("/watch").text
    assert ruth.form("/watch", kind="party", name="XXX", begins="1").status_code == 404
