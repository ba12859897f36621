"""Whatever stands in a file: problems, never a traceback."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.load import book_from_files
from inforce.parse.directives import KEYS
from inforce.source import text_from_problem

WORDS = sorted({word for keys in KEYS.values() for key in keys for word in key.split()} | set(KEYS))
NAMES = [
    "CHN",
    "SUN",
    "record",
    "peace",
    "war",
    "4",
    "notes",
    "roc",
    "^a",
    "1945-08-24",
    "1945/..",
    "[1945,",
    "all",
]
MARKS = [
    ",",
    "(",
    ")",
    ":",
    '"',
    '"War."',
    ";",
    "[@key, p. 3]",
    "[@",
    "^",
    "%",
    "then",
    "and",
    "or",
    "not",
    "is",
]
ACTS = [
    "ratifies",
    "agree to end",
    "revokes",
    "finds that",
    "counts as",
    "shall",
    "may",
    "shall not",
    "by",
    "said by",
]
TREATIES = sorted((Path(__file__).parent.parent / "treaties").glob("*/*/*.treaty.md"))
START = """treaty-format 1
actor CHN "China"
actor SUN "Soviet Union"
fact war "There is war."
  state
treaty peace "Peace"
  parties CHN, SUN
clause 4
  each party shall keep the peace
"""

lines = st.lists(st.sampled_from([*WORDS, *NAMES, *MARKS, *ACTS, "3 weeks", "the other"]), max_size=9).map(
    " ".join
)
directives = st.tuples(st.sampled_from([*KEYS, "1945-08-24", "1945/.."]), lines, st.lists(lines, max_size=4))


def loads(folder: Path, data: bytes, name: str = "any.treaty") -> None:
    path = folder / name
    path.write_bytes(data)
    for problem in book_from_files([path]).problems:
        assert problem.place.line <= data.count(b"\n") + 1
        assert text_from_problem(problem)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@given(data=st.binary(max_size=300))
def test_random_bytes_never_raise(folder: Path, data: bytes) -> None:
    loads(folder, data)
    loads(folder, b"```treaty\ntreaty-format 1\n" + data, "any.treaty.md")


@given(text=st.text(max_size=300))
def test_random_text_never_raises(folder: Path, text: str) -> None:
    loads(folder, f"{START}{text}".encode("utf-8", "replace"))


@given(found=st.lists(directives, max_size=6))
def test_random_directives_never_raise(folder: Path, found: list[tuple[str, str, list[str]]]) -> None:
    text = "".join(
        f"{keyword} {head}\n" + "".join(f"  {line}\n" for line in under) for keyword, head, under in found
    )
    loads(folder, f"{START}{text}".encode())


@given(data=st.data())
def test_a_treaty_with_words_lost_or_moved_never_raises(folder: Path, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TREATIES)).read_text(encoding="utf-8")
    words = re.split(r"([ \n]+)", text)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(words) - 1))
        words[place] = data.draw(
            st.sampled_from(["", "\n", "\n  ", *MARKS, words[place // 2], words[-1 - place]])
        )
    loads(folder, "".join(words).encode(), "any.treaty.md")


def test_a_line_of_ten_megabytes_is_a_problem(folder: Path) -> None:
    loads(folder, START.encode() + b"1945-08-24 CHN " + b"a " * 5_000_000 + b"\n")
    loads(folder, START.encode() + b"fact " + b"a" * 10_000_000 + b"\n")


def test_ten_thousand_mistakes_are_told_quickly(folder: Path) -> None:
    loads(folder, START.encode() + b"1945-08-24 CNH ratifies paece\n" * 10_000)
