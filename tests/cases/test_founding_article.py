"""Each statement of the founding article is an answer of the record: computed, or cited, and never flattened."""

import pytest

from inforce.answers import TreatyDesk, open
from inforce.answers.whatif import Supposition

VIEWS = ("roc", "ussr", "prc", "un", "all-voices")


@pytest.fixture(scope="module")
def treaty() -> TreatyDesk:
    return open().treaty("sino-soviet-1945")


def said(treaty: TreatyDesk, about: str) -> list[tuple[str, str, str]]:
    """Return what is recorded about a name: each text with its voice and its sources."""
    return [
        (part.lines[0].text, part.lines[0].voice, part.lines[0].cite)
        for part in treaty.show(about=about).parts
    ]


def status(treaty: TreatyDesk, clause: str, on: str, view: str, known: str | None = None) -> str:
    (answer,) = treaty.status(on=on, clause=clause, view=view, known=known).answers
    return answer.status


def test_its_names_stand_in_their_scripts_and_the_caption_beside_them(treaty: TreatyDesk) -> None:
    lines = {line.text for line in treaty.show(about="sino-soviet-1945").lines}
    assert {'zh "中蘇友好同盟條約"', 'zh-Hant "友好同盟條約"', 'ru "Договор о дружбе и союзе"'} <= lines
    assert any("Подписание советско-китайского договора" in line for line in lines)
    assert {"10 UNTS 300", "Moscow"} <= lines


def test_the_two_governments_signed_it_on_14_august_1945(treaty: TreatyDesk) -> None:
    ((text, _, cite),) = said(treaty, "signature")
    assert text == "1945-08-14 CHN (ROC), SUN sign sino-soviet-1945"
    assert cite


def test_the_day_of_expiry_is_that_of_a_vote_at_home(treaty: TreatyDesk) -> None:
    (claimed,) = treaty.against("encyclopaedia")
    told = "\n".join(map(str, claimed.bounds))
    assert "1953-02-24" in told
    assert "a decision inside a state taken for its act towards the others" in told
    ended = {view: treaty.status(on="1960-01-01", view=view).answers[0].since for view in VIEWS}
    assert ended["roc"] == ended["un"] == "1953-02-25"
    assert ended["ussr"] == ended["prc"] == "1950-02-14"


@pytest.mark.parametrize("holder", ["JPN", "SUN", "MNG"])
@pytest.mark.parametrize("territory", ["inner-mongolia", "manchuria"])
def test_the_record_says_who_held_the_territories_and_where_it_has_that_from(
    treaty: TreatyDesk, territory: str, holder: str
) -> None:
    holding = [cite for text, _, cite in said(treaty, territory) if f" {holder} holds {territory}" in text]
    assert holding
    assert all(holding)


def test_the_promise_to_mongolia_waited_for_the_plebiscite_and_was_kept(treaty: TreatyDesk) -> None:
    days = ("1945-10-01", "1945-10-21", "1946-01-06")
    assert [status(treaty, "M1", day, "roc") for day in days] == ["conditional", "due", "performed"]
    assert status(treaty, "M2", "1946-01-06", "roc") == "holds"
    assert [text for text, _, _ in said(treaty, "plebiscite-confirms")] == ["1945-10-20 plebiscite-confirms"]


def test_an_end_of_aid_is_no_condition_of_the_text_but_the_reading_of_one_voice(treaty: TreatyDesk) -> None:
    reading = [line for line in treaty.show("M1").lines if line.key == "reading"]
    assert reading[0].voice == "encyclopaedia"
    assert "not aids-ccp and not aids-ili" in reading[0].text
    assert "[@atwood-2005, p. 2]" in reading[0].cite
    supposed = Supposition(readings=(("M1", "encyclopaedia"),))
    changed = treaty.whatif(supposed, on="1945-10-21", clause="M1", view="roc")
    assert (changed.before[0].status, changed.after[0].status) == ("due", "suspended")


