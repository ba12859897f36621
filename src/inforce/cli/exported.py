"""What an export may be asked, and what of it says nothing together."""

from __future__ import annotations

import click

from inforce.cli.options import Asked
from inforce.cli.verb import Refused

FORMATS = ("json", "csv", "ndjson", "svg", "md", "ics", "ttl", "bibtex", "csl-json")
"""The formats, as they stand in ``exchange``: a test compares them, so that help need not wait for that room."""

_ONE = ("clause", "instrument", "for", "on")
"""The options that go with one treaty."""


class Exported(Asked):
    """What the options of an export give."""

    everything: bool
    form: str
    out: str | None
    base: str | None


def read_base(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Read where addresses begin.

    Raises:
        BadParameter: if it is no address.
    """
    if value is not None and not value.startswith(("http://", "https://")):
        raise click.BadParameter("an address begins with http:// or https://", ctx, param)
    return value


def check_together(asked: Exported) -> None:
    """Refuse what says nothing together.

    Raises:
        Refused: if it does; the message has what to write instead.
    """
    if bool(asked["treaty"]) == asked["everything"]:
        raise Refused("Name a treaty, or ask for everything with --all: one of the two.")
    if asked["clause"] and asked["instrument"]:
        raise Refused("Name a clause or an instrument, not both.")
    if not asked["everything"]:
        return
    given = (asked["clause"], asked["instrument"], asked["party"], asked["on"])
    narrowed = [f"--{name}" for name, value in zip(_ONE, given, strict=True) if value]
    if narrowed:
        raise Refused(f"{' and '.join(narrowed)}: of one treaty. Name it, and leave --all out.")
    from inforce.exchange.forms.kinds import WHOLE

    if asked["form"] not in WHOLE:
        raise Refused(f"{asked['form']} is of one treaty: name it. --all goes with {', '.join(WHOLE)}.")
