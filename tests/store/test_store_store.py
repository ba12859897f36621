"""The life of an entry: checked, acknowledged, found again, decided, corrected, never lost."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

import inforce
from inforce.load import book_from_files
from inforce.store import NewEntry, RefusedError, Store, StoreProblemsError, open_store
from tests.store.conftest import END, FERRY, TREATY, new


def status(where: str) -> object:
    return (
        inforce.open(FERRY, store=where)
        .treaty(TREATY)
        .status(on="1938-01-01", view="velmark")
        .answers[0]
        .status
    )


def test_what_is_acknowledged_is_in_the_book_when_the_store_is_opened_again(where: str) -> None:
    assert (
        inforce.open(FERRY).treaty(TREATY).status(on="1938-01-01", view="velmark").answers[0].status
        == "in_force"
    )
    with open_store(where, [FERRY]) as store:
        entry = store.append(new(END))
    assert (entry.id, entry.kind, entry.author) == (1, "claim", "maria")
    with open_store(where, [FERRY]) as store:
        assert store.entries() == (entry,)
    assert status(where) == "ended"


def test_a_line_with_a_problem_is_shown_with_its_caret_and_nothing_is_stored(log: Store) -> None:
    with pytest.raises(StoreProblemsError) as refused:
        log.append(new("1937-03-01     ARD, VELL agree to end lake-ferry-1931"))
    (problem,) = refused.value.problems
    assert str(problem.place) == "entry:1:21"
    assert problem.hint == "Did you mean VEL?"
    assert log.entries() == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((), "There is no record here."),
        (('actor TOR "Torrin"',), "The log takes records; actor belongs in the treaty's file."),
        (('include "other.treaty"',), "The log takes records; include belongs in the treaty's file."),
        (("1937-03-01 strikes", "  vote 1-0-0 from roll.csv"), "The log keeps no tables, so roll.csv cannot be read."),
        (("1931-05-05 ARD ratifies lake-ferry-1931",), "The same voice, record, has recorded this already"),
        (("1937-03-01 ARD denounces lake-ferry-1931 ^notice",), r"There is already a record called \^notice"),
        (("1937-03-01 strikes\N{NULL}",), "There is a NUL character here"),
        (("1937-03-01 strikes\ud800",), "This is not text"),
    ],
)  # fmt: skip
def test_what_does_not_belong_in_a_log_is_refused(log: Store, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(StoreProblemsError, match=message):
        log.append(new(*lines))
    assert log.entries() == ()


def test_two_entries_of_the_same_thing_are_refused_though_each_is_line_one(log: Store) -> None:
    log.append(new("1936-05-01     ARD suspends lake-ferry-1931"))
    with pytest.raises(StoreProblemsError, match="in log/1:1"):
        log.append(new("1936-05-02     ARD suspends lake-ferry-1931"))


def test_a_proposal_is_in_no_book_until_it_is_accepted(log: Store, where: str) -> None:
    log.propose(new(END))
    assert (log.standing(1), status(where)) == ("proposed", "in_force")
    decision = log.accept(1, "olga", "The note is in the file.")
    assert (decision.about, log.standing(1), status(where)) == (1, "stands", "ended")


def test_a_rejected_proposal_stays_in_the_log_and_out_of_the_book(log: Store, where: str) -> None:
    log.propose(new(END))
    log.reject(1, "olga", "The note is a draft.")
    assert [entry.kind for entry in log.entries()] == ["proposal", "rejection"]
    assert status(where) == "in_force"
    with pytest.raises(RefusedError, match="Entry 1 is no open proposal: it is rejected"):
        log.accept(1, "olga", "After all.")


def test_a_proposal_that_no_longer_fits_cannot_be_accepted(log: Store) -> None:
    log.propose(new("1936-05-01     ARD suspends lake-ferry-1931"))
    log.append(new("1936-05-02     ARD suspends lake-ferry-1931"))
    with pytest.raises(StoreProblemsError):
        log.accept(1, "olga", "Yes.")
    assert log.standing(1) == "proposed"


def test_a_correction_stands_in_the_place_of_the_entry_that_it_corrects(log: Store, where: str) -> None:
    log.append(new("1937-03-01     ARD, VEL agree to suspend lake-ferry-1931"))
    assert status(where) == "suspended"
    corrected = log.append(new(END, corrects=1))
    assert (corrected.kind, corrected.corrects) == ("correction", 1)
    assert (log.standing(1), status(where)) == ("corrected", "ended")
    with pytest.raises(RefusedError, match="Entry 1 is not in the book: it is corrected, by entry 2"):
        log.append(new(END, corrects=1))


def test_an_entry_made_by_mistake_leaves_the_book_and_stays_in_the_log(log: Store, where: str) -> None:
    log.append(new(END))
    log.withdraw(1, "maria", "It was a draft.")
    assert (log.standing(1), status(where)) == ("withdrawn", "in_force")
    assert log.entry(1).text == END


def test_what_another_entry_rests_on_cannot_be_withdrawn(log: Store) -> None:
    log.append(new("1938-05-01     VEL denounces lake-ferry-1931 again ^second"))
    log.append(new("1938-05-02     VEL revokes ^second"))
    with pytest.raises(StoreProblemsError, match="There is no record called \\^second"):
        log.withdraw(1, "maria", "It was a draft.")


def test_a_book_that_has_become_wrong_can_be_mended_entry_by_entry(tmp_path: Path, where: str) -> None:
    """The curated file changes under the log: what no longer fits is told with the entry as its place."""
    file = tmp_path / "ferry.treaty.md"
    file.write_bytes(FERRY.read_bytes())
    (tmp_path / "sources.json").write_bytes((FERRY.parent / "sources.json").read_bytes())
    with open_store(where, [file]) as store:
        store.append(new("1937-01-01 VEL performs landing"))
        store.append(new("1937-01-02 VEL performs landing again"))
        file.write_text(
            file.read_text()
            .replace("clause 2 alias landing", "clause 2 alias pier")
            .replace("clause landing", "clause pier")
        )
        assert {problem.place.file for problem in store.book().problems} == {"log/1", "log/2"}
        store.append(new("1937-01-01 VEL performs pier", corrects=1))
        assert {problem.place.file for problem in store.book().problems} == {"log/2"}


def test_the_book_of_a_store_is_that_of_its_files_with_the_lines_added(log: Store) -> None:
    log.append(new(END))
    log.append(new("1936-05-01     ARD suspends lake-ferry-1931", '  note "in passing"'))
    assert log.book().book == book_from_files([FERRY], added=log.added()).book


def test_an_entry_has_its_four_dates(log: Store) -> None:
    entry = log.append(new("1937-02-10/1937-02-14 strikes", "  said by ARD on 1937-02-20, known 1937-03"))
    (claim,) = entry.claims
    assert (claim.voice, claim.happened, claim.said, claim.known) == (
        "ARD", "1937-02-10/1937-02-14", "1937-02-20", "1937-03",
    )  # fmt: skip
    assert entry.actors == ("ARD",)
    assert entry.recorded.tzname() == "UTC"


@pytest.mark.parametrize(("author", "reason"), [("", "why"), ("maria\nolga", "why"), ("maria", " ")])
def test_an_entry_says_who_makes_it_and_why(log: Store, author: str, reason: str) -> None:
    from msgspec.structs import replace

    with pytest.raises(RefusedError):
        log.append(replace(new(END), author=author, reason=reason))


def test_a_treaty_that_no_book_has_is_refused_with_the_nearest(log: Store) -> None:
    from msgspec.structs import replace

    with pytest.raises(RefusedError, match="Did you mean lake-ferry-1931"):
        log.append(replace(new(END), treaty="lake-fery-1931"))


def test_an_empty_database_is_left_empty_by_whoever_only_reads(where: str) -> None:
    if "://" not in where:
        Path(where).touch()
    with pytest.raises(RefusedError, match="There is no store"):
        open_store(where, [FERRY], create=False)
    with pytest.raises(RefusedError, match="There is no store"):
        open_store(where, [FERRY], create=False)


def test_a_file_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bank (money INTEGER)")
    connection.close()
    with pytest.raises(RefusedError, match="something else"):
        open_store(str(other), [FERRY])
    text = tmp_path / "text.sqlite"
    text.write_text("This is no database, and it is longer than the head of one. " * 20)
    before = text.read_bytes()
    with pytest.raises(Exception, match="no store of inforce"):
        open_store(str(text), [FERRY])
    assert text.read_bytes() == before


NOTE = '{"id": "note-1937", "type": "letter", "title": "聯合照會 Joint note", "issued": {"date-parts": [[1937]]}}'
CITING = f"{END} [@note-1937, p. 2]"


def with_source(sources: str = NOTE, *lines: str) -> NewEntry:
    return replace(new(*(lines or (CITING,))), sources=sources)


def test_a_claim_may_bring_its_source_along(log: Store, where: str) -> None:
    entry = log.append(with_source())
    assert msgspec.json.decode(entry.sources) == [msgspec.json.decode(NOTE)]
    assert log.book().book.sources["note-1937"].title == "聯合照會 Joint note"
    with open_store(where, [FERRY]) as again:
        assert again.entries() == (entry,)
        assert again.verify() == 1
        second = again.append(new("1937-05-01 landing-built ^two [@note-1937, p. 3]"))
    assert (second.sources, log.book().problems) == ("", ())
    assert inforce.open(FERRY, store=where).book.sources["note-1937"].issued == "1937"


def test_a_source_is_in_the_bibliography_when_its_claim_is_in_the_book(log: Store) -> None:
    log.propose(with_source())
    assert "note-1937" not in log.book().book.sources
    assert "note-1937" in log.book_if(1).book.sources
    with pytest.raises(StoreProblemsError, match="There is no source called note-1937"):
        log.append(new("1937-05-01 landing-built ^two [@note-1937, p. 3]"))
    log.accept(1, "olga", "It is in the file.")
    log.append(new("1937-05-01 landing-built ^two [@note-1937, p. 3]"))
    with pytest.raises(StoreProblemsError, match="There is no source called note-1937"):
        log.withdraw(1, "olga", "It was a draft.")
    assert log.standing(1) == "stands"


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ('{"id": "gazette-1933", "title": "Else"}', "There is another source called gazette-1933"),
        ('{"id": "unused"}', "No line cites the source unused"),
        ('{"title": "nameless"}', "The sources of these lines cannot be read"),
        ("Joint note of 1937", "The sources of these lines cannot be read"),
        ('{"id": "note-1937", "title": "a\ud800"}', "The sources of these lines cannot be read"),
    ],
)  # fmt: skip
def test_a_source_with_a_problem_is_refused_with_its_claim(log: Store, sources: str, message: str) -> None:
    with pytest.raises(StoreProblemsError, match=message):
        log.append(with_source(sources, END))
    assert log.entries() == ()


def test_two_entries_cannot_give_one_key_to_two_sources(log: Store) -> None:
    log.append(with_source())
    log.append(with_source(NOTE, "1937-05-01 landing-built ^two [@note-1937]"))
    with pytest.raises(StoreProblemsError, match="There is another source called note-1937"):
        log.append(with_source('{"id": "note-1937"}', "1937-06-01 landing-built ^three [@note-1937]"))


def test_a_correction_may_correct_the_source(log: Store) -> None:
    log.append(with_source())
    log.append(replace(with_source(NOTE.replace("[[1937]]", "[[1938]]")), corrects=1))
    assert log.book().book.sources["note-1937"].issued == "1938"
