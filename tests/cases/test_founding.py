"""The founding treaty's hardest question: was it in force on 1 June 1952?"""

import json

import pytest
from click.testing import CliRunner

import inforce
from inforce.cli.verbs import inforce_command

TREATY = "sino-soviet-1945"
VIEWS = ("roc", "ussr", "prc", "un", "all-voices")


def asked(*words: str) -> dict[str, object]:
    """Ask on the command line and return the one answer."""
    result = CliRunner().invoke(inforce_command, [*words, "--json"])
    assert result.exit_code == 0, result.output
    (answer,) = json.loads(result.output)["answers"]
    assert isinstance(answer, dict)
    return answer


def part(answer: dict[str, object], name: str) -> dict[str, object]:
    found = answer[name]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("view", "status"), [("roc", "in_force"), ("un", "in_force"), ("ussr", "ended"), ("prc", "ended")]
)
def test_each_side_has_its_own_certain_answer(view: str, status: str) -> None:
    answer = asked("status", TREATY, "--on", "1952-06-01", "--view", view)
    assert (answer["status"], answer["certainty"]) == (status, "certain")


def test_heard_alike_the_voices_leave_it_disputed() -> None:
    answer = asked("status", TREATY, "--on", "1952-06-01")
    assert (answer["status"], answer["certainty"]) == ("contested", "disputed")
    assert set(answer["possible"]) == {"in_force", "ended"}  # type: ignore[call-overload]


@pytest.mark.parametrize("view", VIEWS)
def test_the_answer_names_claims_with_voices_and_sources(view: str) -> None:
    because = asked("status", TREATY, "--on", "1952-06-01", "--view", view)["because"]
    assert isinstance(because, list)
    claims = [reason for reason in because if reason["kind"] == "claim" and reason["id"]]
    assert {"clause", "claim"} <= {reason["kind"] for reason in because}
    assert all(reason["voice"] for reason in claims)
    assert any(reason["cite"].startswith("[@") for reason in claims)


def test_a_dispute_is_told_by_who_speaks_for_china() -> None:
    because = asked("why", TREATY, "--on", "1952-06-01")["because"]
    cases = {reason["text"] for reason in because if reason["kind"] == "case"}  # type: ignore[attr-defined]
    assert "in force if ROC speaks for CHN on that day" in cases
    assert "ended if PRC speaks for CHN on that day" in cases


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("day", "status"), [("1947-07-01", "in_force"), ("1960-01-01", "ended")])
def test_before_and_after_every_view_agrees(view: str, day: str, status: str) -> None:
    answer = asked("status", TREATY, "--on", day, "--view", view)
    assert (answer["status"], answer["certainty"]) == (status, "certain")


@pytest.mark.parametrize(
    ("view", "day", "claim"), [("roc", "1960-01-01", "termination"), ("un", "1960-01-01", "termination")]
)
def test_without_the_termination_it_would_go_on(view: str, day: str, claim: str) -> None:
    answer = asked("whatif", TREATY, "--on", day, "--view", view, "--drop", claim)
    assert (part(answer, "before")["status"], part(answer, "after")["status"]) == ("ended", "in_force")


def test_without_the_notes_of_1950_the_later_treaty_ends_it() -> None:
    answer = asked("whatif", TREATY, "--on", "1950-03-01", "--view", "ussr", "--drop", "notes-1950")
    after = part(answer, "after")
    assert (after["status"], after["until"]) == ("in_force", "1950-04-11")


def test_no_breach_established_no_power_to_end() -> None:
    question = ("--clause", "material-breach", "--for", "CHN", "--on", "1952-06-01", "--view", "roc")
    answer = asked("whatif", TREATY, *question, "--drop", "aid", "--drop", "resolution-505")
    assert part(answer, "before")["status"] == "exercisable"
    assert part(answer, "after")["status"] == "conditional"


def test_nothing_was_known_of_the_end_before_it_was_said() -> None:
    answer = asked("status", TREATY, "--on", "1960-01-01", "--view", "roc", "--known", "1952-12-31")
    assert answer["status"] == "in_force"
    assert "projected" in answer["flags"]  # type: ignore[operator]


def test_the_agreement_of_1950_is_without_effect_where_the_republic_speaks() -> None:
    acts = inforce.open().treaty(TREATY).acts(by="PRC", view="roc")
    (agreement,) = [act for act in acts if act.counts_as == "agreement to end"]
    assert agreement.effect == "without_effect"
    assert agreement.missing == "PRC does not speak for CHN on that day in this view"


@pytest.mark.parametrize("label", ["first-day", "first-delay", "second-delay"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_postponement_that_moved_the_day_is_not_told_to_be_without_effect(label: str, view: str) -> None:
    acts = inforce.open().treaty(TREATY).acts(view=view)
    (postponement,) = [act for act in acts if act.id == label]
    assert (postponement.effect, postponement.missing) == ("recorded", None)


def test_from_python() -> None:
    answers = inforce.open().treaty(TREATY).status(on="1950-03-01", view="roc")
    assert "in force" in answers.why()
    assert "<details>" in answers._repr_html_()
