from pathlib import Path

import msgspec

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
    query = msgspec.json.decode(inforce(*words).stdout)["query"]
    assert (query["verb"], query["act"], query["party"], query["on"]) == (
        "may",
        "denounce",
        "ALB",
        "1931-01-01",
    )


EARLY = Path(__file__).parent.parent / "cases" / "provisional.treaty.md"
INVALID = Path(__file__).parent.parent / "cases" / "invalidity.treaty.md"


def powers(inforce: Run, book: Path, *words: str) -> list[tuple[str, str | None, str | None]]:
    """Ask about a power; tell each verdict with its clause and its earliest effect."""
    told = inforce("may", *words, "--book", str(book), "--json").stdout
    answers = msgspec.json.decode(told)["answers"]
    return [(each["verdict"], each["clause"], each["earliest_effect"]) for each in answers]


def test_a_signatory_may_refuse_by_its_clause_and_by_the_interim_duty(inforce: Run) -> None:
    asked = ("refuse", "waters-2001", "--for", "VEL", "--on", "2002-01-01")
    assert powers(inforce, EARLY, *asked) == [
        ("yes", "45", "2002-03-02"),
        ("yes", "interim-duty", "2002-01-01"),
    ]


def test_who_may_declare_otherwise_at_signature_may_not_afterwards(inforce: Run) -> None:
    before = ("decline", "waters-2001", "--for", "TIR", "--on", "2001-08-01")
    assert powers(inforce, EARLY, *before) == [("yes", "45", "2001-08-01")]
    after = ("decline", "waters-2001", "--for", "TIR", "--on", "2001-09-01")
    assert powers(inforce, EARLY, *after) == [("no", "45", None)]


def test_a_ground_is_its_victim_s_to_invoke(inforce: Run) -> None:
    named = "invalidity-of-consent-fraud-ARD"
    asked = ("impeach", "loan-1951", "--on", "1955-03-01")
    assert powers(inforce, INVALID, *asked, "--for", "ARD") == [("yes", named, None)]
    assert powers(inforce, INVALID, *asked, "--for", "VEL") == [("no", None, None)]


def test_why_a_treaty_is_void_names_the_finding_and_the_law(inforce: Run) -> None:
    found = inforce(
        "why", "canal-1950", "--on", "1952-01-01", "--view", "tribunal", "--book", str(INVALID)
    ).output
    assert "TRIBUNAL finds that canal-1950 is void on the ground of corruption" in found
    forced = inforce("why", "cession-1938", "--on", "1940-01-01", "--book", str(INVALID)).output
    assert "void if coercion was law when cession-1938 was made" in forced
    assert "in force if coercion was not law when cession-1938 was made" in forced
    assert "arts. 51 and 52, as reflecting custom" in forced


def test_why_a_treaty_is_provisional_names_the_clause(inforce: Run) -> None:
    told = inforce("why", "ferries-2001", "--on", "2001-06-01", "--book", str(EARLY)).output
    assert "provisional since 2001-05-01 until 2001-11-09" in told
    assert "clause 9: ARD, VEL apply this treaty provisionally from 2001-05-01" in told


LEAVING = Path(__file__).parent.parent / "cases" / "first-day.treaty.md"


def verdict_and_first_day(inforce: Run, *words: str) -> list[tuple[str, str | None]]:
    """Ask about a power; tell each verdict with the first day of the power."""
    told = inforce("may", *words, "--book", str(LEAVING), "--json").stdout
    return [(each["verdict"], each["first_day"]) for each in msgspec.json.decode(told)["answers"]]


def test_a_power_that_arises_today_may_be_used_from_tomorrow(inforce: Run) -> None:
    asked = ("withdraw", "ponds", "--for", "ABC", "--on")
    assert verdict_and_first_day(inforce, *asked, "1999-12-31") == [("no", "2000-01-02")]
    assert verdict_and_first_day(inforce, *asked, "2000-01-01") == [("no", "2000-01-02")]
    assert verdict_and_first_day(inforce, *asked, "2000-01-02") == [("yes", "2000-01-02")]


def test_a_condition_met_today_lets_a_power_be_used_from_tomorrow(inforce: Run) -> None:
    asked = ("withdraw", "meres", "--for", "ABC", "--on")
    assert verdict_and_first_day(inforce, *asked, "2001-05-05") == [("no", "2001-05-06")]
    assert verdict_and_first_day(inforce, *asked, "2001-05-06") == [("yes", "2001-05-06")]


def test_a_first_day_of_the_text_is_itself_in_time(inforce: Run) -> None:
    asked = ("withdraw", "tarns", "--for", "ABC", "--on")
    assert verdict_and_first_day(inforce, *asked, "2000-12-31") == [("no", "2001-01-01")]
    assert verdict_and_first_day(inforce, *asked, "2001-01-01") == [("yes", "2001-01-01")]
