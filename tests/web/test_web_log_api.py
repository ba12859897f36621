"""The log for programs: the same values as the command's, tokens and never cookies, a problem for every refusal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from httpx import Response

from inforce.cli.verbs import inforce_command
from tests.web.office import END, FERRY, TREATY, Office, office_in

LOG = "/api/v1/log"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_in(tmp_path) as office:
        yield office


def ask(office: Office, who: str, method: str, path: str, **body: object) -> Response:
    headers = office.bearer(who) if who else {}
    content = json.dumps(body).encode() if body else None
    sent = {**headers, "Content-Type": "application/json"} if body else headers
    return office.visitor().client.request(method, f"{LOG}{path}", content=content, headers=sent)


def propose(office: Office, who: str = "maria", text: str = END, **more: object) -> Response:
    return ask(office, who, "POST", "", treaty=TREATY, text=text, reason="A note came in.", **more)


def told(office: Office, *words: str) -> Any:
    command = ["log", *words, "--store", office.where, "--json"]
    return json.loads(CliRunner().invoke(inforce_command, command).stdout)


def test_it_answers_as_the_command_does(office: Office) -> None:
    made = propose(office)
    assert made.status_code == 201
    assert made.headers["location"] == f"{LOG}/1"
    effect = ask(office, "", "GET", "/1/effect").json()
    assert effect == told(office, "effect", "1", "--book", str(FERRY)) | {"query": effect["query"]}
    assert effect["query"] == {"verb": "log effect", "entry": 1, "views": []}
    assert ask(office, "olga", "POST", "/1/accept", reason="It is signed").status_code == 201
    listed = ask(office, "", "GET", "").json()
    assert listed["answers"] == told(office, "list")["answers"]
    assert [each["standing"] for each in listed["answers"]] == ["stands", "decision"]
    status = office.visitor().get(f"/api/v1/treaties/{TREATY}/status?on=1938-01-01&view=velmark")
    assert status.json()["answers"][0]["status"] == "ended", "seen by the very next request"


def test_what_lines_would_change_is_told_before_they_are_written(office: Office) -> None:
    found = ask(office, "maria", "POST", "/preview", treaty=TREATY, text=END).json()
    assert found["answers"][0]["subject"] == TREATY
    assert found["claims"][0]["happened"] == "1937-03-01"
    assert found["actors"] == ["ARD", "VEL"]
    assert ask(office, "", "GET", "").json()["answers"] == []


REFUSALS = [
    ("", "POST", "", {"treaty": TREATY, "text": END, "reason": "x"}, 401),
    ("ruth", "POST", "", {"treaty": TREATY, "text": END, "reason": "x"}, 403),
    ("maria", "POST", "", {"treaty": TREATY, "text": END, "reason": "x", "kind": "claim"}, 403),
    ("maria", "POST", "", {"treaty": "nowhere", "text": END, "reason": "x"}, 404),
    ("maria", "POST", "", {"treaty": TREATY, "text": "no such thing", "reason": "x"}, 422),
    ("maria", "POST", "", {"treaty": TREATY, "text": END, "reason": " "}, 422),
    ("maria", "POST", "", {"treaty": TREATY, "text": END, "reason": "x", "corrects": 9}, 404),
    ("maria", "POST", "", {"treaty": TREATY}, 400),
    ("maria", "POST", "", {"treaty": TREATY, "text": "x" * 1_100_000, "reason": "x"}, 413),
    ("maria", "POST", "/1/accept", {"reason": "x"}, 403),
    ("olga", "POST", "/7/accept", {"reason": "x"}, 404),
    ("olga", "POST", "/1/burn", {"reason": "x"}, 400),
    ("", "GET", "/7", {}, 404),
    ("", "GET", f"/{10**30}", {}, 400),
    ("", "GET", "/watched", {}, 401),
    ("ruth", "PUT", "/watched/party/XXX", {}, 404),
    ("ruth", "PUT", "/changes/seen", {"entry": 9}, 404),
]


@pytest.mark.parametrize(("who", "method", "path", "body", "status"), REFUSALS)
def test_every_refusal_is_a_problem(
    office: Office, who: str, method: str, path: str, body: dict[str, object], status: int
) -> None:
    propose(office)
    found = ask(office, who, method, path, **body)
    assert found.status_code == status
    assert found.headers["content-type"].startswith("application/problem+json")
    assert found.json()["status"] == status
    assert (found.headers.get("www-authenticate") is not None) == (status == 401)
    assert bool(found.json()["problems"]) == (status == 422 and body["reason"] == "x")


def test_a_decision_comes_once(office: Office) -> None:
    propose(office)
    assert ask(office, "maria", "POST", "/1/withdraw", reason="A slip").status_code == 201
    assert ask(office, "olga", "POST", "/1/accept", reason="Yes").status_code == 409


def test_no_cookie_says_who_is_asking(office: Office) -> None:
    olga = office.person("olga")
    body = {"treaty": TREATY, "text": END, "reason": "x"}
    assert olga.client.post(LOG, json=body).status_code == 401


def test_a_list_comes_in_pages(office: Office) -> None:
    for day in range(1, 8):
        assert propose(
            office, text=END.replace("03-01", f"03-{day:02}").replace("^end", f"^end-{day}")
        ).is_success
    seen: list[int] = []
    found: Any = {"next": 0}
    while found["next"] is not None:
        found = ask(office, "", "GET", f"?limit=3&since={found['next']}").json()
        seen += [each["entry"]["id"] for each in found["answers"]]
    assert seen == [1, 2, 3, 4, 5, 6, 7]
    ask(office, "olga", "POST", "/2/reject", reason="No")
    found = ask(office, "", "GET", "?open=true&limit=2&since=0").json()
    assert ([each["entry"]["id"] for each in found["answers"]], found["next"]) == ([1, 3], 3)
    assert ask(office, "", "GET", "?open=true&since=6").json()["next"] is None


def test_a_watch_list_and_what_changed(office: Office) -> None:
    assert ask(office, "ruth", "PUT", "/watched/party/ARD").json()["answers"] == [
        {"kind": "party", "name": "ARD"}
    ]
    propose(office)
    changed = ask(office, "ruth", "GET", "/changes").json()
    assert [each["entry"]["id"] for each in changed["answers"]] == [1]
    assert changed["answers"] == told(office, "changes", "ruth")["answers"]
    assert ask(office, "ruth", "PUT", "/changes/seen", entry=1).json()["answers"] == []
    assert ask(office, "ruth", "DELETE", "/watched/party/ARD").json()["answers"] == []


def test_a_program_that_has_it_already_is_sent_what_is_new(office: Office) -> None:
    tag = ask(office, "", "GET", "").headers["etag"]
    client = office.visitor().client
    assert client.get(LOG, headers={"If-None-Match": tag}).status_code == 304
    propose(office)
    assert client.get(LOG, headers={"If-None-Match": tag}).status_code == 200


def test_lines_bring_along_a_source_of_their_own(office: Office) -> None:
    text = END.replace("@gazette-1936, p. 9", "@note-1937")
    assert propose(office, text=text).status_code == 422
    made = propose(
        office, text=text, sources='{"id": "note-1937", "type": "document", "title": "Joint note"}'
    )
    assert made.status_code == 201
    assert "Joint note" in office.visitor().get("/log/1").text
    ask(office, "olga", "POST", "/1/accept", reason="It is signed")
    assert "Joint note" in office.visitor().get("/source/note-1937").text
