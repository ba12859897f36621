"""The founding treaty's hardest question: was it in force on 1 June 1952?"""

import json
from collections import Counter

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


def reasons(clause: str, on: str, view: str, *words: str) -> list[str]:
    because = asked("why", TREATY, "--clause", clause, "--on", on, "--view", view, *words)["because"]
    assert isinstance(because, list)
    return [reason["text"] for reason in because]


def test_why_a_clause_waits_names_what_nobody_has_said() -> None:
    texts = reasons("T3b", "1947-07-01", "roc", "--for", "CHN")
    assert "no claim recorded: Japan attacks the party, and hostilities follow. (SUN)" in texts
    assert "no claim recorded: Both parties request that the United Nations take over." in texts
    assert not [text for text in reasons("R1a", "1947-07-01", "roc") if "no claim" in text]


def test_a_clause_whose_text_nobody_has_seen_says_so_where_it_is_a_reason() -> None:
    assert any("(unverified: General knowledge" in text for text in reasons("R12", "1947-07-01", "roc"))


@pytest.mark.parametrize(
    ("view", "status"), [("roc", "suspended"), ("ussr", "open"), ("all-voices", "contested")]
)
def test_military_control_of_dairen_turns_on_whether_the_war_was_over(view: str, status: str) -> None:
    answer = asked("status", TREATY, "--clause", "D4b", "--on", "1947-07-01", "--view", view)
    assert answer["status"] == status


@pytest.mark.parametrize("clause", ["R17", "P8"])
def test_had_nobody_ended_it_the_railway_and_the_base_would_have_come_home_after_thirty_years(
    clause: str,
) -> None:
    question = ("--clause", clause, "--view", "roc", "--drop", "termination")
    before = part(asked("whatif", TREATY, *question, "--on", "1975-08-23"), "after")
    after = part(asked("whatif", TREATY, *question, "--on", "1976-01-01"), "after")
    assert before["status"] == "not_yet_operative"
    assert (after["status"], after["since"]) == ("due", "1975-08-27")


def test_article_3_ends_alone_when_both_ask_and_the_united_nations_take_over() -> None:
    taken = ("--add", "1947-01-01 both-request-un", "--add", "1947-06-01 un-responsible")
    for clause, status in (("T3a", "ended"), ("T3c", "ended"), ("T4", "owed"), ("T2b", "owed")):
        question = ("--clause", clause, "--view", "roc", "--on", "1948-01-01", "--for", "CHN")
        assert part(asked("whatif", TREATY, *question, *taken), "after")["status"] == status


def test_every_clause_of_the_nine_texts_is_there() -> None:
    parts = [
        ("T", "1a 1b 2a 2b 3a 3b 3c 4 5 6 7 8a 8b 8c 8d 8e 8f 8g"),
        ("N", "1 1x 2a 2b 3 4"),
        ("M", "1 2 3 4"),
    ]
    parts += [("R", "1a 1b 1c 2 3 4a 4b 4c 5 6 7 8 9 10 11 12 13 14 15 16 17 18"), ("DP", "1 2 3")]
    parts += [("D", "1 2 3a 3b 4a 4b 5a 5b 6 7"), ("P", "1 2 3a 3b 4a 4b 5a 5b 5c 6 7 8 9 10 A")]
    parts += [("C", "1 2 3 4 5a 5b 6a 6b 7 8"), ("W", "0 1 2")]
    wanted = {letter + number for letter, numbers in parts for number in numbers.split()}
    clauses = inforce.open().book.treaties[TREATY].clauses
    assert wanted <= {name for clause in clauses for name in (clause.id, *clause.aliases)}


def test_from_python() -> None:
    answers = inforce.open().treaty(TREATY).status(on="1950-03-01", view="roc")
    assert "in force" in answers.why()
    assert "<details>" in answers._repr_html_()


@pytest.mark.parametrize(
    ("view", "effect", "missing"),
    [
        ("all-voices", "effective", None),
        ("roc", "effective", None),
        ("ussr", "effective", None),
        ("un", "without_effect", "W2 does not apply in this view"),
    ],
)
def test_the_dates_agreed_for_the_withdrawal_move_it_where_the_minutes_bind(
    view: str, effect: str, missing: str | None
) -> None:
    acts = inforce.open().treaty(TREATY).acts(view=view)
    postponed = [(act.effect, act.missing) for act in acts if act.counts_as == "postponement"]
    assert postponed == [(effect, missing)] * 3


@pytest.mark.parametrize(
    ("voter", "vote"),
    [
        ("United Kingdom", "abstain"),
        ("France", "abstain"),
        ("India", "no"),
        ("Israel", "no"),
        ("Chile", "yes"),
    ],
)
def test_question_24_how_each_voted_on_resolution_505(voter: str, vote: str) -> None:
    found = [act for act in _voted(voter) if act["id"] == "resolution-505"]
    assert [act["votes"] for act in found] == [[{"voter": voter, "vote": vote}]]


def test_question_23_the_roll_call_adds_up_to_25_9_24() -> None:
    (act,) = [act for act in inforce.open().treaty(TREATY).acts(by="UNGA") if act.id == "resolution-505"]
    votes = Counter(ballot.vote for ballot in act.votes)
    assert (votes["yes"], votes["no"], votes["abstain"]) == (25, 9, 24)
    assert not {"El Salvador", "South Africa"} & {ballot.voter for ballot in act.votes}


def _voted(voter: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(inforce_command, ["acts", TREATY, "--voter", voter, "--json"])
    assert result.exit_code == 0, result.output
    found: list[dict[str, object]] = json.loads(result.output)["answers"]
    return found
