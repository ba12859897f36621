"""A book that grows by records is the book that would be read from scratch, with the same problems."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from inforce.load import Added, book_from_files
from inforce.load.growing import Growing
from tests.docs.pages import EXAMPLES

FERRY = EXAMPLES / "lake-ferry.treaty.md"
LINES = (
    "1936-05-01 ARD suspends lake-ferry-1931",
    "1936-05-02 ARD suspends lake-ferry-1931",
    "1936-06-01 ARD suspends lake-ferry-1931 again",
    "1936-06-01 ARD suspends lake-ferry-1931 ^pause",
    "1936-06-02 VEL denounces lake-ferry-1931 ^pause",
    "1936-07-01 VEL suspends the notice ^pause",
    "1936-07-01 landing-built ^second\n  corrects ^pause",
    "1937-02-10/1937-02-14 strikes\n  said by ARD on 1937-02-20",
    "1937-02-10/1937-02-14 strikes\n  denied by VEL",
    "1937-03-01 VEL objects to the reservation of ARD to 1",
    "1937-03-01 VEL ratifies lake-ferry-1931, reserving 1",
    "1937-03-02 ARD terminates lake-ferry-1931 ^termination",
    "1937-03-02 ARD terminatse",
    "1937-03-02 ARD agrees",
    "1937-03-03 landing-built ^third [@gazette-1937]",
)
SOURCES = (
    "",
    '[{"id":"gazette-1937","title":"The third landing"}]',
    '[{"id":"gazette-1937","title":"Another landing"}]',
    '[{"id":"gazette-1936","title":"Another notice"}]',
    "[{]",
)


@settings(max_examples=20)
@example([(LINES[-1], SOURCES[1]), (LINES[1], ""), (LINES[-1] + "\n1937-03-04 strikes [@gazette-1937]", "")])
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(SOURCES)), max_size=5))
def test_growing_finds_what_reading_everything_anew_finds(lines: list[tuple[str, str]]) -> None:
    growing = Growing([FERRY])
    standing: tuple[Added, ...] = ()
    for turn, (text, sources) in enumerate(lines):
        new = Added(f"log/{turn}", "lake-ferry-1931", text, sources)
        whole = book_from_files([FERRY], added=(*standing, new))
        found = growing.loaded((*standing, new))
        assert (found.book, found.problems) == (whole.book, whole.problems)
        assert growing.problems_of(new, standing) == whole.problems
        standing += () if whole.problems else (new,)


def test_a_source_that_came_with_lines_is_there_for_others_as_long_as_these_are() -> None:
    growing = Growing([FERRY])
    first = Added("log/1", "lake-ferry-1931", LINES[-1], SOURCES[1])
    second = Added("log/2", "lake-ferry-1931", "1937-04-03 landing-built ^fourth [@gazette-1937, p. 2]")
    assert growing.loaded((first, second)).book.sources["gazette-1937"].title == "The third landing"
    for added in ((first, second), (second,), (first, second)):
        found, anew = growing.loaded(added), book_from_files([FERRY], added=added)
        assert (found.book, found.problems) == (anew.book, anew.problems)
    (problem,) = growing.loaded((second,)).problems
    assert "There is no source called gazette-1937" in problem.message
