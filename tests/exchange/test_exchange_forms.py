"""What is written in a format is read by those who read that format, and says what the record says."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import bibtexparser
import msgspec
import pytest
from icalendar import Calendar
from pyoxigraph import RdfFormat, parse

from inforce.answers import Library
from inforce.answers import open as open_books
from inforce.exchange.forms.address import Asked
from inforce.exchange.forms.books import BooksOnce
from inforce.exchange.forms.kinds import FORMS, WHOLE
from inforce.exchange.forms.table import COLUMNS
from inforce.exchange.forms.tell import TELLERS, told_as
from inforce.exchange.forms.terms import CLASSES, PREFIXES, PROPERTIES
from inforce.exchange.forms.walk import Whole
from inforce.exchange.forms.whole import told_whole
from inforce.load.bibliography import sources_from_files
from inforce.temporal import day_from_iso

BASE = "https://treaties.example"
TERMS = f"{BASE}/terms#"
CASES = Path(__file__).parent.parent / "cases"
FOUNDING = Asked("sino-soviet-1945", on=day_from_iso("1951-06-01"))


@pytest.fixture(scope="module")
def books() -> BooksOnce:
    return BooksOnce(open_books())


@pytest.fixture(scope="module")
def small() -> Library:
    """Some invented treaties, of which everything is told quickly."""
    return open_books(CASES / "notice.treaty.md", CASES / "procedure.treaty.md")


def triples_in(text: bytes) -> list[tuple[str, str, str]]:
    """Return what is said in Turtle, without languages and types."""
    found = parse(text, format=RdfFormat.TURTLE)
    return [(_text(each.subject), _text(each.predicate), _text(each.object)) for each in found]


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def said(triples: Iterable[tuple[str, str, str]], about: str, key: str) -> set[str]:
    return {value for subject, predicate, value in triples if (subject, predicate) == (about, key)}


def kinds_in(triples: Iterable[tuple[str, str, str]]) -> list[str]:
    return [value for _, predicate, value in triples if predicate == f"{PREFIXES['rdf']}type"]


def test_every_format_has_its_teller() -> None:
    assert set(TELLERS) == set(FORMS)
    assert set(WHOLE) < set(FORMS)


def test_the_columns_begin_with_those_of_every_table_of_answers() -> None:
    nine = ["treaty", "clause", "bearer", "counterparty", "status", "since", "until", "certainty", "view"]
    assert list(COLUMNS)[:9] == nine


def test_a_table_has_each_interval_of_a_clause_for_each_bearer(books: BooksOnce) -> None:
    asked = Asked("sino-soviet-1945", "5.collaboration", view="ussr")
    rows = list(csv.DictReader(io.StringIO(told_as(books, asked, "csv", BASE).decode(), newline="")))
    assert {row["bearer"] for row in rows} == {"CHN", "SUN"}
    assert {(row["bearer"], row["counterparty"]) for row in rows} == {("CHN", "SUN"), ("SUN", "CHN")}
    last = [row for row in rows if row["bearer"] == "SUN"][-1]
    assert (last["status"], last["since"], last["until"]) == ("ended", "1950-02-14", "")


def test_lines_of_json_are_the_rows_of_the_table(books: BooksOnce) -> None:
    lines = told_as(books, FOUNDING, "ndjson", BASE).splitlines()
    rows = list(csv.DictReader(io.StringIO(told_as(books, FOUNDING, "csv", BASE).decode(), newline="")))
    found = [json.loads(line) for line in lines]
    assert [(each["clause"] or "", each["since"] or "") for each in found] == [
        (row["clause"], row["since"]) for row in rows
    ]


def test_rdf_says_who_says_what_and_what_follows(books: BooksOnce) -> None:
    triples = triples_in(told_as(books, FOUNDING, "ttl", BASE))
    treaty, label = f"{BASE}/t/sino-soviet-1945", f"{PREFIXES['rdfs']}label"
    assert "中蘇友好同盟條約" in said(triples, treaty, f"{PREFIXES['dcterms']}alternative")
    notes = f"{treaty}#claim-notes-1950"
    assert f"{TERMS}Claim" in said(triples, notes, f"{PREFIXES['rdf']}type")
    assert said(triples, notes, f"{TERMS}when") == {"1950-02-14"}
    assert said(triples, notes, label)
    answer = f"{treaty}?on=1951-06-01"
    assert said(triples, answer, f"{TERMS}possibleStatus") == {"in_force", "ended"}
    assert said(triples, answer, f"{TERMS}certainty") == {"disputed"}


@pytest.mark.parametrize("form", ["ttl", "whole"])
def test_rdf_uses_no_word_of_ours_that_is_not_written_down(
    books: BooksOnce, small: Library, form: str
) -> None:
    told = (
        told_as(books, FOUNDING, "ttl", BASE)
        if form == "ttl"
        else b"".join(told_whole(small, "ttl", Whole(base=BASE)))
    )
    used = {predicate for _, predicate, _ in triples_in(told)} | set(kinds_in(triples_in(told)))
    ours = {each.removeprefix(TERMS) for each in used if each.startswith(TERMS)}
    assert ours <= {*CLASSES, *PROPERTIES}
    assert all(each.startswith((TERMS, *PREFIXES.values())) for each in used)


def test_the_same_is_told_in_the_same_bytes(books: BooksOnce) -> None:
    for form in FORMS:
        assert told_as(books, FOUNDING, form, BASE) == told_as(BooksOnce(books.library), FOUNDING, form, BASE)


def test_a_calendar_has_the_last_day_for_the_notice_of_article_8(books: BooksOnce) -> None:
    """Thirty years from 24 to 27 August 1945, one year's notice before: 24 to 27 August 1974 are the days."""
    asked = Asked(
        "sino-soviet-1945", on=day_from_iso("1970-01-01"), known=day_from_iso("1949-01-01"), party="CHN"
    )
    calendar = Calendar.from_ical(told_as(books, asked, "ics", BASE))
    events = {(each.decoded("dtstart"), each.decoded("dtend")): each for each in calendar.walk("VEVENT")}
    notice = events[date(1974, 8, 24), date(1974, 8, 28)]
    assert notice["status"] == "TENTATIVE"
    assert len({str(each["uid"]) for each in events.values()}) == len(events)


