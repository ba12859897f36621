"""Sources that lines bring along: what they cite, and what no bibliography has yet."""

import pytest

from inforce.load import Added, Loaded, book_from_files
from inforce.load.own_sources import canonical
from tests.docs.pages import EXAMPLES

FERRY = EXAMPLES / "lake-ferry.treaty.md"
RECORD = "1937-03-01 ARD, VEL agree to end lake-ferry-1931 [@note-1937, p. 2]"


def loaded(sources: str, record: str = RECORD) -> Loaded:
    return book_from_files([FERRY], added=(Added("entry", "lake-ferry-1931", record, sources),))


def test_a_source_that_comes_with_its_claim_is_in_the_bibliography() -> None:
    found = loaded('[{"id": "note-1937", "type": "letter", "title": "Joint note", "note": "archive"}]')
    assert found.problems == ()
    assert found.book.sources["note-1937"].title == "Joint note"
    assert found.book.sources["lake-series"].title == "Treaties of the Lake"
    assert found.book.claims[-1].citations[0].key == "note-1937"


def test_a_source_that_the_bibliography_has_may_come_again() -> None:
    record = "1937-03-01 landing-built ^two [@gazette-1933]"
    same = (
        '[{"id": "gazette-1933", "type": "article-newspaper", "title": "The landing is open", '
        '"issued": {"date-parts": [[1933, 5, 21]]}}]'
    )
    assert loaded(same, record).problems == ()


@pytest.mark.parametrize(
    ("sources", "message", "hint"),
    [
        ('[{"id": "note-1937"}, {"id": "other"}]', "No line cites the source other.", "Cite it: [@other]."),
        (
            '[{"id": "note-1937"}, {"id": "gazette-1933", "title": "Else"}]',
            "There is another source called gazette-1933 in the bibliography.",
            "Give this one another id",
        ),
        ('[{"id": "note-1937"}, {"id": "note-1937", "title": "Else"}]', "another source called note-1937", ""),
        ('[{"title": "no id"}]', "The sources of these lines cannot be read: ", "each with an id"),
        ('"note"', "The sources of these lines cannot be read: ", "CSL-JSON"),
        ("[{", "The sources of these lines cannot be read: ", "CSL-JSON"),
        ("[" * 100_000, "The sources of these lines cannot be read: ", "CSL-JSON"),
        ('[{"id": "note-1937", "title": "a\\u0000b"}]', "nothing in it but text", ""),
        ('[{"id": "note-1937", "title": "a\\u001b[2Jb"}]', "nothing in it but text", ""),
        ('[{"id": "note-1937", "URL": "javascript:alert(1)"}]', "leads to no page", "https://"),
    ],
)  # fmt: skip
def test_a_mistake_in_them_is_a_problem_with_a_fix(sources: str, message: str, hint: str) -> None:
    problems = [each for each in loaded(sources).problems if message in each.message]
    assert problems
    assert hint in (problems[0].hint or "")


def test_they_are_kept_on_one_line_with_every_field_that_they_have() -> None:
    assert canonical('{"id": "x",\n "custom": {"a": [1, 2]}}\n') == '[{"id":"x","custom":{"a":[1,2]}}]'
    assert canonical("[]") == canonical("") == ""
    assert canonical(canonical("[{ ]")) == "[{ ]"
