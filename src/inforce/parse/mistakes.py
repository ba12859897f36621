"""What a person may have done wrong, each told with the likely fix."""

import re
from collections.abc import Sequence

from inforce.parse.directives import DIRECTIVES, KEYS
from inforce.parse.findings import Findings
from inforce.parse.keys import all_keys, key_and_length, nearest_key
from inforce.parse.row import Row
from inforce.parse.syntax import Directive
from inforce.parse.tokens import LONGEST, is_closed
from inforce.source import Place, did_you_mean

_FORMAT = "treaty-format"
_WRITTEN = tuple(keyword for keyword in DIRECTIVES if keyword != "record")
# Control characters; marks that turn the reading direction round; spaces without width.
_CONTROL = re.compile("[\0-\x08\x0a-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def path_from_directive(directive: Directive) -> str:
    """Tell where a line stands: the headings above it, and its directive as the last of them.

    >>> from inforce.parse.syntax import Token
    >>> words = (Token("word", "clause", 9, 1), Token("word", "M1", 9, 8))
    >>> path_from_directive(Directive("clause", words[1:], (), words, (), 9, "Outer Mongolia"))
    'Outer Mongolia > clause M1'
    """
    own = " ".join([token.text for token in directive.tokens[:2]])
    return f"{directive.heading} > {own}" if directive.heading else own


def report_format(directives: Sequence[Directive], findings: Findings) -> None:
    """Report a file that does not say first in which format it is written.

    A later version of the language may mean something else by the same words, so it is never guessed.
    """
    if any(f"mean {_FORMAT}" in (problem.hint or "") for problem in findings.problems):
        return
    if not directives and findings.problems:
        return
    if not directives:
        place = Place(findings.source.file, 1, 1, 1)
        findings.add_at(place, "This file does not say its format.", f"Begin it with {_FORMAT} 1.")
        return
    first, *others = directives
    _report_number(first, findings)
    for directive in others:
        if directive.keyword == _FORMAT and first.keyword == _FORMAT:
            message = f"The format is said already in line {first.line}."
            findings.add(directive.tokens[0], message, "Remove this line.", directive.heading)


def _report_number(first: Directive, findings: Findings) -> None:
    if first.keyword != _FORMAT:
        hint = f"Write {_FORMAT} 1 above this line."
        findings.add(first.tokens[0], "The file does not begin with its format.", hint, first.heading)
    elif [token.text for token in first.head] != ["1"]:
        token = first.head[0] if first.head else first.tokens[0]
        findings.add(token, "The only format there is so far is 1.", f"Write {_FORMAT} 1.", first.heading)


def report_long(text: str, number: int, findings: Findings, heading: str) -> None:
    """Report a line that nobody wrote by hand; it is not read."""
    message = f"This line has {len(text):,} characters; the longest that is read has {LONGEST:,}."
    findings.add_at(Place(findings.source.file, number, LONGEST + 1, 1), message, heading=heading)


def report_unsaid(row: Row, findings: Findings, heading: str) -> None:
    """Report a line that cites a source and says nothing; a blank line or a comment is fine."""
    if row.citations:
        hint = "Write it at the end of the line that it supports."
        findings.add(row.citations[0], "This citation supports nothing.", hint, heading)


def report_marks(row: Row, findings: Findings, heading: str) -> None:
    """Report what is not closed, and characters that no editor shows; the line is read all the same."""
    for token in row.tokens:
        if not is_closed(token):
            kind, mark = ("string", '"') if token.kind == "string" else ("citation", "]")
            findings.add(token, f"This {kind} is not closed.", f"Write {mark} where it ends.", heading)
    if row.text.isprintable():
        return
    for match in _CONTROL.finditer(row.text.rstrip("\r")):
        place = Place(findings.source.file, row.line, match.start() + 1, 1)
        message = f"There is an invisible character here, U+{ord(match[0]):04X}."
        findings.add_at(place, message, "Remove it.", heading)


def report_unknown_directive(row: Row, above: Directive | None, findings: Findings, heading: str) -> None:
    """Report a line in the first column that begins with neither a directive nor a date."""
    word = row.said[0].text
    hint = ""
    if above and key_and_length(above.keyword, row.said)[0]:
        hint = f"If it belongs to the {above.keyword} above, put two spaces before it."
    elif word == "record":
        hint = "A record begins with its date."
    elif findings.hinted:
        hint = did_you_mean(word, _WRITTEN) or "A line begins with a directive, a date, or two spaces."
    findings.add(row.said[0], f"There is no directive called {word}.", hint, heading)


def report_homeless(row: Row, findings: Findings, heading: str) -> None:
    """Report an indented line with nothing above it that it could belong to."""
    hint = "Write the directive that it belongs to above it."
    if row.said[0].text in _WRITTEN:
        hint = "Remove the white space before it; a directive begins in the first column."
    findings.add(row.said[0], "This line stands under no directive.", hint, heading)


def report_deeper(row: Row, directive: Directive, findings: Findings) -> None:
    """Report a line that stands deeper than those before it."""
    hint = "Nothing goes deeper: a line says one thing, and all lines of a directive stand in one column."
    heading = path_from_directive(directive)
    findings.add(row.said[0], "This line stands deeper than the lines above it.", hint, heading)


def report_unknown_key(row: Row, directive: Directive, findings: Findings) -> None:
    """Report an indented line that begins with none of the words its directive knows."""
    word, keyword = row.said[0], directive.keyword
    message = f"There is no line called {word.text} under {keyword}."
    if not KEYS[keyword]:
        message = f"Nothing stands under {keyword}."
        hint = "Put it on the line above, or under another directive."
    elif word.text in _WRITTEN:
        hint = f"To begin a {word.text}, remove the white space before it."
    else:
        hint = (nearest_key(keyword, row.said) or all_keys(keyword)) if findings.hinted else ""
    findings.add(word, message, hint, path_from_directive(directive))
