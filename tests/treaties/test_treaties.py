"""Every file of this folder is a test: a treaty, and behind it what loading it must say."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from inforce.load import Loaded, book_from_files
from inforce.load.claim_id import text_from_claim
from inforce.model import Book, Terms, Treaty
from inforce.parse.directives import DIRECTIVES
from tests.treaties.telling import told

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*/*/*.treaty.md"))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def problems(loaded: Loaded) -> list[str]:
    """Tell problems in short: the place, what is wrong, the likely fix."""
    return [
        f"{_place(problem.place.file)}{problem.place.line}:{problem.place.column} "
        + " ".join(filter(None, (problem.message, problem.hint)))
        for problem in loaded.problems
    ]


def _place(file: str) -> str:
    return "" if file.endswith(".treaty.md") else f"{Path(file).name}:"


def _without_parts(treaty: Treaty) -> Treaty:
    return replace(treaty, terms=Terms(), instruments=(), clauses=(), beside=())


def _each(values: Iterable[Struct]) -> list[str]:
    return [told(value) for value in values]


TOLD: dict[str, Callable[[Book], list[str]]] = {
    "treaties": lambda book: _each(map(_without_parts, book.treaties.values())),
    "terms": lambda book: _each(treaty.terms for treaty in book.treaties.values()),
    "instruments": lambda book: _each(
        each for treaty in book.treaties.values() for each in treaty.instruments
    ),
    "clauses": lambda book: _each(each for treaty in book.treaties.values() for each in treaty.clauses),
    "actors": lambda book: _each(book.actors.values()),
    "groups": lambda book: _each(book.groups.values()),
    "assets": lambda book: _each(book.assets.values()),
    "facts": lambda book: _each(book.facts.values()),
    "views": lambda book: _each(replace(view, under="") for view in book.views.values()),
    "readings": lambda book: _each(book.readings),
    "expectations": lambda book: _each(replace(each, file="") for each in book.expectations),
    "claims": lambda book: [f"{claim.id} · {text_from_claim(claim)}" for claim in book.claims],
    "details": lambda book: [told(replace(claim, line=0)) for claim in book.claims],
}
"""What a fence behind the treaty may show of the book."""


def fences(text: str) -> dict[str, list[str]]:
    return {name: body.splitlines() for name, body in FENCE.findall(text) if name != "treaty"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-3:]))
def test_a_treaty_loads_as_its_file_says(file: Path) -> None:
    loaded = book_from_files([file])
    for name, expected in fences(file.read_text(encoding="utf-8")).items():
        told_now = problems(loaded) if name == "problems" else TOLD[name](loaded.book)
        assert told_now == expected, name
    if file.parent.name == "good":
        assert problems(loaded) == []


def test_every_directive_has_good_and_bad_treaties() -> None:
    for directive in set(DIRECTIVES) - {"treaty-format"}:
        for folder, least in (("good", 2), ("bad", 3)):
            assert len(list((FOLDER / directive / folder).glob("*.treaty.md"))) >= least, (directive, folder)


@pytest.mark.parametrize(
    "file", [each for each in FILES if each.parent.name == "bad"], ids=lambda each: each.stem
)
def test_a_bad_treaty_says_what_is_wrong(file: Path) -> None:
    assert fences(file.read_text(encoding="utf-8"))["problems"]
