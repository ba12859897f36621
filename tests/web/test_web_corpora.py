"""A columnar book that is served: its list, and each of its treaties on the same pages as any other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient
from playwright.sync_api import Browser, expect

from inforce.answers import Library
from inforce.answers import open as open_books
from inforce.cli.verbs import inforce_command
from inforce.web.app import app_from_library
from tests.exchange import rows
from tests.web.conftest import served
from tests.web.test_web_browser import move_to
from tests.web.test_web_pages import words

Client = TestClient[Litestar]


@pytest.fixture(scope="module")
def lakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A columnar book of two invented treaties."""
    folder = tmp_path_factory.mktemp("lakes")
    rows.written(folder, parties=rows.GGO_PARTIES)
    book = folder / "lakes.corpus"
    asked = ["import", "manytreaties", str(folder / "parties.csv"), "--out", str(book)]
    result = CliRunner().invoke(inforce_command, [*asked, "--retrieved", "2024-05-01"])
    assert book.is_dir(), result.output
    return book


@pytest.fixture(scope="module")
def library(lakes: Path) -> Library:
    return open_books(lakes)


@pytest.fixture(scope="module")
def corpus(library: Library) -> Iterator[Client]:
    with TestClient(app_from_library(library)) as client:
        yield client


def test_the_list_has_every_treaty_with_its_parties(corpus: Client, library: Library) -> None:
    page = corpus.get("/").text
    assert all(f"/t/{name}" in page for name in library.treaties)
    told = words(page)
    assert "2 treaties" in told
    assert "retrieved 2024-05-01" in told
    assert "In the book: 2 treaties" in told


def test_words_are_found_in_names_titles_and_parties(corpus: Client) -> None:
    for query in ("fish", "lake_1935a", "SOL the"):
        page = corpus.get(f"/search?q={query}").text
        assert "/t/LAKE_1935A" in page, query
        assert "/t/ARD-VEL_1931A" not in page, query
    assert "0 treaties" in words(corpus.get("/?q=nothing").text)


def test_a_treaty_is_answered_as_the_library_answers(corpus: Client, library: Library) -> None:
    for on in ("1935-01-01", "1936-06-01", "1940-01-01"):
        asked = corpus.get(f"/api/v1/treaties/LAKE_1935A/status?on={on}&for=VEL").json()["answers"]
        (answer,) = library.treaty("LAKE_1935A").status(on, party="VEL").answers
        assert [each["status"] for each in asked] == [answer.status]
    for form in ("json", "csv", "svg", "md", "ttl", "ics"):
        assert corpus.get(f"/t/LAKE_1935A.{form}?on=1936-06-01").status_code == 200
    assert "The Fish" in corpus.get("/t/LAKE_1935A/article").text
    assert corpus.get("/map?treaty=LAKE_1935A&on=1936-06-01").status_code == 200


def test_no_page_links_to_what_is_not_there(corpus: Client) -> None:
    import re

    for path in (
        "/",
        "/t/LAKE_1935A?on=1936-06-01",
        "/t/LAKE_1935A/list@1936-06-01",
        "/map?treaty=LAKE_1935A",
    ):
        page = corpus.get(path)
        assert page.status_code == 200
        for link in set(re.findall(r'href="(/[^"#]*)"', page.text)):
            assert corpus.get(link.replace("&amp;", "&")).status_code < 400, (path, link)


def test_a_list_as_data_comes_a_page_at_a_time(corpus: Client) -> None:
    first = corpus.get("/api/v1/treaties?limit=1").json()
    assert first["page"] == {"total": 3, "offset": 0, "next": 1}
    assert [each["kind"] for each in corpus.get("/api/v1/treaties").json()["answers"]] == [
        "treaty",
        "treaty",
        "view",
    ]


def test_an_unknown_treaty_is_told_with_the_nearest(corpus: Client) -> None:
    found = corpus.get("/api/v1/treaties/LAKE_1935/status")
    assert (found.status_code, found.json()["nearest"][0]) == (404, "LAKE_1935A")
    assert corpus.get("/t/LAKE_1935").status_code == 404
    assert corpus.get("/api/v1/due?from=1930-01-01&to=1931-01-01").status_code == 404


def test_a_log_adds_to_treaty_files_alone(lakes: Path, tmp_path: Path) -> None:
    asked = ["serve", "--book", str(lakes), "--store", str(tmp_path / "log.sqlite")]
    result = CliRunner().invoke(inforce_command, asked)
    assert (result.exit_code, "without" in result.output) == (2, True)


def test_the_day_is_dragged_there_too(library: Library, browser: Browser) -> None:
    with served(app_from_library(library)) as address:
        page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
        page.goto(f"{address}/t/LAKE_1935A?on=1935-03-01&for=VEL")
        for day, status in (
            ("1935-12-31", "signed or not concluded"),
            ("1936-01-01", "in force"),
            ("1939-09-01", "ended"),
        ):
            move_to(page, day)
            expect(page.locator("#story .banner .word")).to_have_text(status)
        for path in ("/", "/t/LAKE_1935A?on=1936-06-01"):
            page.goto(f"{address}{path}")
            found = Axe().run(page, context={"exclude": [[".strip"]]}).response["violations"]
            assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
        page.context.close()
