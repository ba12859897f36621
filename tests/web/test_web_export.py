"""Everything in the books at once, over HTTP."""

import http.client
import threading
import time
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from inforce.cli.verbs import inforce_command
from inforce.exchange.forms.kinds import FORMS, WHOLE
from inforce.web import exporting
from tests.web.conftest import SMALL


@pytest.fixture(scope="module")
def small(small_app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(small_app) as client:
        yield client


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("known", ["", "2001-01-01"])
def test_everything_is_sent_as_the_shell_writes_it(
    small: TestClient[Litestar], form: str, known: str
) -> None:
    words = ["export", "--all", "--to", form, "--base", "http://testserver.local", "--book", str(SMALL)]
    written = CliRunner().invoke(inforce_command, [*words, *(["--known", known] if known else [])])
    found = small.get(f"/api/v1/export?format={form}{f'&known={known}' if known else ''}")
    assert found.status_code == 200
    assert found.headers["content-type"].removesuffix("; charset=utf-8") == FORMS[form].media
    assert (written.exit_code, found.content) == (0, written.stdout_bytes)


def test_who_has_everything_already_is_not_sent_it_again(small: TestClient[Litestar]) -> None:
    first = small.get("/api/v1/export?format=csv")
    again = small.get("/api/v1/export?format=csv", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_view_that_does_not_exist_is_told_before_anything_is_sent(small: TestClient[Litestar]) -> None:
    found = small.get("/api/v1/export?format=csv&view=nobody")
    assert (found.status_code, found.headers["content-type"]) == (404, "application/problem+json")


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let an export never end; give the pieces that it has made so far."""
    made: list[int] = []

    def pieces(*asked: object) -> Iterator[bytes]:
        while True:
            made.append(len(made))
            time.sleep(0.01)
            yield b"piece\n"

    monkeypatch.setattr(exporting, "told_whole", pieces)
    return made


def asking(address: str) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request("GET", "/api/v1/export?format=csv")
    return connection


def test_the_work_stops_when_the_asker_goes_away(address: str, endless: list[int]) -> None:
    connection = asking(address)
    answer = connection.getresponse()
    assert answer.read(12) == b"piece\npiece\n"
    answer.close()
    connection.close()
    time.sleep(1)
    stopped = len(endless)
    time.sleep(0.5)
    assert len(endless) == stopped


def test_one_export_is_made_at_a_time_and_the_next_when_it_is_over(address: str, endless: list[int]) -> None:
    first = asking(address)
    answer = first.getresponse()
    assert answer.read(6) == b"piece\n"
    second = asking(address)
    waiting = second.getresponse()
    read: list[bytes] = []
    thread = threading.Thread(target=lambda: read.append(waiting.read(6)))
    thread.start()
    time.sleep(0.5)
    assert read == []
    answer.close()
    first.close()
    thread.join(20)
    assert read == [b"piece\n"]
    waiting.close()
    second.close()
