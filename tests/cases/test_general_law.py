"""The answers of `general-law.treaty.md` that are no status on a day; and that all fourteen are there."""

import re
from pathlib import Path

import msgspec
from click.testing import CliRunner

from inforce.cli.verbs import inforce_command

CASE = Path(__file__).parent / "general-law.treaty.md"


def told(*words: str) -> str:
    result = CliRunner().invoke(inforce_command, (*words, "--book", str(CASE)), prog_name="inforce")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_all_fourteen_cases_are_there_in_order_each_with_an_expectation() -> None:
    parts = re.split(r"^## (\d+)$", CASE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert parts[::2] == [str(number) for number in range(1, 15)]
    assert all("\nexpect " in part for part in parts[1::2])


def test_1_a_treaty_of_1972_is_judged_by_custom_and_one_of_1995_by_the_convention_for_its_parties() -> None:
    old = told("why", "old-1972", "--on", "1990-06-01")
    assert "(Vienna Convention, art. 54(b), as reflecting custom; custom-firm)" in old
    young = told("why", "young-1995", "--on", "1995-06-01")
    assert "as treaty law between its parties, to others as custom" in young


def may_alone(act: str) -> bool:
    """Tell whether the one that is specially affected certainly may do an act without all the others."""
    words = ("may", act, "straits-1990", "--for", "S04", "--on", "2001-01-15", "--json")
    answers = msgspec.json.decode(told(*words))["answers"]
    alone = (answer for answer in answers if not any("together" in need for need in answer["needs"]))
    return any(answer["verdict"] == "yes" for answer in alone)


def test_10_who_is_specially_affected_may_suspend_and_not_end() -> None:
    assert may_alone("suspend-towards")
    assert not any(may_alone(act) for act in ("terminate", "withdraw", "denounce", "terminate-towards"))


def test_10_what_all_the_others_may_do_only_together_says_so() -> None:
    words = ("may", "terminate", "straits-1990", "--for", "S04", "--on", "2001-01-15", "--json")
    (answer,) = msgspec.json.decode(told(*words))["answers"]
    assert (answer["verdict"], answer["clause"]) == ("yes", "breach-answered-by-all-terminate")
    assert "all the parties but its author together" in answer["needs"]


def test_6_by_the_letter_an_end_for_breach_takes_three_months_and_no_objection() -> None:
    words = (
        "may",
        "terminate",
        "border-trade-1950",
        "--for",
        "ARD",
        "--on",
        "1955-06-01",
        "--view",
        "by-the-letter",
    )
    (answer,) = msgspec.json.decode(told(*words, "--json"))["answers"]
    assert (answer["verdict"], answer["earliest_effect"]) == ("yes", "1955-09-01")
    assert "notice of 3 months from receipt by the others, if none of them objects" in answer["needs"]
    assert "notice" not in answer["not_needed"]
