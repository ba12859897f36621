"""What may have happened to any day: seen from one view, counted one off, filled up from a year or a month."""

from inforce.answers.puzzle import Found, Puzzle
from inforce.temporal import Day, candidates_from_ranges, civil_from_day, count, days_in_month, intersect


def one_view(puzzle: Puzzle) -> Found:
    """Find that other views have this very day."""
    if puzzle.agreeing:
        yield ", ".join(puzzle.agreeing), ()


def off_by_one(puzzle: Puzzle) -> Found:
    """Find that the record's day is the day before or the day after."""
    near = candidates_from_ranges((Day(first - 1), Day(last + 1)) for first, last in puzzle.days)
    if count(puzzle.claimed) == 1 and intersect(near, puzzle.claimed):
        yield "", ()


def precision(puzzle: Puzzle) -> Found:
    """Find that a day is the first or the last of a year or a month in which the record's day lies."""
    if count(puzzle.claimed) != 1:
        return
    year, month, day = civil_from_day(puzzle.claimed[0][0])
    same = [civil_from_day(first) for first, _ in puzzle.days]
    if (month, day) in ((1, 1), (12, 31)) and any(each[0] == year for each in same):
        yield str(year), ()
    elif day in (1, days_in_month(year, month)) and any(each[:2] == (year, month) for each in same):
        yield f"{year}-{month:02}", ()
