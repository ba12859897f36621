"""Timers on rails: a start that a cancelling may already have stopped is not sure to fire (design, S5)."""

from pathlib import Path

from inforce.engine import Signal, happenings_of, solve
from inforce.load import book_from_files
from inforce.model import ALL_VOICES
from inforce.temporal import day_from_iso

FLOODS = """treaty-format 1
actor AAA "Aland"
actor BBB "Beland"
fact flood "The river floods."
  event
fact gates-opened "The gates are opened."
  event
treaty t
  parties      AAA, BBB
  in force     upon signature
clause 1
  AAA shall open the gates
  each time    flood
  within       1 day of flood
  performed by gates-opened
1950-01-01     AAA, BBB sign t
1950-02-01     flood
[1950-02-01..1950-02-02] flood ^second
1950-02-01     gates-opened
"""


def test_a_duty_that_may_have_been_performed_on_its_day_is_not_sure_to_run_out_of_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.treaty"
    path.write_text(FLOODS, encoding="utf-8")
    book = book_from_files([path]).book
    signals: dict[str, Signal] = {"time_out": ("time_out", "t", "1", "AAA")}
    exact = solve(book, ALL_VOICES, signals)
    assert [len(happenings_of(item, "time_out")) for item in exact.resolutions] == [0, 1]
    (rails,) = solve(book, ALL_VOICES, signals, budget=1).resolutions
    (found,) = happenings_of(rails, "time_out")
    assert found.sure is False
    assert found.days[-1][1] == day_from_iso("1950-02-04")
