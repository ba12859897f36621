"""Tells frozen values in a line, leaving out what is as it always is."""

from collections.abc import Iterator

import msgspec

from inforce.temporal import (
    Day,
    Span,
    Stretch,
    UncertainDay,
    edtf_from_stretch,
    edtf_from_uncertain,
    iso_from_day,
    text_from_span,
)

_DAYS = frozenset({"on", "until_day", "known", "since", "until"})


def told(value: object) -> str:
    """Tell a value: a struct by its fields that differ from their defaults, a date as it is written."""
    match value:
        case Span():
            return text_from_span(value)
        case UncertainDay():
            return edtf_from_uncertain(value)
        case Stretch():
            return edtf_from_stretch(value)
        case msgspec.Struct():
            return f"{type(value).__name__}({', '.join(_fields(value))})"
        case tuple():
            return f"[{', '.join(map(told, value))}]"
        case _:
            return str(value)


def _fields(value: msgspec.Struct) -> Iterator[str]:
    for field in msgspec.structs.fields(value):
        content = getattr(value, field.name)
        if content in (field.default, ()) or _is_as_written(field.name, content):
            continue
        if content is True:
            yield field.name
        elif isinstance(content, int) and field.name in _DAYS:
            yield f"{field.name}: {iso_from_day(Day(content))}"
        else:
            yield f"{field.name}: {told(content)}"


def _is_as_written(name: str, content: object) -> bool:
    """Whether a field keeps the lines of the file as they stand, which the file shows already."""
    return name == "said" and isinstance(content, tuple)