def test_the_railway_was_under_joint_control_and_its_return_is_disputed(treaty: TreatyDesk) -> None:
    assert status(treaty, "R1a", "1947-07-01", "all-voices") == "holds"
    assert "[@zhang-2010, p. 171]" in " ".join(line.cite for line in treaty.show("R1a").lines)
    returned = {view: status(treaty, "R17", "1953-01-01", view) for view in VIEWS}
    assert returned["ussr"] == returned["prc"] == "ended"
    assert returned["roc"] == "not_yet_operative"
    ((text, _, cite),) = said(treaty, "railway-handed-over")
    assert text.startswith("1952-12-31")
    assert cite


def test_support_was_noticed_though_nobody_had_said_so_at_the_time(treaty: TreatyDesk) -> None:
    voices = {voice for text, voice, _ in said(treaty, "aids-ccp") if text.startswith("1945-08/1949")}
    assert {"ROC", "UNGA"} <= voices
    assert ("denied: aids-ccp", "SUN") in {(text, voice) for text, voice, _ in said(treaty, "aids-ccp")}
    assert status(treaty, "N1x", "1947-07-01", "roc") == "breached"
    assert status(treaty, "N1x", "1947-07-01", "roc", known="1947-07-01") == "owed"
    details = [line for part in treaty.show(about="aid").parts for line in part.lines]
    assert ("secret and continuous", "encyclopaedia") in {(line.text, line.voice) for line in details}


def test_the_proclamation_and_its_recognition_ended_nothing_by_themselves(treaty: TreatyDesk) -> None:
    assert said(treaty, "proclamation")[0][0].startswith("1949-10-01 PRC declares")
    assert said(treaty, "soviet-decision")[0][:2] == ("1949-10-02/.. PRC speaks for CHN", "SUN")
    assert {treaty.status(on="1949-10-05", view=view).answers[0].status for view in VIEWS} == {"in_force"}


def test_resolution_505_found_a_failure_and_ended_nothing(treaty: TreatyDesk) -> None:
    found = said(treaty, "resolution-505")[0]
    assert found[:2] == ("1952-02-01 UNGA finds that SUN failed to carry out 5, N1", "UNGA")
    supposed = Supposition(drop=("resolution-505",))
    changed = treaty.whatif(supposed, on="1952-06-01", view="un")
    assert changed.before[0].status == changed.after[0].status == "in_force"


def test_the_vote_of_24_february_1953_moved_nothing_between_states(treaty: TreatyDesk) -> None:
    assert any(
        text.startswith("1953-02-24 CHN (ROC) decides internally") for text, _, _ in said(treaty, "vote-1953")
    )
    assert treaty.status(on="1953-02-24", view="roc").answers[0].status == "in_force"
    changed = treaty.whatif(Supposition(drop=("vote-1953",)), on="1960-01-01", view="roc")
    assert (changed.after[0].status, changed.after[0].since) == ("ended", "1953-02-25")


def test_whether_recognition_was_taken_back_is_claimed_denied_and_kept_apart(treaty: TreatyDesk) -> None:
    voices = {(text.split()[0], voice) for text, voice, _ in said(treaty, "recognition-undone")}
    assert ("denied:", "khorchin") in voices
    assert {"encyclopaedia", "cna"} <= {voice for day, voice in voices if day.startswith("1953")}
    assert {status(treaty, "M1", "1953-03-01", view) for view in VIEWS} == {"performed"}


def test_the_footnotes_have_their_pages_and_the_end_its_links(treaty: TreatyDesk) -> None:
    text = treaty.article().markdown()
    notes = [line for line in text.splitlines() if line.startswith("[^")]
    assert any("Atwood" in note and "p. 2" in note for note in notes)
    assert any("Zhang" in note and "p. 171" in note for note in notes)
    assert "## See also" in text
    assert "## External links" in text
