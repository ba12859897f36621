import pytest

from inforce.parse.fences import Fence, fences_from_source
from inforce.source import Problem, source_from_text


def found(text: str, file: str = "a.treaty.md") -> tuple[tuple[Fence, ...], tuple[Problem, ...]]:
    return fences_from_source(source_from_text(file, text))


def test_a_bare_file_is_all_fence() -> None:
    assert found("treaty x\n\nasset y", "a.treaty") == ((Fence(1, 3),), ())


def test_only_fences_marked_treaty_are_read() -> None:
    text = "```\na\n```\n```python\nb\n```\n~~~treaty\nc\n~~~\n````treaty\n```\n````\n"
    assert found(text)[0] == (Fence(8, 8), Fence(11, 11))


def test_headings_make_a_path() -> None:
    text = "# A\n## B\n```treaty\n```\n## C\n### D\n```treaty\n```\n# E\n```treaty\n```\n"
    assert [fence.heading for fence in found(text)[0]] == ["A > B", "A > C > D", "E"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```treaty\nasset x\n", "This fence is not closed."),
        ("- a\n  ```treaty\n  asset x\n  ```\n", "A treaty fence stands by itself."),
        ("> ```treaty\n> asset x\n> ```\n", "A treaty fence stands by itself."),
        ("  ```treaty\nasset x\n```\n", "A treaty fence begins in the first column."),
    ],
)
def test_a_fence_in_the_wrong_place_is_a_problem(text: str, message: str) -> None:
    assert [problem.message for problem in found(text)[1]] == [message]


def test_a_lone_carriage_return_does_not_move_the_lines() -> None:
    assert found("a\rb\n\n```treaty\nasset x\n```\n")[0] == (Fence(4, 4),)


def test_a_long_line_is_still_the_html_comment_that_hides_a_fence() -> None:
    hidden = f"<!-- {'x' * 5_000}\n```treaty\nasset x\n```\n{'y' * 5_000} -->\n"
    assert found(f"{hidden}\n```treaty\nasset y\n```\n")[0] == (Fence(8, 8),)
