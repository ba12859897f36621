"""What a citation manager reads on a page: the tags of its head (Highwire, Dublin Core) and its context object."""

from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qs

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from pyoxigraph import RdfFormat, parse

from inforce.exchange.forms.terms import CLASSES, PROPERTIES

TREATY = "Treaty of Friendship and Alliance of 14 August 1945"
PAGES = [
    ("/t/sino-soviet-1945?on=1951-06-01&view=roc", TREATY),
    ("/t/sino-soviet-1945/8.term@1951-06-01?view=roc", f"{TREATY}, 8.term"),
    ("/t/sino-soviet-1945/notes-aid@1951-06-01", f"{TREATY}, notes-aid"),
]


class Cited(HTMLParser):
    """Read a page as citation managers do."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: dict[str, list[str]] = {}
        self.objects: list[dict[str, list[str]]] = []
        self.beside: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta" and "name" in found:
            self.tags.setdefault(found["name"], []).append(found["content"])
        if tag == "span" and found.get("class") == "Z3988":
            self.objects.append(parse_qs(found["title"], strict_parsing=True))
        if tag == "link" and found.get("rel") == "alternate":
            self.beside[found["type"]] = found["href"]


@pytest.mark.parametrize(("path", "title"), PAGES)
def test_title_date_address_and_type_are_told_in_every_way(
    client: TestClient[Litestar], path: str, title: str
) -> None:
    cited = Cited(client.get(path).text)
    address, today = f"http://testserver.local{path}", date.today().isoformat()
    tags = {name: values[0] for name, values in cited.tags.items()}
    assert tags["citation_title"] == tags["DC.title"] == title
    assert tags["citation_public_url"] == address
    assert tags["citation_online_date"] == today.replace("-", "/")
    assert (tags["DC.date"], tags["DC.type"]) == (today, "webpage")
    (coins,) = cited.objects
    assert coins["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
    told = [coins[f"rft.{name}"] for name in ("title", "date", "identifier", "type")]
    assert told == [[title], [today], [address], ["webpage"]]


def test_our_words_of_rdf_are_told_where_they_lead(client: TestClient[Litestar]) -> None:
    found = client.get("/terms")
    assert found.headers["content-type"].startswith("text/turtle")
    about = {each.subject.value for each in parse(found.content, format=RdfFormat.TURTLE)}
    assert about == {f"http://testserver.local/terms#{name}" for name in (*CLASSES, *PROPERTIES)}


def test_the_names_of_a_treaty_in_its_scripts_are_told(client: TestClient[Litestar]) -> None:
    cited = Cited(client.get(PAGES[0][0]).text)
    assert {"中蘇友好同盟條約", "Договор о дружбе и союзе"} <= set(cited.tags["DC.title.alternative"])


@pytest.mark.parametrize(("path", "title"), PAGES)
def test_the_sources_stand_beside_a_page_for_citation_managers(
    client: TestClient[Litestar], path: str, title: str
) -> None:
    beside = Cited(client.get(path).text).beside
    assert "@" in client.get(beside["application/x-bibtex"]).text
    assert client.get(beside["application/vnd.citationstyles.csl+json"]).json()
