"""An office for the tests: a log with a reader, a contributor and an editor, served, and people who sign in to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient
from msgspec import Struct

from inforce.answers import open as open_books
from inforce.store import Role, open_store
from inforce.web.app import app_from_live
from inforce.web.live import Live
from inforce.web.serve import opened
from inforce.web.settings import Settings
from tests.docs.pages import EXAMPLES

FERRY = EXAMPLES / "lake-ferry.treaty.md"
TREATY = "lake-ferry-1931"
END = "1937-03-01 ARD, VEL agree to end lake-ferry-1931 ^end [@gazette-1936, p. 9]"
ON_1938 = f"/t/{TREATY}.json?on=1938-01-01&view=velmark"
PEOPLE: dict[str, Role] = {"olga": "editor", "maria": "contributor", "ruth": "reader"}
UNLIMITED = Settings(limited=False)


class Office(Struct, frozen=True):
    """A served log, and the tokens of its people."""

    where: str
    live: Live
    app: Litestar
    tokens: dict[str, str]

    def visitor(self) -> Visitor:
        """Return somebody with a browser of their own who has not signed in."""
        return Visitor(TestClient(self.app))

    def person(self, name: str) -> Visitor:
        """Return somebody who has signed in."""
        visitor = self.visitor()
        assert visitor.sign_in(self.tokens[name]).status_code == 303
        return visitor

    def bearer(self, name: str) -> dict[str, str]:
        """Return how a program says whose token it has."""
        return {"Authorization": f"Bearer {self.tokens[name]}"}


class Visitor:
    """Somebody with a browser, which keeps cookies and sends forms."""

    def __init__(self, client: TestClient[Litestar]) -> None:
        self.client = client

    def get(self, path: str, **headers: str) -> Response:
        return self.client.get(path, headers=headers, follow_redirects=False)

    def form(self, path: str, **fields: str) -> Response:
        """Send a form with the word that this server's pages give."""
        word = re.search(r'name="_csrf_token" value="([^"]+)"', self.get("/sign-in").text)
        found = word or re.search(r'name="_csrf_token" value="([^"]+)"', self.get("/watch").text)
        assert found is not None
        return self.bare_form(path, **fields, _csrf_token=found.group(1))

    def bare_form(self, path: str, **fields: str) -> Response:
        """Send a form as another site would."""
        return self.client.post(path, data=fields, follow_redirects=False)

    def sign_in(self, token: str, to: str = "/") -> Response:
        return self.form("/sign-in", token=token, next=to)

    def propose(self, text: str = END, **more: str) -> Response:
        fields = {"treaty": TREATY, "text": text, "reason": "A note came in.", **more}
        return self.form("/log/propose", **fields)


def office_at(where: str, settings: Settings = UNLIMITED, *, people: bool = True) -> Office:
    """Return an office whose log is at a place, begun with its people."""
    tokens = {}
    if people:
        with open_store(where, [FERRY]) as store:
            for name, role in PEOPLE.items():
                store.add_person(name, role, "olga")
                tokens[name] = store.new_token(name)
    live = opened(open_books(FERRY), where)
    return Office(where, live, app_from_live(live, settings), tokens)


@contextmanager
def office_in(folder: Path, settings: Settings = UNLIMITED, *, people: bool = True) -> Iterator[Office]:
    """Give an office with a log in a folder, and close it behind the test."""
    office = office_at(str(folder / "log.sqlite"), settings, people=people)
    try:
        yield office
    finally:
        office.live.close()


def status_in_1938(visitor: Visitor) -> str:
    """Return whether the ferry treaty is in force in 1938, in the view of Velmark."""
    answer = visitor.get(ON_1938).json()["answers"][0]
    return str(answer["status"])
