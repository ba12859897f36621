"""What the founding record says of what happened: every collision of sources, every question of content."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import inforce
from inforce.answers.whatif import Supposition
from inforce.answers.wording import text_from_claim
from inforce.cli.verbs import inforce_command
from inforce.load import shipped_books

TREATY = "sino-soviet-1945"
MAIN = next(path for path in shipped_books() if path.name == f"{TREATY}.treaty.md")
DESK = inforce.open().treaty(TREATY)
BOOK = DESK.book
ROW = re.compile(r"^\| (K-\d+) \| (.+?) \| (.+) \| (.+?) \|$", re.MULTILINE)
COLLISIONS = {row[1]: row[4] for row in ROW.finditer(MAIN.read_text(encoding="utf-8"))}


# Where the sources collide


def test_all_seventeen_collisions_are_in_the_table() -> None:
    assert list(COLLISIONS) == [f"K-{number}" for number in range(1, 18)]


@pytest.mark.parametrize("number", COLLISIONS)
def test_a_collision_stands_where_the_table_says_with_all_its_voices(number: str) -> None:
    names = re.findall(r"`([^`]+)`", COLLISIONS[number])
    claims = {claim.id: claim for claim in BOOK.claims}
    clauses = {name for clause in BOOK.treaties[TREATY].clauses for name in (clause.id, *clause.aliases)}
    unknown = [
        name for name in names if name not in claims and name not in clauses and name not in BOOK.views
    ]
    assert unknown == []
    read = [name for name in names if f"readings of clause `{name}`" in COLLISIONS[number]]
    voices = {reading.voice for reading in BOOK.readings if reading.clause.id in read}
    voices |= {"the text"} if read else set()
    for claim in (claims[name] for name in names if name in claims):
        voices |= {claim.voice, *(detail.voice for detail in claim.details)}
    sayings = {str(claims[name].when or claims[name].stretch) for name in names if name in claims}
    assert len(voices) > 1 or len(sayings) > 1, "one voice and one day do not collide"


@pytest.mark.parametrize(
    ("fact", "voices"),
    [
        ("recognition-undone", {"encyclopaedia", "cna", "khorchin"}),
        ("mongolia-independent", {"ROC", "mofa-taiwan", "moi-taiwan", "mtac", "cna"}),
        ("withdrawal-complete", {"record", "encyclopaedia-zh", "SUN"}),
        ("mongolia-prc-relations", {"record", "encyclopaedia"}),
    ],
)
def test_rival_claims_of_one_thing_are_kept_side_by_side(fact: str, voices: set[str]) -> None:
    assert {claim.voice for claim in BOOK.claims if getattr(claim.proposition, "fact", "") == fact} == voices


def test_the_measures_of_the_plebiscite_have_their_own_voices() -> None:
    (claim,) = [claim for claim in BOOK.claims if claim.id == "plebiscite"]
    said = {(detail.key, detail.voice) for detail in claim.details}
    assert {
        ("turnout", "electoral-commission"),
        ("for", "electoral-commission"),
        ("for", "encyclopaedia-zh"),
    } <= said


# Every dated event

EVENTS = """
1945-02-11 sign yalta-1945
1945-06-30 talks-open
1945-08-08 at war with Japan
1945-08-14 sign sino-soviet-1945
1945-08-21 approval begins
1945-08-22 soviet-landing
1945-08-24 decides internally the treaty
[1945-08-15..1945-08-27] SUN ratifies
1945-08-24/1953-02-24 in_force
[1945-08-27..1945-08-29] texts-published
1945-09-02 surrender-signed
[1945-08-15..1945-09-06] ratification-spoken-of
1945-09-29 end of November
1945-10-06 may not land at Dairen
1945-10-20 plebiscite-confirms
1945-11-15 to the United States
[1945-11-28..1945-11-30] stays on
1945-12-01 agreed to 3 January
1945-12-05? ratifications-exchanged
[1945-12-02..1946-01-03] postpone W2 to 1946-02-01
1946-01-05 recognises-mongolia
1946-01-15 withdrawal-resumes
1946-01-19 tolerates the delay of W2
[1946-01-20..1946-03-06] to be out by 1 February
1946-02 yalta-published
1946-02-14 recognises MNG
1946-03-22 end of April
1946-04-03 on which days its units will leave
1946-05-03 withdrawal-complete
1947-06-25 alleges breach of
1948-08-25 alleges breach of 5, N1 by SUN
1949-08-06 alleges breach of 5, N1 by SUN
1949-09-27 alleges breach of 5, N1 by SUN
1949-10-01 People's Republic of China
1949-10-02 PRC speaks for CHN
1949-10-03 relations with the Soviet Union are established
1949-12-08 291 (IV)
1949-12-08 292 (IV)
1950-02-14 agree to end sino-soviet-1945
1950-04-11 ratify sino-soviet-1950
1950-09-30 exchange ratifications of sino-soviet-1950
1952-01-26 violated the treaty
1952-01-29 failed to carry out the treaty
1952-02-01 UNGA finds
1952-09-15 railway is handed over by the end of 1952
1952-12-31 railway-handed-over
1953-02-24 decides internally to end the treaty
1953-02-25 terminates sino-soviet-1945
1954-10-12 leave Port Arthur by 31 May 1955
1955-05-24 the base is handed over
1955-05-26 base-returned
1955-12-13 as a veto in the Security Council
1961-10-27 mongolia-in-un
1993-11-26 a political question
2002-10-03 an independent country
2012-05-21 not within its territory
"""


@pytest.mark.parametrize("event", EVENTS.strip().splitlines())
def test_every_dated_event_is_on_record(event: str) -> None:
    date, _, words = event.partition(" ")
    lines = [text_from_claim(claim).replace(" in force,", " in_force,") for claim in BOOK.claims]
    found = [line for line in lines if line.startswith((f"{date} ", f"{date}/")) and words in line]
    assert found, f"nothing is recorded as {event}"


def test_a_line_without_a_source_says_that_it_is_unverified() -> None:
    bare = [claim.id for claim in BOOK.claims if not claim.citations and not claim.unverified]
    assert bare == []


@pytest.mark.parametrize("label", ["interpretation-328", "vote-1953"])
def test_steps_inside_a_state_move_nothing(label: str) -> None:
    (act,) = [act for act in DESK.acts() if act.id == label]
    assert (act.effect, act.counts_as) == ("without_effect", "decision inside a state")


@pytest.mark.parametrize("label", ["communique-1947", "complaint-1948", "protest-1949", "complaint-un"])
def test_a_protest_is_an_allegation(label: str) -> None:
    (act,) = [act for act in DESK.acts() if act.id == label]
    assert (act.effect, act.counts_as) == ("recorded", "allegation of a breach")


@pytest.mark.parametrize("other", ["yalta-1945", "nonaggression-1937", "protocol-1936", "un-charter"])
def test_the_background_is_linked_and_feeds_no_answer(other: str) -> None:
    (see_also,) = [line.text for line in BOOK.treaties[TREATY].said if line.key == "see also"]
    assert other in see_also
    for view in (*BOOK.views, "all-voices"):
        for on in ("1945-08-20", "1947-07-01", "1952-06-01", "1960-01-01"):
            because = DESK.status(on=on, view=view).answers[0].because
            assert not any(other in reason.text for reason in because)


def test_who_held_what_is_shown_with_its_bounds() -> None:
    shown = CliRunner().invoke(inforce_command, ["show", TREATY]).output
    assert "1945-08-22/1955-05-26 SUN holds port-arthur -- record" in shown
    assert "1945-08-22/1955-05-27 SUN holds port-arthur -- encyclopaedia-zh" in shown
    for place in ("manchuria", "inner-mongolia", "dairen", "outer-mongolia", "sinkiang", "ili", "railway"):
        assert f"holds {place} -- " in shown


ANCHORAGE = """\
treaty-format 1
include "{main}"
treaty anchorage "A made-up treaty on anchoring at Port Arthur"
  parties      CHN, SUN                                                [@moj-y0010082]
  in force     upon signature                                          [@moj-y0010082]
