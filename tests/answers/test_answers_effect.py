"""What an entry would change: only what is otherwise, in each view, before anybody has accepted it."""

from inforce.answers.effect import Change, effect
from inforce.load import Added, book_from_files
from tests.docs.pages import EXAMPLES

FERRY = EXAMPLES / "lake-ferry.treaty.md"


def changes(*lines: str, views: tuple[str, ...] = ()) -> dict[tuple[str, str], Change]:
    added = (Added("entry", "lake-ferry-1931", "\n".join(lines)),)
    before, after = (book_from_files([FERRY], added=each) for each in ((), added))
    assert not after.problems
    found = effect(before.book, after.book, "lake-ferry-1931", views)
    return {(each.subject, each.view): each for each in found}


def test_an_end_by_agreement_ends_the_treaty_where_it_was_still_in_force() -> None:
    """Velmark's view does not hear Ardia's termination; there the treaty lasts until both agree to end it."""
    found = changes("1933-03-01 ARD, VEL agree to end lake-ferry-1931", views=("velmark",))
    (before,) = found["lake-ferry-1931", "velmark"].before[:1]
    assert (before.status, before.since) == ("in_force", "1931-06-01")
    after = found["lake-ferry-1931", "velmark"].after
    assert [(row.status, row.since, row.until) for row in after] == [
        ("in_force", "1931-06-01", "1933-03-01"),
        ("ended", "1933-03-01", None),
    ]


def test_a_strike_that_only_one_side_saw_changes_nothing_for_the_other() -> None:
    found = changes("1932-02-10/1932-02-14 strikes", "  said by ARD on 1932-02-20")
    assert {view for _, view in found} == {"ardia", "all-voices"}
    after = found["lake-ferry-1931, clause 1, VEL to ARD", "ardia"].after
    assert ("breached", "1932-02-10", "1932-02-15") in [(row.status, row.since, row.until) for row in after]


def test_what_changes_nothing_has_no_effect() -> None:
    assert changes('1932-02-10 ARD decides internally "to wait"') == {}
