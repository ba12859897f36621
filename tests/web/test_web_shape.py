"""One shape: what the interface answers is what the command answers, the whole of it."""

import json

import msgspec
import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from inforce.answers import open as open_books
from inforce.answers.asking import today
from inforce.answers.status import asked_for
from inforce.cli.verbs import inforce_command
from inforce.model import Question
from inforce.temporal import day_from_iso, iso_from_day

Client = TestClient[Litestar]
FOUNDING = "sino-soviet-1945"
BESIDE = {"page", "coverage", "evidence"}
"""What may stand beside the query and the answers over HTTP, and nowhere else; ``evidence`` sums the answers up."""

SAME = [
    ("status {} --on 1951-06-01", "treaties/{}/status?on=1951-06-01"),
    ("status {} --instrument notes-aid --view prc", "treaties/{}/status?instrument=notes-aid&view=prc"),
    ("status {} --between CHN SUN --on 1949-01-01", "treaties/{}/status?between=CHN+SUN&on=1949-01-01"),
    ("status {} --clause 5 --for CHN --known 1950-01-01 --on 1951-01-01",
     "treaties/{}/status?clause=5&for=CHN&known=1950-01-01&on=1951-01-01"),
    ("why {} --on 1951-06-01 --view roc", "treaties/{}/why?on=1951-06-01&view=roc"),
    ("timeline {}", "treaties/{}/timeline"),
    ("timeline {} --clause 8.term --view roc", "treaties/{}/timeline?clause=8.term&view=roc"),
    ("timeline {} --instrument notes-aid --for CHN --known 1953-01-01",
     "treaties/{}/timeline?instrument=notes-aid&for=CHN&known=1953-01-01"),
    ("timeline {} --between CHN SUN", "treaties/{}/timeline?between=CHN+SUN"),
    ("views {} --on 1951-06-01", "treaties/{}/views?on=1951-06-01"),
    ("views {} --clause 5 --for SUN --on 1951-06-01", "treaties/{}/views?clause=5&for=SUN&on=1951-06-01"),
    ("views {} --clauses --view roc --view prc --on 1951-06-01", "treaties/{}/compare?a=roc&b=prc&on=1951-06-01"),
    ("views {} --clauses --view un --view roc --clause 5 --known 1953-01-01",
     "treaties/{}/compare?a=un&b=roc&clause=5&known=1953-01-01"),
    ("show {}", "treaties/{}"),
    ("show {} --clause 5", "treaties/{}?clause=5"),
    ("show {} --about port-arthur", "treaties/{}?about=port-arthur"),
    ("parties {} --on 1951-06-01", "treaties/{}/parties?on=1951-06-01"),
    ("parties {} --view roc --known 1952-01-01", "treaties/{}/parties?view=roc&known=1952-01-01"),
    ("acts {}", "treaties/{}/acts"),
    ("acts {} --by SUN --view roc", "treaties/{}/acts?by=SUN&view=roc"),
    ("acts {} --voter Cuba --known 1955-01-01", "treaties/{}/acts?voter=Cuba&known=1955-01-01"),
    ("may denounce {} --for CHN --on 1950-01-01", "treaties/{}/may?act=denounce&for=CHN&on=1950-01-01"),
    ("may terminate {} --for CHN --view roc --on 1953-02-01",
     "treaties/{}/may?act=terminate&for=CHN&view=roc&on=1953-02-01"),
    ("due {} --from 1970-01-01 --to 1976-01-01 --known 1949-01-01",
     "treaties/{}/due?from=1970-01-01&to=1976-01-01&known=1949-01-01"),
    ("due {} --from 1945-01-01 --to 1976-01-01 --for CHN --view roc --no-day --all",
     "treaties/{}/due?from=1945-01-01&to=1976-01-01&for=CHN&view=roc&no-day=true&all=true"),
    ("due ottawa-1997 --from 2001-01-01 --to 2012-01-01 --for FRA",
     "treaties/ottawa-1997/due?from=2001-01-01&to=2012-01-01&for=FRA"),
    ("due --from 1945-01-01 --to 1949-12-31 --for CHN --all",
     "due?from=1945-01-01&to=1949-12-31&for=CHN&all=true&limit=1000"),
    ("due --from 2026-01-01 --to 2026-12-31", "due?from=2026-01-01&to=2026-12-31"),
    ("due --from 1949-01-01 --to 1952-01-01 --for CHN --view prc",
     "due?from=1949-01-01&to=1952-01-01&for=CHN&view=prc"),
    ("against {}", "treaties/{}/against"),
    ("against {} --voice atop --view prc", "treaties/{}/against?voice=atop&view=prc"),
    ("between CHN SUN --on 1947-07-01 --view roc", "between?a=CHN&b=SUN&on=1947-07-01&view=roc"),
    ("between CHN SUN --on 1985-07-01 --all --known 1960-01-01 --status contested",
     "between?a=CHN&b=SUN&on=1985-07-01&all=true&known=1960-01-01&status=contested"),
    ("list", "treaties?limit=1000"),
]  # fmt: skip


