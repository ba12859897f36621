"""Draw a picture as SVG: text that can be selected, patterns that read in black and white, no script."""

from collections.abc import Iterator

from inforce.answers.picture.bars import bar
from inforce.answers.picture.keys import keys_of, legend_of
from inforce.answers.picture.layout import (
    BADGE,
    BODY,
    LEFT,
    MARGIN,
    NAMES,
    SMALL,
    TITLE,
    WIDTH,
    Layout,
    PlacedMark,
    PlacedTrack,
    layout_of,
)
from inforce.answers.picture.markup import Attributes, Markup, element, words_at
from inforce.answers.picture.measure import rows_of, width_of
from inforce.answers.picture.patterns import patterns
from inforce.answers.picture.value import Picture
from inforce.answers.picture.words import description_of

_FONT = "Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
_SOFT = "#555555"
_GRID = "#d5d5d5"


def svg_from_picture(picture: Picture) -> str:
    """Return a picture as an SVG file, the same text for the same picture."""
    laid = layout_of(picture)
    legend, legend_height = legend_of(laid)
    keys, keys_height = keys_of(laid, laid.bottom + 30 + legend_height)
    height = round(laid.bottom + 30 + legend_height + keys_height + MARGIN)
    frame: Attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": WIDTH,
        "height": height,
        "viewBox": f"0 0 {WIDTH:.0f} {height}",
        "role": "img",
        "aria-labelledby": "title description",
        "font-family": _FONT,
        "font-size": BODY,
        "fill": "#111111",
    }
    drawn = element(
        "svg",
        frame,
        element("title", {"id": "title"}, f"{picture.title}: over time"),
        element("desc", {"id": "description"}, description_of(picture)),
        element("defs", {}, *patterns()),
        element("rect", {"width": WIDTH, "height": height, "fill": "#ffffff"}),
        *_head(picture),
        *_grid(laid),
        *_lines(laid),
        *_axis(laid),
        *_tracks(laid),
        *_badges(laid),
        *legend,
        *keys,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.replace("><", ">\n<")


def _head(picture: Picture) -> Iterator[Markup]:
    room = WIDTH - 2 * MARGIN
    yield words_at(MARGIN, MARGIN + 14, rows_of(picture.title, TITLE, room, 1)[0], TITLE, font_weight="bold")
    for number, row in enumerate(rows_of(picture.basis, SMALL, room, 2)):
        yield words_at(MARGIN, MARGIN + 33 + 14 * number, row, SMALL, fill=_SOFT)


def _grid(laid: Layout) -> Iterator[Markup]:
    """Draw a line for every tick."""
    for tick in laid.axis.ticks():
        line: Attributes = {"x1": tick.x, "x2": tick.x, "y1": laid.top + 16, "y2": laid.bottom}
        yield element("line", {**line, "stroke": _GRID, "stroke-width": 1})


def _axis(laid: Layout) -> Iterator[Markup]:
    """Write the label of every tick above, below and beside each title, on a ground that no line crosses."""
    for tick in laid.axis.ticks():
        wide = width_of(tick.label, SMALL)
        x = min(tick.x, WIDTH - 4 - wide / 2)
        beside = [y for words, y in laid.heads[1:] if _head_end(words) < x - wide / 2]
        for y in (laid.top + 11, *beside, laid.bottom + 14):
            ground: Attributes = {"x": x - wide / 2 - 2, "y": y - 10, "width": wide + 4, "height": 13}
            yield element("rect", {**ground, "fill": "#ffffff"})
            yield words_at(x, y, tick.label, SMALL, text_anchor="middle", fill=_SOFT)


def _head_end(words: str) -> float:
    """Return where the title of a group ends, with some room behind it."""
    return MARGIN + width_of(words, BODY + 1) + 16


def _tracks(laid: Layout) -> Iterator[Markup]:
    for words, y in laid.heads:
        edge: Attributes = {"x1": MARGIN, "x2": WIDTH - MARGIN, "y1": y + 6, "y2": y + 6}
        yield element("line", {**edge, "stroke": "#111111", "stroke-width": 1})
        title = rows_of(words, BODY + 1, WIDTH - 2 * MARGIN, 1)[0]
        ground: Attributes = {"x": MARGIN, "y": y - 14, "width": width_of(title, BODY + 1) + 12, "height": 18}
        yield element("rect", {**ground, "fill": "#ffffff"})
        yield words_at(MARGIN, y, title, BODY + 1, font_weight="bold")
    for placed in laid.tracks:
        yield element("g", {}, *_track(placed, laid))


def _track(placed: PlacedTrack, laid: Layout) -> Iterator[Markup]:
    track = placed.track
    edge: Attributes = {
        "x1": MARGIN,
        "x2": WIDTH - MARGIN,
        "y1": placed.top + placed.height,
        "y2": placed.top + placed.height,
    }
    yield element("title", {}, f"{track.name} {track.sentence}".strip())
    yield words_at(MARGIN, placed.top + 16, track.name, BODY, font_weight="bold")
    for number, row in enumerate(placed.rows):
        yield words_at(MARGIN, placed.top + 31 + 14 * number, row, SMALL, fill="#333333")
    for lane, middle in placed.lanes():
        label = rows_of(lane.label, SMALL, LEFT - MARGIN - NAMES - 10, 1)[0]
        if label:
            yield words_at(LEFT - 10, middle + 4, label, SMALL, text_anchor="end", fill=_SOFT)
        yield from (bar(each, laid.axis, middle) for each in lane.bars)
    yield element("line", {**edge, "stroke": _GRID, "stroke-width": 1})


def _lines(laid: Layout) -> Iterator[Markup]:
    """Draw a line through all tracks for each mark, dashed where its day is uncertain, with its days shaded."""
    for placed in laid.marks:
        yield element("g", {}, element("title", {}, placed.mark.about), *_line(placed, laid))


def _line(placed: PlacedMark, laid: Layout) -> Iterator[Markup]:
    exact, top = placed.mark.when.is_exact, laid.top + 16
    if placed.until > placed.x + 1:
        band: Attributes = {
            "x": placed.x,
            "width": placed.until - placed.x,
            "y": top,
            "height": laid.bottom - top,
        }
        yield element("rect", {**band, "fill": "#000000", "fill-opacity": 0.06})
    line: Attributes = {"x1": placed.x, "x2": placed.x, "y1": _badge_y(placed, laid), "y2": laid.bottom}
    dashes: Attributes = {} if exact else {"stroke-dasharray": "2 3"}
    yield element("line", {**line, "stroke": "#111111", "stroke-width": 0.9, **dashes})


def _badge_y(placed: PlacedMark, laid: Layout) -> float:
    return laid.top - 8 - (BADGE + 3) * placed.tier


def _badges(laid: Layout) -> Iterator[Markup]:
    """Write the letter of each mark above its line."""
    for placed in laid.marks:
        y, wide = _badge_y(placed, laid), width_of(placed.mark.letter, SMALL) + 8
        box: Attributes = {"x": placed.x - wide / 2, "y": y - 13, "width": wide, "height": BADGE - 1, "rx": 3}
        yield element(
            "g",
            {},
            element("title", {}, placed.mark.about),
            element("rect", {**box, "fill": "#ffffff", "stroke": "#111111", "stroke-width": 1}),
            words_at(placed.x, y, placed.mark.letter, SMALL, text_anchor="middle", font_weight="bold"),
        )
