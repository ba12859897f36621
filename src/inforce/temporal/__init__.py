"""Days, spans, uncertain dates, intervals and timelines; this room knows no law.

Reading dates is imported when it is asked for: a cached book has its dates read already.
"""

from typing import TYPE_CHECKING, Any

from inforce.temporal.candidates import (
    Candidates,
    Range,
    candidates_from_ranges,
    contains,
    count,
    intersect,
    iter_days,
    subtract,
    union,
)
from inforce.temporal.day import (
    BEGINNING,
    FOREVER,
    DateError,
    Day,
    civil_from_day,
    day_from_civil,
    day_from_iso,
    days_in_month,
    iso_from_day,
)
from inforce.temporal.edtf_text import edtf_from_day, edtf_from_stretch, edtf_from_uncertain
from inforce.temporal.interval import Interval
from inforce.temporal.rail import Rail, intervals_from_rail, rail_at
from inforce.temporal.span import (
    Span,
    day_after,
    day_before,
    first_of_month_after,
    is_clamped,
    span_from_text,
    text_from_span,
)
from inforce.temporal.timeline import (
    ALWAYS,
    NEVER,
    Timeline,
    both,
    either,
    is_sound,
    negate,
    neither,
    timeline_from_stretch,
    value_at,
)
from inforce.temporal.uncertain import Stretch, UncertainDay

if TYPE_CHECKING:
    from inforce.temporal.edtf import act_day_from_edtf, stretch_from_edtf

__all__ = [
    "ALWAYS",
    "BEGINNING",
    "FOREVER",
    "NEVER",
    "Candidates",
    "DateError",
    "Day",
    "Interval",
    "Rail",
    "Range",
    "Span",
    "Stretch",
    "Timeline",
    "UncertainDay",
    "act_day_from_edtf",
    "both",
    "candidates_from_ranges",
    "civil_from_day",
    "contains",
    "count",
    "day_after",
    "day_before",
    "day_from_civil",
    "day_from_iso",
    "days_in_month",
    "edtf_from_day",
    "edtf_from_stretch",
    "edtf_from_uncertain",
    "either",
    "first_of_month_after",
    "intersect",
    "intervals_from_rail",
    "is_clamped",
    "is_sound",
    "iso_from_day",
    "iter_days",
    "negate",
    "neither",
    "rail_at",
    "span_from_text",
    "stretch_from_edtf",
    "subtract",
    "text_from_span",
    "timeline_from_stretch",
    "union",
    "value_at",
]


def __getattr__(name: str) -> Any:
    """Import the reading of dates when it is asked for."""
    if name in ("act_day_from_edtf", "stretch_from_edtf"):
        from inforce.temporal import edtf

        return getattr(edtf, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
