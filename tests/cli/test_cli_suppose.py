import pytest

from tests.cli.conftest import ALLIANCE, Ask, Run

REPUBLIC = ("alba-bor-1920", "--on", "1930-01-01", "--view", "republic")
COURT = ("alba-bor-1920", "--on", "1930-01-01", "--view", "court")


@pytest.mark.parametrize("supposed", [("--drop", "the-end"), ("--without", "consent-of-the-parties")])
def test_without_the_agreement_to_end_it_the_alliance_is_in_force(
    ask: Ask, supposed: tuple[str, ...]
) -> None:
    (found,) = ask("whatif", *REPUBLIC, *supposed)
    assert (found["before"]["status"], found["after"]["status"]) == ("ended", "in_force")  # type: ignore[index]
    assert found["changed"] is True


def test_an_agreement_of_the_king_would_have_ended_it_for_him_too(ask: Ask) -> None:
    record = "1927-01-01 ALB, BOR (KING) agree to end alba-bor-1920"
    (found,) = ask("whatif", *COURT, "--add", record)
    assert found["after"]["since"] == "1927-01-01"  # type: ignore[index]


def test_what_changes_nothing_is_called_the_same(inforce: Run) -> None:
    told = inforce("whatif", *COURT, "--drop", "the-end", "--book", ALLIANCE).output
    assert "the same" in told


def test_a_reading_may_be_followed(ask: Ask) -> None:
    day = ("alba-bor-1920", "--on", "1922-12-31", "--view", "court", "--clause", "1", "--for", "BOR")
    (found,) = ask("whatif", *day, "--reading", "1 by LEAGUE")
    assert found["before"]["status"] == "breached"  # type: ignore[index]
    assert found["after"]["status"] != "breached"  # type: ignore[index]


def test_a_line_of_a_clause_may_be_replaced(ask: Ask) -> None:
    day = ("alba-bor-1920", "--on", "1932-01-01", "--view", "court")
    record = "1927-01-01 ALB gives notice of denunciation, received by BOR on 1927-01-01"
    (kept,) = ask("whatif", *day, "--add", record)
    (freed,) = ask("whatif", *day, "--add", record, "--replace", "2", "not before the end of any period")
    assert kept["changed"] is False
    assert {kept["after"]["view"], freed["after"]["view"]} == {"court"}  # type: ignore[index]


def test_a_record_that_is_not_understood_is_pointed_at(inforce: Run) -> None:
    record = "1927-01-01 ALB, BOR (KING) agreee to end alba-bor-1920"
    result = inforce("whatif", *COURT, "--add", record, "--book", ALLIANCE)
    assert result.exit_code == 2
    assert "^^^^^^" in result.output
    assert "agree to end" in result.output
    assert "in force" not in result.output
