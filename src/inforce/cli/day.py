"""A day on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from inforce.temporal import DateError


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Read a day written as YYYY-MM-DD; what is no day is refused with a caret and the likely fix.

    Raises:
        BadParameter: if there is no such day.
    """
    from inforce.temporal import DateError, day_from_iso, iso_from_day

    if value is None:
        return None
    try:
        return iso_from_day(day_from_iso(value))
    except DateError as error:
        raise click.BadParameter(_told(_plainest(error)), ctx, param) from None


def _told(error: DateError) -> str:
    from inforce.source.excerpt import excerpt_from_line

    excerpt = excerpt_from_line(error.text, error.offset + 1, 1)
    caret = " " * excerpt.indent + "^" * excerpt.carets
    hint = error.hint.partition(", or ")[0]  # what else may be written is for the dates of a record
    return f"{error.message}{f': {hint}' if hint else ''}.\n    {excerpt.shown}\n    {caret}"


def _plainest(error: DateError) -> DateError:
    """Return the error that says most: the reader of uncertain dates knows what people write instead."""
    from inforce.temporal import DateError, act_day_from_edtf

    if error.offset:
        return error
    try:
        act_day_from_edtf(error.text)
    except DateError as explained:
        return explained
    return DateError("this is more than one day", text=error.text, hint="write one, as in 1945-08-24")
