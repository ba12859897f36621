"""Counter-examples that the properties found, each told as a treaty: what the engine must go on saying."""

from pathlib import Path

import pytest

from inforce.answers.acts import acts
from inforce.answers.status import status
from inforce.load import book_from_files
from inforce.model import Book, Question
from inforce.temporal import day_from_iso

TREATY = """treaty-format 1
actor ABC "Abcland"
actor XYZ "Xyzland"
actor v1 "First voice"
actor v2 "Second voice"
treaty t
  title        "Treaty"
  parties      ABC, XYZ
  in force     upon ratification by each party
"""


@pytest.fixture
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Book:
    """The book of a test: the text of its ``record`` mark, behind the treaty of them all."""
    path = tmp_path / "t.treaty"
    path.write_text(TREATY + request.param, encoding="utf-8")
    loaded = book_from_files([path])
    assert not loaded.problems
    return loaded.book


def record(text: str) -> pytest.MarkDecorator:
    """Give a test its record."""
    return pytest.mark.parametrize("book", [text], indirect=True, ids=["record"])


def possible(
    book: Book, on: str, clause: str = "", party: str = "", view: str = "all-voices"
) -> tuple[str, ...]:
    """Return what may be the status on a day."""
    return status(book, Question("t", day_from_iso(on), clause=clause, party=party, view=view))[0].possible


RATIFIED = """
2000-01-01 ABC, XYZ ratify t
"""


@record(
    """  term 10 days
  then indefinitely
clause 1
  each party may denounce
  not before the end of the first term
  effect the treaty ends"""
    + RATIFIED
    + "2000-01-11 ABC denounces t"
)
def test_the_first_day_of_a_window_is_in_time(book: Book) -> None:
    assert possible(book, "2000-01-10") == ("in_force",)
    assert possible(book, "2000-01-11") == ("ended",)


@record(
    """  term 10 days
  then indefinitely
clause 1
  each party may denounce
  no later than 2 days before the end of the first term
  effect the treaty ends"""
    + RATIFIED
    + "2000-01-10 ABC denounces t"
)
def test_the_day_after_the_last_of_a_window_is_too_late(book: Book) -> None:
    assert possible(book, "2000-01-09", "1", "ABC") == ("exercisable",)
    assert possible(book, "2000-01-10", "1", "ABC") == ("lost",)
    assert possible(book, "2000-01-10") == ("in_force",)


@record(
    """  term 1 day
  then indefinitely
clause 1
  each party may denounce
  no later than 5 days before the end of the first term
  effect the treaty ends"""
    + RATIFIED
)
def test_a_window_that_closed_before_the_entry_into_force_is_closed(book: Book) -> None:
    assert possible(book, "2000-01-02", "1", "ABC") == ("lost",)


@record(
    """fact sent "The maps are sent."
  event
clause 1
  ABC shall send the maps
  within 8 days of entry into force
  performed by sent"""
    + RATIFIED
    + "2000-01-05 sent\n2000-02-01 sent again"
)
def test_what_was_done_in_time_is_not_made_late_by_doing_it_again(book: Book) -> None:
    assert possible(book, "2000-02-01", "1") == ("performed",)


@record(
    """fact sent "The maps are sent."
  event
clause 1
  ABC shall send the maps
  within 3 days of entry into force
  performed by sent"""
    + RATIFIED
    + "2000-01-05 ABC, XYZ agree to end t\n2000-02-01 sent"
)
def test_a_clock_that_runs_out_on_the_day_of_the_end_makes_nothing_late(book: Book) -> None:
    assert possible(book, "2000-01-05", "1") == ("ended",)
    assert possible(book, "2000-02-01", "1") == ("ended",)


@record(
    """fact met "They met."
  event
clause 1
  ABC shall keep the peace
  until met"""
    + RATIFIED
    + "2000-02-01? met said by v1\n2000-03-01? met said by v2"
)
def test_two_doubts_about_different_days_are_no_agreement_that_it_never_was(book: Book) -> None:
    assert possible(book, "2000-02-15", "1") == ("ended", "owed")
    assert possible(book, "2000-04-01", "1") == ("ended", "owed")


@record(
    """fact met "They met."
  event
clause 1
  ABC shall keep the peace
  until met"""
    + RATIFIED
    + "2000-02 met said by v1\n2000-02-10? met said by v2"
)
def test_doubt_narrows_nothing_that_is_firm(book: Book) -> None:
    assert possible(book, "2000-02-05", "1") == ("ended", "owed")
    assert possible(book, "2000-02-20", "1") == ("ended", "owed")
    assert possible(book, "2000-03-01", "1") == ("ended",)


@record(
    """fact met "They met."
  event
clause 1
  ABC shall keep the peace
  until met"""
    + RATIFIED
    + "2000-02-01 met said by v1\n  denied by v2"
)
def test_the_denial_of_what_one_voice_says_leaves_never(book: Book) -> None:
    assert possible(book, "2000-01-15", "1") == ("owed",)
    assert possible(book, "2000-02-01", "1") == ("ended", "owed")


