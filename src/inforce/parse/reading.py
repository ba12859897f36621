"""Read the lines of fences one after the other, each into the directive that it belongs to."""

import re

from msgspec import Struct

from inforce.parse.directives import KEYLESS, KEYS
from inforce.parse.fences import Fence
from inforce.parse.findings import Findings
from inforce.parse.keys import key_and_length
from inforce.parse.mistakes import (
    path_from_directive,
    report_deeper,
    report_homeless,
    report_long,
    report_marks,
    report_unknown_directive,
    report_unknown_key,
    report_unsaid,
)
from inforce.parse.row import Row, indentation, row_from_line
from inforce.parse.syntax import Detail, Directive, Plain, Token
from inforce.parse.tokens import LONGEST
from inforce.source import SourceText

_DATE = re.compile(r"\[|(?:\.\.)?/?-?Y?-?[0-9]")


def keyword_from_token(token: Token) -> str:
    """Tell which directive a line in the first column begins; a date begins a record, nothing else does.

    >>> from inforce.parse.tokens import tokens_from_line
    >>> lines = ("clause 3", "../1949 at-war", "recrod")
    >>> [keyword_from_token(tokens_from_line(line, 1)[0]) for line in lines]
    ['clause', 'record', '']
    """
    if token.kind != "word":
        return ""
    if token.text in KEYS and token.text != "record":
        return token.text
    return "record" if _DATE.match(token.text) else ""


class Reading(Struct):
    """What has been read so far; `opened` is the directive that the next indented line belongs to."""

    source: SourceText
    findings: Findings
    directives: list[Directive]
    plain: list[Plain]
    details: list[Detail]
    opened: Directive | None = None
    quiet: bool = False
    heading: str = ""

    def keep(self, first: int, last: int) -> None:
        """Keep lines that are prose."""
        self.plain += [Plain(number, self.source.line(number)) for number in range(first, last + 1)]

    def read(self, fence: Fence) -> None:
        """Read the lines of a fence; a directive ends with it."""
        self.heading, self.quiet = fence.heading, False
        for number in range(fence.first, fence.last + 1):
            text = self.source.line(number)
            if not self._understood(text, number):
                self.plain.append(Plain(number, text))
        self._close()

    def _understood(self, text: str, number: int) -> bool:
        """Read one line; False if it says nothing, or nothing that can be read."""
        if len(text) > LONGEST:
            report_long(text, number, self.findings, self.heading)
            return self._refuse(text)
        row = row_from_line(text, number)
        if not row.said:
            report_unsaid(row, self.findings, self.heading)
            return False
        return self._detailed(row) if text[0].isspace() else self._begun(row)

    def _refuse(self, text: str) -> bool:
        """Go on quietly below a directive that is not understood."""
        if not text[0].isspace():
            self._close()
            self.quiet = True
        return False

    def _begun(self, row: Row) -> bool:
        keyword = keyword_from_token(row.said[0])
        if not keyword:
            report_unknown_directive(row, self.opened, self.findings, self.heading)
            return self._refuse(row.text)
        self._close()
        head = row.said if keyword == "record" else row.said[1:]
        self.opened = Directive(
            keyword, head, row.citations, row.tokens, (), row.line, self.heading, row.after
        )
        self.quiet = False
        report_marks(row, self.findings, self.heading)
        return True

    def _detailed(self, row: Row) -> bool:
        """Read an indented line; one that stands deeper is told once and read if it has a key."""
        if self.opened is None:
            if not self.quiet:
                report_homeless(row, self.findings, self.heading)
            self.quiet = True
            return False
        if self._is_deeper(row):
            if not self.quiet:
                report_deeper(row, self.opened, self.findings)
            self.quiet = True
            return bool(key_and_length(self.opened.keyword, row.said)[0]) and self._keyed(row, self.opened)
        return self._keyed(row, self.opened)

    def _is_deeper(self, row: Row) -> bool:
        """Compare a line with the first one under its directive, which sets the measure."""
        if not self.details:
            return False
        return indentation(row.text) > indentation(self.source.line(self.details[0].line))

    def _keyed(self, row: Row, opened: Directive) -> bool:
        key, length = key_and_length(opened.keyword, row.said)
        if not key and opened.keyword not in KEYLESS:
            report_unknown_key(row, opened, self.findings)
            return False
        self.details.append(Detail(key, row.said[length:], row.citations, row.tokens, row.line, row.after))
        report_marks(row, self.findings, path_from_directive(opened))
        return True

    def _close(self) -> None:
        """Put the directive that is read to its end among the others."""
        if self.opened is not None:
            opened = self.opened
            self.directives.append(
                Directive(
                    opened.keyword, opened.head, opened.citations, opened.tokens, tuple(self.details),
                    opened.line, opened.heading, opened.after,
                )
            )  # fmt: skip
        self.opened = None
        self.details = []
