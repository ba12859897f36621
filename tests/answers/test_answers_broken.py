"""An entry that breaks what a file expects does not do so silently."""

from inforce.answers.broken import Broken, expectations_broken, lines_of_broken
from inforce.load import Added, book_from_files
from inforce.model import Book
from tests.docs.pages import EXAMPLES

FERRY = EXAMPLES / "lake-ferry.treaty.md"
TREATY = "lake-ferry-1931"
ENDS_EARLY = "1934-01-01 ARD, VEL agree to end lake-ferry-1931"


def book_with(*lines: str) -> Book:
    return book_from_files([FERRY], added=tuple(Added("entry", TREATY, line) for line in lines)).book


def test_an_end_by_agreement_breaks_what_is_expected_of_the_months_after_it() -> None:
    """In Ardia's view the treaty was ended in June 1934 in any case, and the days before 1934 stay as they were."""
    found = expectations_broken(book_with(), book_with(ENDS_EARLY), TREATY)
    assert found == (
        Broken(str(FERRY), 80, "1934-06-01 in velmark: in force", "expected in_force, the record yields ended"),
        Broken(
            str(FERRY), 81, "1934-06-01: contested, in force or ended",
            "expected in_force or ended, the record yields ended",
        ),
    )  # fmt: skip


def test_what_failed_before_is_not_said_again() -> None:
    again = '1935-01-01 ARD declares "that it is over"'
    assert expectations_broken(book_with(ENDS_EARLY), book_with(ENDS_EARLY, again), TREATY) == ()


def test_what_breaks_nothing_says_nothing() -> None:
    assert (
        expectations_broken(book_with(), book_with('1932-02-10 ARD decides internally "to wait"'), TREATY)
        == ()
    )
    assert expectations_broken(book_with(ENDS_EARLY), book_with(), TREATY) == ()


def test_of_very_many_the_first_are_told() -> None:
    lines = list(lines_of_broken([Broken("a.treaty.md", n, "x", "y") for n in range(25)], would=True))
    assert lines[0] == "25 expectations would fail"
    assert len(lines) == 1 + 2 * 20 + 1
    assert lines[-1] == "  and 5 more; --json has them all"
