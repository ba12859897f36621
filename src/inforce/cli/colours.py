"""Lines on a terminal, with colours that only repeat what the words say; NO_COLOR turns them off."""

from collections.abc import Iterable

from rich.console import Console
from rich.highlighter import RegexHighlighter
from rich.text import Text
from rich.theme import Theme

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
        r"(?P<day>(?<!\w)\d{4}-\d\d-\d\d(?!\w))",
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
    """Yield a line in rows that fit, each after the first indented once more than the line."""
    words = line.lstrip()
    indent = len(line) - len(words)
    text = TellingHighlighter()(Text(words))
    room = max(console.width - indent - 2, 20)
    if text.cell_len <= room + 2:
        yield Text(" " * indent) + text
        return
    for number, row in enumerate(text.wrap(console, room)):
        yield Text(" " * (indent + (2 if number else 0))) + row
