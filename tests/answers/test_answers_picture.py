"""A picture shows what the timeline says, to the eye, to a reader that speaks, and to a printer without colour."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from inforce.answers import Library
from inforce.answers import open as open_books
from inforce.answers.picture import picture
from inforce.answers.picture.families import MEANINGS, NOTHING
from inforce.answers.picture.layout import WIDTH, layout_of
from inforce.answers.picture.measure import width_of
from inforce.answers.picture.patterns import INK, fill_of
from inforce.answers.picture.value import Picture
from inforce.model import Question
from inforce.temporal import Day

ALLIANCE = Path(__file__).parents[1] / "cli" / "alliance.treaty.md"
CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.treaty.md"))
SVG = "{http://www.w3.org/2000/svg}"
NEVER = Day(0)


def founding() -> Library:
    return open_books()


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def titles(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}title")]


def every_picture() -> Iterator[tuple[str, Picture]]:
    for path in (*CASES, ALLIANCE):
        library = open_books(path)
        for name in library.treaties:
            yield name, picture(library.book, Question(name, NEVER))
    views = ("roc", "ussr", "prc", "un", "all-voices")
    yield "founding", picture(founding().book, Question("sino-soviet-1945", NEVER))
    yield "views", picture(founding().book, Question("sino-soviet-1945", NEVER, clause="T5"), views)


PICTURES = list(every_picture())


def test_a_treaty_is_drawn_with_its_instruments_and_all_its_clauses() -> None:
    treaty = founding().book.treaties["sino-soviet-1945"]
    found = texts(drawn(founding().treaty(treaty.id).timeline().svg()))
    assert {clause.id for clause in treaty.clauses} <= set(found)
    assert {part.title for part in treaty.instruments} <= set(found)


@pytest.mark.parametrize("view", ["roc", "ussr", "all-voices"])
def test_every_interval_of_the_table_is_told_by_a_bar_and_by_the_description(view: str) -> None:
    timeline = founding().treaty("sino-soviet-1945").timeline(view=view, clause="T5", party="SUN")
    root = drawn(timeline.svg())
    description = root.find(f"{SVG}desc")
    assert description is not None
    for answer in timeline.answers:
        word = " or ".join(status.replace("_", " ") for status in answer.possible)
        assert any(title.startswith(word) for title in titles(root))
        assert word in (description.text or "")


def test_the_days_in_the_description_are_those_of_the_law() -> None:
    told = founding().treaty("sino-soviet-1945").timeline(view="ussr", between=("CHN", "SUN")).svg()
    assert "in force, from 27 August 1945 until 14 February 1950" in told
    assert "ended, by agreement; breach alleged, from 14 February 1950 on" in told


def test_the_main_acts_and_the_claimed_ends_are_marked() -> None:
    marks = [mark.about for mark in dict(PICTURES)["founding"].marks]
    assert any(about.startswith("14 August 1945: China") and "sign the treaty" in about for about in marks)
    assert any(about.startswith("14 February 1950") and "agree to end" in about for about in marks)
    assert any(about.startswith("24 February 1953") and "Encyclopaedia" in about for about in marks)
    assert any(about.startswith("25 February 1953") and "terminates the treaty" in about for about in marks)


def test_a_reader_that_speaks_is_served() -> None:
    root = drawn(founding().treaty("sino-soviet-1945").timeline().svg())
    assert root.get("role") == "img"
    named = {element.get("id") for element in root}
    assert set((root.get("aria-labelledby") or "").split()) <= named


def test_the_same_record_gives_the_same_picture() -> None:
    def told() -> str:
        return open_books(ALLIANCE).treaty("alba-bor-1920").timeline().svg()

    assert told() == told()


def test_nothing_runs_and_nothing_is_fetched() -> None:
    svg = founding().treaty("sino-soviet-1945").timeline().svg()
    assert "<script" not in svg
    assert "href" not in svg
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]


def test_every_family_has_a_pattern_of_its_own() -> None:
    fills = {family: fill_of(family) for family in MEANINGS if family != NOTHING}
    assert len(set(fills.values())) == len(fills)
    assert set(INK) == set(MEANINGS)


@pytest.mark.parametrize(("name", "found"), PICTURES, ids=[name for name, _ in PICTURES])
def test_no_words_lie_over_other_words_or_leave_the_page(name: str, found: Picture) -> None:
    boxes = list(boxes_of(drawn(found.svg())))
    for left, right, _, words in boxes:
        assert left >= 0, words
        assert right <= WIDTH, words
    for at, (left, right, y, words) in enumerate(boxes):
        for other_left, other_right, other_y, other in boxes[at + 1 :]:
            apart = right <= other_left or other_right <= left or abs(y - other_y) >= 11
            assert apart, (words, other)


def boxes_of(root: ElementTree.Element) -> Iterator[tuple[float, float, float, str]]:
    """Yield how far each text goes to the left and to the right, and its line."""
    for element in root.iter(f"{SVG}text"):
        words, size = element.text or "", float(element.get("font-size") or 12)
        wide, x = width_of(words, size), float(element.get("x") or 0)
        shift = {"middle": wide / 2, "end": wide}.get(element.get("text-anchor") or "", 0)
        yield x - shift, x - shift + wide, float(element.get("y") or 0), words


@pytest.mark.parametrize(("name", "found"), PICTURES, ids=[name for name, _ in PICTURES])
def test_every_bar_lies_on_the_axis_and_bars_of_a_lane_follow_one_another(name: str, found: Picture) -> None:
    axis = layout_of(found).axis
    for group in found.groups:
        for track in group.tracks:
            for lane in track.lanes:
                assert [bar.until for bar in lane.bars[:-1]] == [bar.since for bar in lane.bars[1:]]
                for bar in lane.bars:
                    assert axis.left <= axis.x_of(bar.since) <= axis.x_of(bar.until) <= axis.right


def test_nothing_of_a_record_is_markup(tmp_path: Path) -> None:
    path = tmp_path / "evil.treaty"
    path.write_text(
        'treaty-format 1\n\nactor ABC "A <b> & C"\n\ntreaty evil-1990\n  title "<script>x</script> & more"\n'
        "  parties ABC\n  in force upon signature by each party\n\n1990-01-02 ABC signs evil-1990\n",
        encoding="utf-8",
    )
    root = drawn(open_books(path).treaty("evil-1990").timeline().svg())
    assert "<script>x</script> & more" in texts(root)
    assert not list(root.iter(f"{SVG}script"))


def test_a_treaty_of_which_nothing_is_known_is_drawn_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "bare.treaty"
    path.write_text('treaty-format 1\n\nactor ABC "A"\n\ntreaty bare-1990\n  parties ABC\n', encoding="utf-8")
    assert "not concluded" in texts(drawn(open_books(path).treaty("bare-1990").timeline().svg()))