clause 1                                                               [@moj-y0010082]
  SUN may anchor there
  so long as   SUN holds port-arthur
1940-01-01     CHN (ROC), SUN sign anchorage                           [@moj-y0010082]
"""


@pytest.mark.parametrize(
    ("on", "held"),
    [("1945-08-21", "closed"), ("1945-08-23", "open"), ("1955-05-26", "open"), ("1955-05-28", "suspended")],
)
def test_who_held_what_can_be_a_condition(on: str, held: str, tmp_path: Path) -> None:
    book = tmp_path / "anchorage.treaty"
    (tmp_path / "sources.json").write_bytes((MAIN.parent / "sources.json").read_bytes())
    book.write_text(ANCHORAGE.format(main=MAIN))
    (answer,) = inforce.open(book).treaty("anchorage").status(on=on, clause="1").answers
    assert answer.status == held


# Questions of which the answer is no status


def told(*words: str) -> str:
    result = CliRunner().invoke(inforce_command, [*words, "--json"])
    assert result.exit_code == 0, result.output
    return json.dumps(json.loads(result.output)["answers"], ensure_ascii=False)


def test_question_2_on_the_24_august_claim_it_was_in_force_the_day_after() -> None:
    supposed = Supposition(
        drop=("soviet-ratification",),
        add=("1945-08-24 SUN ratifies sino-soviet-1945 unverified",),
    )
    (before,), (after,) = (
        DESK.whatif(supposed, on="1945-08-25").before,
        DESK.whatif(supposed, on="1945-08-25").after,
    )
    assert (before.status, after.status, after.since) == ("contested", "in_force", "1945-08-24")


def test_question_3_the_exchange_of_ratifications_decides_nothing() -> None:
    for on in ("1945-12-04", "1945-12-06", "1946-06-01"):
        assert not DESK.whatif(Supposition(drop=("exchange-1945",)), on=on, view="roc").changes


@pytest.mark.parametrize(
    ("number", "clause", "words"),
    [
        (13, "P3b", ("two Chinese and three Soviet", "Soviet side names the chairman")),
        (14, "R4a", ("president", "Chin")),
        (14, "R4b", ("president counts double", "seven")),
        (15, "R2", ("shall not transfer", "half of the railway")),
    ],
)
def test_questions_13_to_15_are_told_by_the_clause(number: int, clause: str, words: tuple[str, ...]) -> None:
    shown = told("show", TREATY, "--clause", clause)
    assert [word for word in words if word.lower() not in shown.lower()] == []


@pytest.mark.parametrize("view", ["ussr", "prc"])
def test_question_21_it_ended_by_consent_of_the_parties(view: str) -> None:
    (answer,) = DESK.status(on="1950-03-01", view=view).answers
    assert (answer.how, answer.since) == ("agreement", "1950-02-14")
    assert str(answer.basis).startswith("consent-of-the-parties (Vienna Convention, art. 54(b)")


def test_question_21_and_only_if_the_peoples_republic_may_speak_for_china() -> None:
    (act,) = [act for act in DESK.acts(view="roc") if act.id == "notes-1950"]
    assert (act.effect, act.missing) == (
        "without_effect",
        "PRC does not speak for CHN on that day in this view",
    )


@pytest.mark.parametrize("view", ["un", "roc"])
def test_question_22_the_assembly_ended_nothing(view: str) -> None:
    supposed = Supposition(drop=("resolution-505", "resolution-505@unvotes"))
    result = DESK.whatif(supposed, on="1952-06-01", view=view)
    assert {answer.status for answer in (*result.before, *result.after)} == {"in_force"}


def test_question_23_what_the_assembly_found() -> None:
    (act,) = [act for act in DESK.acts(by="UNGA") if act.id == "resolution-505"]
    assert (act.on, act.counts_as) == ("1952-02-01", "finding")
    assert act.text.endswith("UNGA finds that SUN failed to carry out 5, N1")
    assert "vote 25-9-24 from roll-call-505.csv" in act.details


def test_question_25_the_republic_ended_it_for_breach() -> None:
    (answer,) = DESK.status(on="1953-02-26", view="roc").answers
    assert (answer.how, answer.since) == ("termination", "1953-02-25")
    assert str(answer.basis).startswith("material-breach (Vienna Convention, art. 60(1)")
    assert "breach_found" in answer.flags
    assert any("aids-ccp" in reason.text for reason in answer.because)


def test_question_27_turns_on_the_rule_that_executed_acts_stay() -> None:
    supposed = Supposition(without=("executed-acts-stay",))
    result = DESK.whatif(supposed, on="1960-01-01", view="roc", clause="M1")
    assert [answer.status for answer in (*result.before, *result.after)] == ["performed", "ended"]


@pytest.mark.parametrize("on", ["1975-08-20", "1975-09-01", "1990-01-01"])
def test_question_30_with_no_notice_it_would_have_gone_on(on: str) -> None:
    (after,) = DESK.whatif(Supposition(drop=("termination",)), on=on, view="roc").after
    assert (after.status, after.until) == ("in_force", None)
