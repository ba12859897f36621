"""A day on the command line."""

from typing import NoReturn

import click


class DayText(click.ParamType):
    """Read a day written as YYYY-MM-DD; what is no day is shown with a caret and the likely fix."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as the program writes it."""
        from inforce.temporal import DateError, day_from_iso, iso_from_day

        try:
            return iso_from_day(day_from_iso(value))
        except DateError as error:
            self._refuse(_plainest(error), param, ctx)

    def _refuse(self, error: Exception, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        from inforce.source.excerpt import excerpt_from_line
        from inforce.temporal import DateError

        assert isinstance(error, DateError)
        excerpt = excerpt_from_line(error.text, error.offset + 1, 1)
        caret = " " * excerpt.indent + "^" * excerpt.carets
        hint = f": {error.hint}" if error.hint else ""
        self.fail(f"{error.message}{hint}.\n    {excerpt.shown}\n    {caret}", param, ctx)


def _plainest(error: Exception) -> Exception:
    """Return the error that says most: what is no date at all is explained better by the reader of dates."""
    from inforce.temporal import DateError, act_day_from_edtf

    assert isinstance(error, DateError)
    if error.offset:
        return error
    try:
        act_day_from_edtf(error.text)
    except DateError as explained:
        return explained
    return DateError("this is more than one day", text=error.text, hint="write one, as in 1945-08-24")


DAY = DayText()
