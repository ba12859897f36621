"""Every list says what is in the book and to what date; texts are pressed for whoever takes that."""

import re

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from inforce.answers import open as open_books

Client = TestClient[Litestar]
LISTS = (
    "/",
    "/between?a=CHN&b=SUN&on=1947-01-01",
    "/due?treaty=locarno-1925&from=1926-01-01&to=1927-01-01",
    "/sources",
    "/source/yeh-1953",
    "/search?q=dairen",
    "/network?on=1950-01-01",
    "/t/sino-soviet-1945?on=1951-06-01",
    "/t/sino-soviet-1945/article",
)
LISTS_OF_DATA = (
    "treaties",
    "search?q=dairen",
    "treaties/locarno-1925/due?from=1926-01-01&to=1927-01-01",
    "due?from=1953-01-01&to=1953-12-31",
    "between?a=CHN&b=SUN&on=1947-01-01",
    "treaties/sino-soviet-1945/parties?on=1947-01-01",
    "treaties/sino-soviet-1945/acts",
    "sources",
    "sources/yeh-1953",
    "network?on=1950-01-01",
)
COVERAGE = re.compile(
    r"In the book: (\d+) treaties, (\d+) sources, (\d+) records, the last of them of \d+ \w+ \d{4}\. Edition \w+\."
)


def counted(text: str) -> tuple[int, ...]:
    found = COVERAGE.search(text)
    assert found, text[-500:]
    return tuple(map(int, found.groups()))


def in_the_book() -> tuple[int, ...]:
    book = open_books().book
    return len(book.treaties), len(book.sources), len(book.claims)


@pytest.mark.parametrize("path", LISTS)
def test_a_page_with_a_list_says_what_is_in_the_book(client: Client, path: str) -> None:
    assert counted(client.get(path).text) == in_the_book()


@pytest.mark.parametrize("path", LISTS_OF_DATA)
def test_a_list_of_the_interface_says_what_is_in_the_book(client: Client, path: str) -> None:
    assert counted(client.get(f"/api/v1/{path}").json()["coverage"]) == in_the_book()


def test_the_network_says_who_shares_a_treaty_on_a_day(client: Client) -> None:
    pairs = client.get("/api/v1/network?on=1947-01-01&view=roc").json()["answers"]
    (bound,) = (each for each in pairs if (each["one"], each["other"]) == ("CHN", "SUN"))
    assert "sino-soviet-1945" in bound["sure"]
    later = client.get("/api/v1/network?on=1955-01-01&view=roc").json()["answers"]
    assert not any("sino-soviet-1945" in each["sure"] for each in later)


def test_the_sources_come_in_pages_and_each_once(client: Client) -> None:
    keys: list[str] = []
    after: int | None = 0
    while after is not None:
        found = client.get(f"/api/v1/sources?limit=200&offset={after}").json()
        keys += [each["key"] for each in found["answers"]]
        after = found["page"]["next"]
    assert len(keys) == len(set(keys)) == in_the_book()[1]


@pytest.mark.parametrize(
    "path", ["/t/sino-soviet-1945?on=1951-06-01", "/t/sino-soviet-1945.csv", "/api/v1/sources"]
)
def test_who_takes_gzip_is_sent_the_same_in_less(client: Client, path: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    pressed = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert pressed.headers["content-encoding"] == "gzip"
    assert int(pressed.headers["content-length"]) < len(plain.content) / 3
    assert pressed.content == plain.content
    assert pressed.headers["etag"] != plain.headers["etag"], "they are not the same bytes"
    assert "Accept-Encoding" in plain.headers["vary"]
