from pathlib import Path

import pytest

from inforce.source import Place, Problem, SourceText, read_source, source_from_bytes, source_from_text
from inforce.source.text import LARGEST

TREATY = 'treaty jay-1794\n  title "Treaty of Amity"\n  parties USA, GBR\n'


def refused(data: bytes) -> Problem:
    found = source_from_bytes("a.treaty", data)
    assert isinstance(found, Problem)
    return found


def accepted(data: bytes) -> SourceText:
    found = source_from_bytes("a.treaty", data)
    assert isinstance(found, SourceText)
    return found


def test_a_treaty_is_read_into_lines(tmp_path: Path) -> None:
    path = tmp_path / "jay-1794.treaty"
    path.write_text(TREATY, encoding="utf-8")
    source = read_source(path)
    assert isinstance(source, SourceText)
    assert source.file == str(path)
    assert source.text == TREATY
    assert source.lines == ("treaty jay-1794", '  title "Treaty of Amity"', "  parties USA, GBR")


def test_lines_are_counted_from_1() -> None:
    source = source_from_text("a.treaty", TREATY)
    assert source.line(3) == "  parties USA, GBR"
    assert (source.line(0), source.line(4)) == ("", "")


def test_only_a_line_feed_ends_a_line() -> None:
    assert accepted("title a\u2028b\x0cc\x85d\n".encode()).lines == ("title a\u2028b\x0cc\x85d",)


def test_windows_line_ends_are_remembered() -> None:
    source = accepted(TREATY.replace("\n", "\r\n").encode())
    assert source.crlf
    assert source.text == TREATY
    assert not accepted(TREATY.encode()).crlf


def test_a_problem_carries_the_persons_own_line() -> None:
    problem = source_from_text("a.treaty", TREATY).problem(
        Place("a.treaty", 3, 16, 3), "There is no actor called GBR.", "", heading="treaty jay-1794"
    )
    assert problem.excerpt == "  parties USA, GBR"
    assert problem.heading == "treaty jay-1794"
    assert problem.hint is None


@pytest.mark.parametrize(
    ("data", "where", "message"),
    [
        (b"treaty a\n  title caf\xe9\n", "a.treaty:2:12", "The byte 0xE9 is not UTF-8 text."),
        ("  中\n中".encode() + b"\xff", "a.treaty:2:2", "The byte 0xFF is not UTF-8 text."),
        (b"treaty a\n  ti\0tle", "a.treaty:2:5", "There is a NUL character here, so this is hardly a text."),
        (b"\xef\xbb\xbftreaty a\n", "a.treaty:1:1", "The file begins with a byte order mark."),
        (
            b"treaty a\r\n  parties USA\n",
            "a.treaty:1:9",
            "There is a carriage return here; other lines end without one.",
        ),
    ],
)
def test_what_is_no_plain_text_is_pointed_at(data: bytes, where: str, message: str) -> None:
    problem = refused(data)
    assert str(problem.place) == where
    assert problem.message == message


def test_the_line_with_a_bad_byte_is_shown() -> None:
    assert refused(b"treaty a\r\n  title caf\xe9\r\n").excerpt == "  title caf\ufffd"


def test_a_file_of_another_encoding_is_recognised() -> None:
    assert (
        refused(b"\xff\xfe" + "treaty a".encode("utf-16-le")).hint
        == "It looks like UTF-16; save it as UTF-8."
    )


def test_an_empty_file_is_a_text() -> None:
    assert accepted(b"").text == ""


def test_a_line_of_10_mb_is_a_text() -> None:
    assert len(accepted(b"x" * 10_000_000).line(1)) == 10_000_000


def test_a_file_that_is_too_large_is_refused() -> None:
    assert refused(b"x" * (LARGEST + 1)).message == "The file is larger than 20 MB."


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.treaty", "There is no such file."),
        (".", "This is a folder, not a file."),
        ("a\0b", "The file cannot be read: embedded null byte."),
        ("x" * 5_000, "The file cannot be read: File name too long."),
    ],
)
def test_what_cannot_be_opened_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    problem = read_source(path)
    assert isinstance(problem, Problem)
    assert problem.message == message
    assert problem.place.line == 0


def test_random_bytes_never_raise() -> None:
    for seed in range(256):
        source_from_bytes("a.treaty", bytes((seed * step) % 256 for step in range(1, 200)))