@record(
    """  term 10 days
  then 1 day at a time
clause 1
  each party may denounce
  no later than 1 day before the end of any period
  effect the treaty ends, at the end of the term
2000-01-01? ABC ratifies t
2000-01-01 XYZ ratifies t
2000-01-05 XYZ denounces t
"""
)
def test_a_term_of_which_the_start_is_doubtful_comes_to_an_answer(book: Book) -> None:
    assert possible(book, "2000-01-09") == ("in_force", "not_concluded")
    assert possible(book, "2001-01-01") == ("ended", "not_concluded")


@record(
    """  term 10 days
  then indefinitely
clause 1
  each party may denounce
  no later than 2 days before the end of the first term
  effect the treaty ends, at the end of the first term"""
    + RATIFIED
    + "2000-01-03 ABC denounces t\n2000-01-04 ABC denounces t ^second\n2000-01-05 ABC revokes ^second"
)
def test_the_revocation_of_one_notice_leaves_the_other(book: Book) -> None:
    assert possible(book, "2000-01-11") == ("ended",)


@record(
    """actor south "Southern government"
  government of ABC, since 2000-01-10/2000-01-20"""
    + RATIFIED
    + "2000-01-15 ABC (south), XYZ agree to end t"
)
def test_a_government_that_may_speak_since_a_day_may_not_yet_speak_then(book: Book) -> None:
    assert possible(book, "2000-01-15") == ("ended", "in_force")


@record(
    """actor north "Northern government"
  government of ABC
actor south "Southern government"
  government of ABC
view turns "The north speaks, then the south, then the north again"
  hears record
  ABC speaks through north until 2000-01-10, south from 2000-01-10 until 2000-01-14, north from 2000-01-14"""
    + RATIFIED
    + "2000-01-05 ABC (north) denounces t ^early\n2000-01-15 ABC (north), XYZ agree to end t"
)
def test_a_government_that_speaks_twice_speaks_both_times(book: Book) -> None:
    assert [act.missing for act in acts(book, "t", view_id="turns") if act.on == "2000-01-15"] == [None]
    early = next(act for act in acts(book, "t", view_id="turns") if act.on == "2000-01-05")
    assert "speak" not in (early.missing or "")


@record(
    """clause 1
  ABC shall keep the peace
  essential"""
    + RATIFIED
    + "2000-01-05 XYZ terminates t"
)
def test_an_act_is_told_what_it_lacks_and_nothing_else(book: Book) -> None:
    (missing,) = [act.missing for act in acts(book, "t", "XYZ") if act.on == "2000-01-05"]
    assert missing == "the conditions of the power to terminate were not met at the close of the day before"


@record("2000-01-05 XYZ terminates t\nclause 1\n  ABC shall keep the peace\n  essential\n")
def test_an_act_on_a_treaty_that_was_never_in_force_is_told_so(book: Book) -> None:
    (missing,) = [act.missing for act in acts(book, "t", "XYZ")]
    assert missing is not None
    assert "t was not in force at the close of the day before" in missing


@record(
    """  term 10 days
1999-12-20 ABC, XYZ extend t by 5 days ^early"""
    + RATIFIED
    + "2000-01-05 ABC, XYZ extend t by 3 days ^later"
)
def test_an_extension_without_effect_adds_nothing_to_a_later_one(book: Book) -> None:
    assert possible(book, "2000-01-13") == ("in_force",)
    assert possible(book, "2000-01-14") == ("ended",)


@record(
    """  term 10 days
2000-01-01 ABC ratifies t
2000-01-01/2000-01-03 XYZ ratifies t said by v1
2000-01-05 XYZ ratifies t said by v2
2000-01-02 ABC, XYZ extend t by 5 days
"""
)
def test_an_extension_that_may_have_had_no_effect_may_not_have_moved_the_end(book: Book) -> None:
    assert "ended" in possible(book, "2000-01-15")


@record(
    """clause 1
  each party may denounce
  effect the treaty ends"""
    + RATIFIED
    + "2000-01-05 ABC denounces t, to take effect 2000-03"
)
def test_an_effect_within_a_month_may_come_on_its_first_day_and_has_by_its_last(book: Book) -> None:
    assert possible(book, "2000-02-29") == ("in_force",)
    assert possible(book, "2000-03-01") == ("ended", "in_force")
    assert possible(book, "2000-03-31") == ("ended",)


@record(
    """clause 1
  each party may denounce
  by notice of 10 days
  effect the treaty ends"""
    + RATIFIED
    + "2000-01-05 ABC denounces t, counting from 2000-02-01/2000-02-03"
)
def test_a_notice_counted_from_one_of_some_days_may_have_run_on_the_first_of_its_ends(book: Book) -> None:
    assert possible(book, "2000-02-10") == ("in_force",)
    assert possible(book, "2000-02-11") == ("ended", "in_force")
    assert possible(book, "2000-02-13") == ("ended",)


@record(
    """  term 5 years
  then 5 years at a time
clause 1
  each party may denounce
  no later than 1 year before the end of any period
  effect the treaty ends, at the end of the term
2000-01-01 ABC, XYZ ratify t
[2010-01-01..] ABC denounces t"""
)
def test_a_denunciation_that_may_still_come_leaves_every_later_end_open(book: Book) -> None:
    assert possible(book, "2014-12-31") == ("in_force",)
    assert set(possible(book, "2015-01-01")) == {"ended", "in_force"}
    assert set(possible(book, "9015-01-01")) == {"ended", "in_force"}
