import msgspec

from tests.cli.conftest import ALLIANCE, Ask, Run

LATE = ("due", "--from", "1929-01-01", "--to", "1931-12-31", "--view", "court")


def test_what_falls_due_is_counted_and_told_a_line_each(inforce: Run) -> None:
    told = inforce(*LATE, "--for", "ALB", "--book", ALLIANCE).output.splitlines()
    assert told == [
        "due for ALB from 1929-01-01 through 1931-12-31, view court: 1 with a day",
        "  1930-07-01  may denounce from this day on — alba-bor-1920, clause 2, ALB to BOR: exercisable",
    ]


def test_why_gives_the_reasons_of_a_day(inforce: Run) -> None:
    told = inforce(*LATE, "--for", "ALB", "--why", "--book", ALLIANCE).output
    assert "clause 2: each party may denounce" in told
    assert "BOR (KING) ratifies" in told


def test_due_as_json_has_days_kinds_and_answers(ask: Ask, inforce: Run) -> None:
    found = ask(*LATE)
    assert [(each["days"], each["kind"], each["answer"]["party"]) for each in found] == [  # type: ignore[index]
        ("1930-07-01", "opens", "ALB"),
        ("1930-07-01", "opens", "BOR"),
    ]
    query = msgspec.json.decode(inforce(*LATE, "--book", ALLIANCE, "--json").stdout)["query"]
    assert (query["verb"], query["from"], query["to"]) == ("due", "1929-01-01", "1931-12-31")


def test_nothing_may_fall_due(inforce: Run) -> None:
    told = inforce("due", "--from", "1928-01-01", "--to", "1928-12-31", "--book", ALLIANCE).output
    assert told.strip().endswith(": nothing")


def test_a_window_the_wrong_way_round_is_refused_with_the_right_one(inforce: Run) -> None:
    result = inforce("due", "--from", "1931-12-31", "--to", "1929-01-01", "--book", ALLIANCE)
    assert result.exit_code == 2
    assert "from 1929-01-01 to 1931-12-31" in result.output


def test_a_day_that_does_not_exist_is_refused(inforce: Run) -> None:
    result = inforce("due", "--from", "1929-02-30", "--to", "1931-12-31", "--book", ALLIANCE)
    assert result.exit_code == 2
    assert "--from" in result.output
