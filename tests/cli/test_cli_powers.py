from tests.cli.conftest import ALLIANCE, Ask, Run

COURT = ("--for", "ALB", "--view", "court")


def test_denunciation_waits_for_the_end_of_the_first_term(ask: Ask) -> None:
    (early,) = ask("may", "denounce", "alba-bor-1920", *COURT, "--on", "1925-01-01")
    assert (early["verdict"], early["clause"], early["first_day"]) == ("no", "2", "1930-07-01")
    (late,) = ask("may", "denounce", "alba-bor-1920", *COURT, "--on", "1930-07-01")
    assert (late["verdict"], late["earliest_effect"]) == ("yes", "1931-07-01")


def test_where_the_end_is_disputed_the_answer_is_open(ask: Ask) -> None:
    (answer,) = ask("may", "denounce", "alba-bor-1920", "--for", "ALB", "--on", "1931-01-01")
    assert answer["verdict"] == "open"


def test_the_answer_says_what_is_needed_and_what_is_not(inforce: Run) -> None:
    words = ("may", "leaving", "alba-bor-1920", *COURT, "--on", "1931-01-01", "--book", ALLIANCE)
    told = inforce(*words).output
    assert told.startswith("yes: ALB")
    assert "1 year" in told
    assert "does not need    reasons" in told
    assert "1932-01-01" in told


def test_the_question_of_a_power_has_its_day(inforce: Run) -> None:
    words = ("may", "denounce", "alba-bor-1920", *COURT, "--on", "1931-01-01", "--book", ALLIANCE, "--json")
    import msgspec

    query = msgspec.json.decode(inforce(*words).stdout)["query"]
    assert (query["verb"], query["act"], query["party"], query["on"]) == (
        "may",
        "denounce",
        "ALB",
        "1931-01-01",
    )
