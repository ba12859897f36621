from pathlib import Path

import msgspec

from tests.cli.conftest import ALLIANCE, Run

MISTAKEN = str(Path(ALLIANCE).with_name("mistaken.treaty.md"))
UNKEPT = str(Path(ALLIANCE).with_name("unkept.treaty.md"))


def closing(output: str) -> str:
    return output.rstrip("\n").split("\n")[-1]


def test_a_good_file_is_told_in_one_line(inforce: Run) -> None:
    result = inforce("check", ALLIANCE)
    assert (result.exit_code, result.output) == (0, "1 file, 0 problems, 3 of 3 expectations hold\n")


def test_the_shipped_books_are_checked_where_no_file_is_named(inforce: Run) -> None:
    result = inforce("check")
    assert result.exit_code == 0, result.output
    assert " 0 problems" in result.output


def test_every_problem_is_told_at_once_with_the_likely_fix(inforce: Run) -> None:
    result = inforce("check", MISTAKEN)
    assert result.exit_code == 1
    assert "Did you mean plebiscite-confirms" in result.output
    assert "1950-02 has 28 days" in result.output
    assert closing(result.output).startswith("1 file, 2 problems")


def test_an_expectation_that_fails_has_its_place_what_came_out_and_why(inforce: Run) -> None:
    result = inforce("check", UNKEPT)
    assert result.exit_code == 1
    place, expected, came, *why = result.output.split("\n")
    line = Path(UNKEPT).read_text(encoding="utf-8").split("\n").index("expect 1951-01-01: in force") + 1
    assert place == f"{UNKEPT}:{line}"
    assert "1951-01-01: in force" in expected
    assert "signed since 1950-03-01" in came
    assert "upon ratification by each party" in why[0]
    assert why[2] == ""
    assert closing(result.output) == "1 file, 0 problems, 1 of 2 expectations hold"


def test_files_are_read_together_and_told_apart(inforce: Run) -> None:
    result = inforce("check", ALLIANCE, "--json")
    assert result.exit_code == 0
    both = inforce("check", MISTAKEN, UNKEPT, "--json")
    assert both.exit_code == 1
    found = msgspec.json.decode(both.stdout)
    assert found["query"]["files"] == [MISTAKEN, UNKEPT]
    mistaken, unkept = found["answers"]
    assert {problem["place"]["line"] for problem in mistaken["problems"]} >= {22, 24}
    assert unkept["expectations"] == 2


def test_a_failure_as_json_has_the_answers_that_came_out(inforce: Run) -> None:
    found = msgspec.json.decode(inforce("check", UNKEPT, "--json").stdout)
    (failure,) = found["answers"][0]["failures"]
    assert failure["expectation"]["possible"] == ["in_force"]
    assert [answer["status"] for answer in failure["answers"]] == ["signed"]
