import msgspec
import pytest

from tests.cli.conftest import ALLIANCE, Ask, Run

ON = ("alba-bor-1920", "--on", "1930-01-01")


def kinds(answer: dict[str, object]) -> set[str]:
    reasons = answer["because"]
    assert isinstance(reasons, list)
    return {reason["kind"] for reason in reasons}


def test_the_alliance_is_in_force_for_the_king_and_ended_for_the_republic(ask: Ask) -> None:
    court = ask("status", *ON, "--view", "court")[0]
    republic = ask("status", *ON, "--view", "republic")[0]
    assert (court["status"], court["since"], court["until"]) == ("in_force", "1920-07-01", None)
    assert (republic["status"], republic["since"], republic["how"]) == ("ended", "1926-05-01", "agreement")


def test_whoever_hears_every_voice_gets_a_dispute_and_no_plain_answer(ask: Ask) -> None:
    answer = ask("status", *ON)[0]
    assert answer["status"] == "contested"
    assert answer["certainty"] == "disputed"
    assert set(answer["possible"]) == {"in_force", "ended"}  # type: ignore[call-overload]


def test_why_has_the_rule_the_clause_and_the_claims(inforce: Run) -> None:
    told = inforce("why", *ON, "--view", "republic", "--book", ALLIANCE).output
    assert "consent-of-the-parties" in told
    assert "art. 54(b)" in told
    assert "1926-05-01 ALB, BOR (REP) agree to end" in told
    assert "1920-06-15 ALB ratifies" in told


def test_status_is_why_without_its_reasons(inforce: Run) -> None:
    words = (*ON, "--view", "republic", "--book", ALLIANCE)
    status, why = inforce("status", *words).output, inforce("why", *words).output
    assert why.startswith(status)
    assert "claim" not in status


def test_a_clause_about_each_party_is_answered_for_each(ask: Ask) -> None:
    day = ("alba-bor-1920", "--on", "1921-01-01", "--clause", "1")
    assert [(each["party"], each["counterparty"]) for each in ask("status", *day)] == [
        ("ALB", "BOR"),
        ("BOR", "ALB"),
    ]
    assert [each["party"] for each in ask("status", *day, "--for", "BOR")] == ["BOR"]


def test_a_clause_may_be_named_by_its_alias(ask: Ask) -> None:
    assert ask("status", *ON, "--clause", "leaving", "--for", "ALB")[0]["clause"] == "2"


def test_what_was_said_later_is_not_known_earlier(ask: Ask) -> None:
    day = ("alba-bor-1920", "--on", "1922-12-31", "--clause", "1", "--for", "BOR", "--view", "court")
    assert ask("status", *day, "--known", "1923-12-31")[0]["status"] == "owed"
    assert ask("status", *day, "--known", "1924-02-01")[0]["status"] == "breached"


def test_the_intervals_of_a_timeline_follow_one_another(ask: Ask) -> None:
    rows = ask("timeline", "alba-bor-1920", "--view", "republic")
    assert [row["status"] for row in rows] == ["not_concluded", "in_force", "ended"]
    assert [row["until"] for row in rows[:-1]] == [row["since"] for row in rows[1:]]
    assert (rows[0]["since"], rows[-1]["until"]) == (None, None)


def test_a_timeline_in_a_pipe_is_a_plain_table(inforce: Run) -> None:
    told = inforce("timeline", "alba-bor-1920", "--view", "republic", "--book", ALLIANCE).output
    rows = [line.split() for line in told.splitlines()[1:]]
    assert rows[0][:3] == ["since", "until", "status"]
    assert ["1920-07-01", "1926-05-01", "in", "force", "certain"] in rows
    assert "█" not in told


def test_every_view_stands_in_a_line_with_the_sides_of_a_dispute_under_it(inforce: Run) -> None:
    lines = inforce("views", *ON, "--book", ALLIANCE).output.splitlines()
    views = {line.split()[0]: line for line in lines[1:] if line.startswith("  ") and line[2] != " "}
    assert list(views) == ["court", "republic", "all-voices"]
    assert "in force since 1920-07-01" in views["court"]
    assert "ended since 1926-05-01, by agreement" in views["republic"]
    sides = lines[lines.index(views["all-voices"]) + 1 :]
    assert any("in force if KING" in line for line in sides)
    assert any("ended if REP" in line for line in sides)


@pytest.mark.parametrize("verb", ["status", "why", "views"])
def test_the_question_stands_beside_its_answers(inforce: Run, verb: str) -> None:
    found = msgspec.json.decode(inforce(verb, *ON, "--book", ALLIANCE, "--json").stdout)
    assert list(found) == ["query", "answers"]
    assert found["query"]["treaty"] == "alba-bor-1920"
    assert found["query"]["on"] == "1930-01-01"


def test_the_day_is_today_where_none_is_given(ask: Ask) -> None:
    from inforce.answers.asking import today
    from inforce.temporal import iso_from_day

    assert ask("status", "alba-bor-1920")[0]["on"] == iso_from_day(today())


def test_the_founding_treaty_is_asked_where_no_book_is_named(inforce: Run) -> None:
    words = ("sino-soviet-1945", "--on", "1952-06-01", "--json")
    found = {
        answer["view"]: answer for answer in msgspec.json.decode(inforce("views", *words).stdout)["answers"]
    }
    assert {view: found[view]["status"] for view in ("roc", "ussr", "prc", "all-voices")} == {
        "roc": "in_force",
        "ussr": "ended",
        "prc": "ended",
        "all-voices": "contested",
    }
    assert {"clause", "rule", "claim", "case"} <= kinds(found["all-voices"])


def test_a_clause_between_two_is_answered_in_each_direction(ask: Ask) -> None:
    day = ("alba-bor-1920", "--on", "1921-01-01", "--clause", "1", "--between", "BOR", "ALB")
    ways = [(each["party"], each["counterparty"], each["status"]) for each in ask("status", *day)]
    assert ways == [("BOR", "ALB", "owed"), ("ALB", "BOR", "owed")]
    (own,) = ask("status", *day, "--for", "ALB")
    assert (own["party"], own["counterparty"]) == ("ALB", "BOR")
