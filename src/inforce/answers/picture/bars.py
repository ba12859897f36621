"""The bars of a picture: each interval with its pattern, its word, its arrows, and its title."""

from collections.abc import Iterator

from inforce.answers.picture.axis import Axis
from inforce.answers.picture.families import HOLDS, NOTHING, UNCERTAIN
from inforce.answers.picture.layout import BAR, SMALL
from inforce.answers.picture.markup import Attributes, Markup, element
from inforce.answers.picture.measure import width_of
from inforce.answers.picture.patterns import INK, fill_of
from inforce.answers.picture.value import Bar
from inforce.temporal import BEGINNING, FOREVER

_ARROW = 9.0
_THINNEST = 2.5
_ROOM = 12.0


def bar(each: Bar, axis: Axis, middle: float) -> Markup:
    """Draw one interval; its title tells it in words."""
    left, right = axis.x_of(each.since), axis.x_of(each.until)
    right = max(right, left + _THINNEST)
    parts = _line(each, left, right, middle) if each.family == NOTHING else _box(each, left, right, middle)
    return element("g", {}, element("title", {}, each.about), *parts, *_word(each, left, right, middle))


def _line(each: Bar, left: float, right: float, middle: float) -> Iterator[Markup]:
    """Draw what is not yet or no longer: a thin line, with an arrow where it goes on."""
    start = left + _ARROW * (each.since <= BEGINNING)
    stop = right - _ARROW * (each.until >= FOREVER)
    ink: Attributes = {"stroke": INK[NOTHING], "stroke-width": 1.2}
    yield element("line", {"x1": start, "y1": middle, "x2": max(stop, start), "y2": middle, **ink})
    yield from _arrows(each, left, right, middle, 4.0)


def _box(each: Bar, left: float, right: float, middle: float) -> Iterator[Markup]:
    """Draw what holds, waits or is open: a box with a pattern; a soft one where the days are uncertain."""
    start = left + _ARROW * (each.since <= BEGINNING)
    stop = right - _ARROW * (each.until >= FOREVER)
    place: Attributes = {
        "x": start,
        "y": middle - BAR / 2,
        "width": max(stop - start, _THINNEST),
        "height": BAR,
    }
    edge: Attributes = {"stroke": INK[each.family], "stroke-width": 1}
    soft: Attributes = {"stroke-dasharray": "3 2", "rx": 5} if each.family == UNCERTAIN else {}
    yield element("rect", {**place, "fill": fill_of(each.family), **edge, **soft})
    yield from _arrows(each, left, right, middle, BAR / 2)


def _arrows(each: Bar, left: float, right: float, middle: float, half: float) -> Iterator[Markup]:
    """Draw an arrow at an end that lies open."""
    for is_open, tip, base in (
        (each.since <= BEGINNING, left, left + _ARROW),
        (each.until >= FOREVER, right, right - _ARROW),
    ):
        if is_open:
            path = f"M{tip:.2f} {middle:.2f}L{base:.2f} {middle - half:.2f}V{middle + half:.2f}Z"
            yield element("path", {"d": path, "fill": INK[each.family]})


def _word(each: Bar, left: float, right: float, middle: float) -> Iterator[Markup]:
    """Write the status into its bar where it fits, on a ground of its own where the pattern would disturb it."""
    wide = width_of(each.word, SMALL)
    if wide + _ROOM + 2 * _ARROW > right - left:
        return
    centre = (left + right) / 2
    if each.family != HOLDS:
        ground: Attributes = {"x": centre - wide / 2 - 4, "y": middle - 7, "width": wide + 8, "height": 14}
        yield element("rect", {**ground, "fill": "#ffffff", "rx": 2})
    ink = "#ffffff" if each.family == HOLDS else "#111111"
    place: Attributes = {
        "x": centre,
        "y": middle + 4,
        "text-anchor": "middle",
        "font-size": SMALL,
        "fill": ink,
    }
    yield element("text", place, each.word)
