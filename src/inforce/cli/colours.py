"""Lines on a terminal, with colours that only repeat what the words say; NO_COLOR turns them off."""

import re
from collections.abc import Iterable

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.text import Text
from rich.theme import Theme

_NAME = re.compile(r" *[^ ]+( [^ ]+)* {2,}(?=[^ ])")
_FURTHEST = 30
_LEAST = 20
_THEME = Theme(
    {
        "told.cite": "dim",
        "told.day": "cyan",
        "told.open": "bold yellow",
        "told.wrong": "bold red",
        "told.holds": "green",
        "told.over": "magenta",
    }
)


class TellingHighlighter(RegexHighlighter):
    """Mark days, citations and the words that decide an answer."""

    base_style = "told."
    highlights = [  # noqa: RUF012  rich declares it so
        r"(?P<cite>\[@[^\]]*\])",
        r"(?P<day>(?<![\w-])\d{4}-\d\d-\d\d(?!\w))",
        r"\b(?P<open>disputed|uncertain|unknown|contested)\b",
        r"\b(?P<wrong>without effect|breached|overdue|breach (alleged|found|admitted|unremedied)\??)",
        r"\b(?P<holds>in force|exercisable|performed|effective)\b",
        r"\b(?P<over>not in force|ended|not a party|ceased|lost|void)\b",
    ]


def print_in_colours(lines: Iterable[str]) -> None:
    """Print lines on the terminal; what is longer than a row goes on under its own beginning."""
    console = Console(theme=_THEME, highlighter=TellingHighlighter(), markup=False, emoji=False)
    for line in lines:
        for row in _rows(line, console):
            console.print(row, soft_wrap=True)


def _rows(line: str, console: Console) -> Iterable[Text]:
    """Yield a line in rows that fit, each after the first under what the line is about."""
    text = TellingHighlighter()(Text(line))
    hang = hanging_from_line(line)
    if text.cell_len <= console.width or console.width < hang + _LEAST:
        yield text
        return
    first, rest = text.divide([hang])
    for number, row in enumerate(rest.wrap(console, console.width - hang)):
        row.rstrip()
        yield (Text(" " * hang) if number else first) + row


def hanging_from_line(line: str) -> int:
    """Return the column in which the further rows of a line begin: that of its text behind a short name.

    >>> hanging_from_line("  ussr        ended since 1950-02-14, by agreement")
    14
    >>> hanging_from_line("    claim: 1945-08-24 SUN ratifies")
    6
    """
    name = _NAME.match(line)
    return name.end() if name and name.end() <= _FURTHEST else len(line) - len(line.lstrip()) + 2
