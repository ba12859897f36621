"""The keys under a picture: what the patterns mean, and what the letters stand for."""

from collections.abc import Iterator

from inforce.answers.picture.families import MEANINGS, NOTHING, UNCERTAIN
from inforce.answers.picture.layout import MARGIN, SMALL, WIDTH, Layout
from inforce.answers.picture.markup import Attributes, Markup, element, words_at
from inforce.answers.picture.measure import rows_of, width_of
from inforce.answers.picture.patterns import INK, fill_of

_KEY = 16.0


def legend_of(laid: Layout) -> tuple[list[Markup], float]:
    """Draw what the patterns mean, those that are used; return how much room that takes."""
    used = {bar.family for placed in laid.tracks for lane in placed.track.lanes for bar in lane.bars}
    parts: list[Markup] = []
    x, y = MARGIN, laid.bottom + 44
    for family, meaning in MEANINGS.items():
        if family not in used:
            continue
        wide = 38 + width_of(meaning, SMALL) + 20
        if x + wide > WIDTH - MARGIN:
            x, y = MARGIN, y + 24
        parts += [*_swatch(family, x, y), words_at(x + 38, y + 4, meaning, SMALL)]
        x += wide
    return parts, y - laid.bottom


def _swatch(family: str, x: float, y: float) -> Iterator[Markup]:
    if family == NOTHING:
        line: Attributes = {
            "x1": x,
            "x2": x + 30,
            "y1": y,
            "y2": y,
            "stroke": INK[NOTHING],
            "stroke-width": 1.2,
        }
        yield element("line", line)
        return
    soft: Attributes = {"stroke-dasharray": "3 2", "rx": 5} if family == UNCERTAIN else {}
    box: Attributes = {
        "x": x,
        "y": y - 8,
        "width": 30,
        "height": 16,
        "stroke": INK[family],
        "stroke-width": 1,
    }
    yield element("rect", {**box, "fill": fill_of(family), **soft})


def keys_of(laid: Layout, top: float) -> tuple[list[Markup], float]:
    """Write what the letters stand for; return how much room that takes."""
    parts: list[Markup] = []
    y = top
    for placed in laid.marks:
        rows = rows_of(placed.mark.about, SMALL, WIDTH - 2 * MARGIN - 38, 4)
        parts.append(words_at(MARGIN, y, placed.mark.letter, SMALL, font_weight="bold"))
        for row in rows:
            parts.append(words_at(MARGIN + 38, y, row, SMALL))
            y += _KEY
        y += 3
    return parts, y - top