def of_command(*words: str) -> dict[str, object]:
    result = CliRunner().invoke(inforce_command, [*words, "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def of_interface(client: Client, address: str) -> dict[str, object]:
    """Return what the interface answers, without what may stand beside it."""
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.text
    return {key: value for key, value in response.json().items() if key not in BESIDE}


@pytest.mark.parametrize(("command", "address"), SAME)
def test_the_interface_answers_as_the_command_does(client: Client, command: str, address: str) -> None:
    answered = of_command(*command.format(FOUNDING).split())
    assert set(answered) == {"query", "answers"}
    assert of_interface(client, address.format(FOUNDING)) == answered


SUPPOSED = [
    (("--drop", "notes-1950", "--on", "1951-06-01", "--view", "ussr"),
     {"supposing": {"drop": ["notes-1950"]}, "on": "1951-06-01", "view": "ussr"}),
    (("--add", "1951-01-01 CHN denounces sino-soviet-1945", "--on", "1953-01-01"),
     {"supposing": {"add": ["1951-01-01 CHN denounces sino-soviet-1945"]}, "on": "1953-01-01"}),
    (("--clause", "5", "--for", "SUN", "--without", "later-treaty", "--on", "1951-01-01"),
     {"supposing": {"without": ["later-treaty"]}, "clause": "5", "party": "SUN", "on": "1951-01-01"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "body"), SUPPOSED)
def test_what_is_supposed_is_answered_alike(
    client: Client, words: tuple[str, ...], body: dict[str, object]
) -> None:
    response = client.post(f"/api/v1/treaties/{FOUNDING}/whatif", json=body)
    assert response.json() == of_command("whatif", FOUNDING, *words)


def test_every_verb_of_both_faces_is_compared(client: Client) -> None:
    compared = {command.split()[0] for command, _ in SAME} | {"whatif"}
    described = client.get("/api/v1/openapi.json").json()["paths"]
    verbs = {path.rpartition("/")[2] for path in described} & set(inforce_command.list_commands(None))  # type: ignore[arg-type]
    assert verbs - {"export", "log"} <= compared, "what these two give is compared where they are tested"
    assert compared - verbs == {"show", "list"}, "these two have addresses of other names"


DAYS = ("1944-01-01", "1945-08-25", "1950-03-01", "1951-06-01", "1953-02-25", "1999-01-01")


@pytest.mark.parametrize("view", open_books().book.views_beside(FOUNDING))
def test_every_clause_in_a_view_stands_alike_on_some_days(client: Client, view: str) -> None:
    """The command answers as Python does; asked there, hundreds of answers take seconds instead of minutes."""
    book = open_books().book
    for clause in book.treaties[FOUNDING].clauses:
        solved = asked_for(book, Question(FOUNDING, today(), clause=clause.id, view=view))
        for day in DAYS:
            found = of_interface(
                client, f"treaties/{FOUNDING}/status?on={day}&view={view}&clause={clause.id}"
            )
            expected = [each.answer(day_from_iso(day), today()) for each in solved]
            assert found["answers"] == json.loads(msgspec.json.encode(expected)), (clause.id, day)


def test_a_day_that_is_left_out_is_today_in_both(client: Client) -> None:
    found = of_interface(client, f"treaties/{FOUNDING}/status")
    assert found == of_command("status", FOUNDING)
    query = found["query"]
    assert isinstance(query, dict)
    assert query["on"] == iso_from_day(today())