def test_sources_come_back_as_they_stand_in_their_file(books: BooksOnce, tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_bytes(b"".join(told_whole(books.library, "csl-json", Whole())))
    found, problems = sources_from_files([tmp_path / "sources.json"])
    assert not problems
    assert found == books.library.book.sources


def test_a_source_without_its_file_comes_back_as_far_as_it_was_read(books: BooksOnce, tmp_path: Path) -> None:
    alone = Library(books.library.book)
    (tmp_path / "sources.json").write_bytes(b"".join(told_whole(alone, "csl-json", Whole())))
    found, _ = sources_from_files([tmp_path / "sources.json"])
    assert found == {
        key: msgspec.structs.replace(each, kind=each.kind or "document")
        for key, each in books.library.book.sources.items()
    }


def test_bibtex_has_an_entry_for_each_source_that_the_treaty_cites(books: BooksOnce) -> None:
    entries = bibtexparser.loads(told_as(books, FOUNDING, "bibtex", BASE).decode()).entries
    items = {each["id"]: each for each in json.loads(told_as(books, FOUNDING, "csl-json", BASE))}
    assert {each["ID"] for each in entries} == set(items)
    assert "yeh-1953" in items
    assert len(items) < len(books.library.book.sources), "those of the treaty, not of all"
    dated = next(each for each in entries if each["ID"] == "krasnoe-znamya-1945-08-29")
    assert (dated["ENTRYTYPE"], dated["year"], dated["date"]) == ("article", "1945", "1945-08-29")


def test_a_clause_cites_less_than_its_treaty(books: BooksOnce) -> None:
    def keys(part: str) -> set[str]:
        found = json.loads(told_as(books, Asked("sino-soviet-1945", part), "csl-json", BASE))
        return {each["id"] for each in found}

    assert set() < keys("8.term") < keys("")
    assert set() < keys("notes-aid") < keys("")


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_everything_is_each_treaty_one_after_another(small: Library, form: str) -> None:
    whole = b"".join(told_whole(small, form, Whole()))
    parts = [told_as(BooksOnce(small), Asked(name), form, BASE) for name in small.treaties]
    if form == "csv":
        head = parts[0].splitlines(keepends=True)[0]
        assert all(each.startswith(head) for each in parts)
        parts = [head, *(each.removeprefix(head) for each in parts)]
    assert len(small.treaties) > 1
    assert whole == b"".join(parts)


def test_everything_as_json_is_the_same_answers(small: Library) -> None:
    found = json.loads(b"".join(told_whole(small, "json", Whole(known=day_from_iso("2001-01-01")))))
    lines = b"".join(told_whole(small, "ndjson", Whole(known=day_from_iso("2001-01-01")))).splitlines()
    assert found == {
        "query": {"verb": "export", "view": "all-voices", "known": "2001-01-01"},
        "answers": [json.loads(line) for line in lines],
    }


def test_everything_as_rdf_has_every_treaty_every_claim_and_every_interval(small: Library) -> None:
    triples = triples_in(b"".join(told_whole(small, "ttl", Whole(base=BASE))))
    kinds = kinds_in(triples)
    lines = b"".join(told_whole(small, "ndjson", Whole())).splitlines()
    assert kinds.count(f"{TERMS}Treaty") == len(small.treaties)
    assert kinds.count(f"{TERMS}Interval") == len(lines)
    assert kinds.count(f"{TERMS}Claim") >= len(small.book.claims)


def test_how_far_it_is_grows_from_nothing_to_nearly_all(small: Library) -> None:
    seen: list[float] = []
    for _ in told_whole(small, "csv", Whole(), seen.append):
        pass
    assert seen == sorted(seen)
    assert seen[0] == 0
    assert 0.5 < seen[-1] < 1
