"""Draw a picture as SVG: text that can be selected, patterns that read in black and white, no script."""

from collections.abc import Iterator

from inforce.answers.picture.bars import bar
from inforce.answers.picture.families import HOLDS, MEANINGS, NOTHING
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
from inforce.answers.picture.markup import Markup, element
from inforce.answers.picture.measure import rows_of, width_of
from inforce.answers.picture.patterns import INK, fill_of, patterns
from inforce.answers.picture.value import Picture
from inforce.answers.picture.words import description_of

_FONT = "Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
_SOFT = "#555555"
_GRID = "#d5d5d5"
_KEY = 16.0


def svg_from_picture(picture: Picture) -> str:
    """Return a picture as an SVG file, the same text for the same picture."""
    laid = layout_of(picture)
    legend, legend_height = _legend(laid)
    keys, keys_height = _keys(laid, laid.bottom + 30 + legend_height)
    height = round(laid.bottom + 30 + legend_height + keys_height + MARGIN)
    frame = {
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
        *_axis(laid),
        *_tracks(laid),
        *_marks(laid),
        *legend,
        *keys,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.replace("><", ">\n<")


def _text(x: float, y: float, words: str, size: float = BODY, **more: str | float) -> Markup:
    named = {key.replace("_", "-"): value for key, value in more.items()}
    return element("text", {"x": x, "y": y, "font-size": size, **named}, words)


def _head(picture: Picture) -> Iterator[Markup]:
    room = WIDTH - 2 * MARGIN
    yield _text(MARGIN, MARGIN + 14, rows_of(picture.title, TITLE, room, 1)[0], TITLE, font_weight="bold")
    for number, row in enumerate(rows_of(picture.basis, SMALL, room, 2)):
        yield _text(MARGIN, MARGIN + 33 + 14 * number, row, SMALL, fill=_SOFT)


def _axis(laid: Layout) -> Iterator[Markup]:
    """Draw a line for every tick, with its label above and below."""
    for tick in laid.axis.ticks():
        line = {"x1": tick.x, "x2": tick.x, "y1": laid.top + 16, "y2": laid.bottom}
        yield element("line", {**line, "stroke": _GRID, "stroke-width": 1})
        for y in (laid.top + 11, laid.bottom + 14):
            yield _text(tick.x, y, tick.label, SMALL, text_anchor="middle", fill=_SOFT)


def _tracks(laid: Layout) -> Iterator[Markup]:
    for words, y in laid.heads:
        edge = {"x1": MARGIN, "x2": WIDTH - MARGIN, "y1": y + 6, "y2": y + 6}
        yield element("line", {**edge, "stroke": "#111111", "stroke-width": 1})
        title = rows_of(words, BODY + 1, WIDTH - 2 * MARGIN, 1)[0]
        ground = {"x": MARGIN, "y": y - 14, "width": width_of(title, BODY + 1) + 12, "height": 18}
        yield element("rect", {**ground, "fill": "#ffffff"})
        yield _text(MARGIN, y, title, BODY + 1, font_weight="bold")
    for placed in laid.tracks:
        yield element("g", {}, *_track(placed, laid))


def _track(placed: PlacedTrack, laid: Layout) -> Iterator[Markup]:
    track = placed.track
    edge = {"x1": MARGIN, "x2": WIDTH - MARGIN, "y1": placed.top + placed.height, "y2": placed.top + placed.height}
    yield element("title", {}, f"{track.name} {track.sentence}".strip())
    yield _text(MARGIN, placed.top + 16, track.name, BODY, font_weight="bold")
    for number, row in enumerate(placed.rows):
        yield _text(MARGIN, placed.top + 31 + 14 * number, row, SMALL, fill="#333333")
    for lane, middle in placed.lanes():
        label = rows_of(lane.label, SMALL, LEFT - MARGIN - NAMES - 10, 1)[0]
        if label:
            yield _text(LEFT - 10, middle + 4, label, SMALL, text_anchor="end", fill=_SOFT)
        yield from (bar(each, laid.axis, middle) for each in lane.bars)
    yield element("line", {**edge, "stroke": _GRID, "stroke-width": 1})


def _marks(laid: Layout) -> Iterator[Markup]:
    """Draw a line through all tracks for each mark, dashed where its day is uncertain, its letter above."""
    for placed in laid.marks:
        y = laid.top - 8 - (BADGE + 3) * placed.tier
        yield element("g", {}, element("title", {}, placed.mark.about), *_mark(placed, y, laid))


def _mark(placed: PlacedMark, y: float, laid: Layout) -> Iterator[Markup]:
    exact = placed.mark.when.is_exact
    if placed.until > placed.x + 1:
        band = {"x": placed.x, "width": placed.until - placed.x, "y": laid.top + 16, "height": laid.bottom - laid.top - 16}
        yield element("rect", {**band, "fill": "#000000", "fill-opacity": 0.05})
    line = {"x1": placed.x, "x2": placed.x, "y1": y + 4, "y2": laid.bottom, "stroke": "#111111"}
    yield element("line", {**line, "stroke-width": 0.8, "stroke-dasharray": "none" if exact else "2 3"})
    wide = width_of(placed.mark.letter, SMALL) + 8
    badge = {"x": placed.x - wide / 2, "y": y - 13, "width": wide, "height": BADGE - 1, "rx": 3}
    yield element("rect", {**badge, "fill": "#ffffff", "stroke": "#111111", "stroke-width": 1})
    yield _text(placed.x, y, placed.mark.letter, SMALL, text_anchor="middle", font_weight="bold")


def _legend(laid: Layout) -> tuple[list[Markup], float]:
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
        parts += [*_swatch(family, x, y), _text(x + 38, y + 4, meaning, SMALL)]
        x += wide
    return parts, y - laid.bottom


def _swatch(family: str, x: float, y: float) -> Iterator[Markup]:
    if family == NOTHING:
        line = {"x1": x, "x2": x + 30, "y1": y, "y2": y, "stroke": INK[NOTHING], "stroke-width": 1.2}
        yield element("line", line)
        return
    soft = {"stroke-dasharray": "3 2", "rx": 5} if family == "uncertain" else {}
    box = {"x": x, "y": y - 8, "width": 30, "height": 16, "stroke": INK[family], "stroke-width": 1}
    yield element("rect", {**box, "fill": fill_of(family if family != HOLDS else HOLDS), **soft})


def _keys(laid: Layout, top: float) -> tuple[list[Markup], float]:
    """Write what the letters stand for; return how much room that takes."""
    parts: list[Markup] = []
    y = top
    for placed in laid.marks:
        rows = rows_of(placed.mark.about, SMALL, WIDTH - 2 * MARGIN - 38, 4)
        parts.append(_text(MARGIN, y, placed.mark.letter, SMALL, font_weight="bold"))
        for row in rows:
            parts.append(_text(MARGIN + 38, y, row, SMALL))
            y += _KEY
        y += 3
    return parts, y - top
