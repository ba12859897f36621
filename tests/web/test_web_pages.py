"""Pages and data as they come from the server, without a browser."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from inforce.cli.verbs import inforce_command

Client = TestClient[Litestar]
FOUNDING = "/t/sino-soviet-1945"
PATHS = (
    "/",
    f"{FOUNDING}?on=1951-06-01",
    f"{FOUNDING}?on=1951-06-01&view=roc&known=1950-01-01",
    f"{FOUNDING}/8.term@1951-06-01",
    f"{FOUNDING}/notes-aid@1947-01-01?view=prc",
    f"{FOUNDING}/article?view=roc",
    f"{FOUNDING}/compare?a=roc&b=prc&on=1951-06-01",
    "/t/cwc-1993?on=2014-01-01&for=SYR",
    "/between",
    "/between?a=CHN&b=SUN&on=1947-01-01&view=roc",
    "/due?treaty=locarno-1925&from=1926-01-01&to=1927-01-01",
    "/due?from=2026-01-01&to=2026-12-31",
    "/sources?page=2",
    "/source/yeh-1953",
    "/search?q=dairen",
    "/network?on=1950-01-01",
    "/whatif?treaty=sino-soviet-1945&on=1951-01-01&view=prc&drop=notes-1950",
)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_there_and_asks_nobody_else(client: Client, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("text/html")
    assert "default-src 'self'" in found.headers["content-security-policy"]
    loaded = re.findall(
        r'(?:<(?:script|img|iframe)[^>]* src|<link rel="(?:stylesheet|icon)" href)="([^"]+)', found.text
    )
    assert all(each.startswith(("/static/", "data:")) for each in loaded)
    assert not re.search(r"<[^>]+ (style|on[a-z]+)=", found.text), "what the policy forbids"


@pytest.mark.parametrize(
    ("view", "status"),
    [("roc", "in force"), ("ussr", "ended"), ("prc", "ended"), ("un", "in force")],
)
def test_the_founding_treaty_in_june_1951_by_view(client: Client, view: str, status: str) -> None:
    story = client.get(f"{FOUNDING}?on=1951-06-01&view={view}", headers={"HX-Target": "story"})
    assert re.search(r'class="word">([^<]+)<', story.text).group(1) == status  # type: ignore[union-attr]


def test_a_dispute_says_who_says_what(client: Client) -> None:
    told = words(client.get(f"{FOUNDING}?on=1951-06-01", headers={"HX-Target": "story"}).text)
    assert "ended if PRC speaks for CHN on that day" in told
    assert "in force if ROC speaks for CHN on that day" in told


def test_the_form_does_what_the_script_does(client: Client) -> None:
    page = client.get(f"{FOUNDING}?on=1951-06-01&view=roc").text
    assert '<input type="date" name="on" value="1951-06-01">' in page
    assert re.search(r'<option value="roc" selected>', page)


def test_names_stand_in_their_scripts(client: Client) -> None:
    page = client.get(FOUNDING).text
    assert '<span lang="zh">中蘇友好同盟條約</span>' in page
    assert '<span lang="ru">Договор о дружбе и союзе</span>' in page


def test_citation_managers_find_what_they_need(client: Client) -> None:
    page = client.get(f"{FOUNDING}?on=1951-06-01").text
    assert (
        '<meta name="citation_title" content="Treaty of Friendship and Alliance of 14 August 1945">' in page
    )
    assert 'class="Z3988"' in page


def asked(*words: str) -> object:
    return json.loads(CliRunner().invoke(inforce_command, [*words, "--json"]).stdout)


def test_an_address_as_json_is_the_status_of_the_command(client: Client) -> None:
    found = client.get(f"{FOUNDING}/5.collaboration@1951-06-01.json?view=roc").json()
    assert found == asked(
        "status", "sino-soviet-1945", "--clause", "5.collaboration", "--on", "1951-06-01", "--view", "roc"
    )


def test_intervals_as_csv_are_those_of_the_timeline(client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{FOUNDING}/8.term.csv?view=roc").text)))
    timeline = asked("timeline", "sino-soviet-1945", "--clause", "8.term", "--view", "roc")
    assert isinstance(timeline, dict)
    assert [row["since"] for row in rows] == [each["since"] or "" for each in timeline["answers"]]


@pytest.mark.parametrize(
    ("form", "begins"),
    [("svg", "<?xml"), ("md", "# Treaty of Friendship"), ("ics", "BEGIN:VCALENDAR"), ("ttl", "@prefix")],
)
def test_every_form_begins_as_its_kind_does(client: Client, form: str, begins: str) -> None:
    assert client.get(f"{FOUNDING}.{form}?on=1946-01-01").text.startswith(begins)


@pytest.mark.parametrize(
    ("path", "status", "nearest"),
    [
        ("/t/sino-soviet-1954.json", 404, "sino-soviet-1945"),
        (f"{FOUNDING}/8.terms.json", 404, "8.term"),
        (f"{FOUNDING}.json?view=rok", 404, "roc"),
        (f"{FOUNDING}.json?on=1951-02-30", 400, ""),
        ("/due.ics?from=1945-01-01&to=1999-12-31", 422, ""),
    ],
)
def test_what_is_wrong_is_a_problem_with_the_nearest_name(
    client: Client, path: str, status: int, nearest: str
) -> None:
    found = client.get(path)
    assert found.status_code == status
    assert found.headers["content-type"].startswith("application/problem+json")
    problem = found.json()
    assert problem["status"] == status
    assert not nearest or nearest in problem["nearest"]


def test_mistakes_in_what_is_supposed_are_told(client: Client) -> None:
    supposed = {"supposing": {"add": ["no such thing"]}, "on": "1951-01-01"}
    found = client.post("/api/v1/treaties/sino-soviet-1945/whatif", json=supposed)
    assert found.status_code == 422
    assert found.json()["problems"]


def test_without_the_notes_of_1950_the_later_treaty_would_have_ended_it(client: Client) -> None:
    supposed = {"supposing": {"drop": ["notes-1950"]}, "on": "1951-06-01", "view": "ussr"}
    found = client.post("/api/v1/treaties/sino-soviet-1945/whatif", json=supposed).json()
    (answer,) = found["answers"]
    assert answer["changed"] is True
    assert (answer["before"]["status"], answer["before"]["since"]) == ("ended", "1950-02-14")
    assert (answer["after"]["status"], answer["after"]["since"]) == ("ended", "1950-04-11")


def test_who_has_it_already_is_not_sent_it_again(client: Client) -> None:
    first = client.get(f"{FOUNDING}.json?on=1951-06-01")
    again = {"If-None-Match": first.headers["etag"]}
    assert client.get(f"{FOUNDING}.json?on=1951-06-01", headers=again).status_code == 304
    assert client.get(f"{FOUNDING}.json?on=1951-06-02", headers=again).status_code == 200


def test_a_long_list_comes_in_pages(client: Client) -> None:
    seen: list[str] = []
    found = {"page": {"next": 0}}
    while (offset := found["page"]["next"]) is not None:
        found = client.get(f"/api/v1/treaties?limit=25&offset={offset}").json()
        seen += [each["id"] for each in found["answers"]]
    assert len(seen) == found["page"]["total"] == len(set(seen))
    assert "In the book: " in found["coverage"]


def test_a_style_of_an_older_version_is_asked_for_again(client: Client) -> None:
    found = client.get("/static/inforce.css")
    assert found.headers["cache-control"] == "no-cache"
    assert found.headers["etag"]
