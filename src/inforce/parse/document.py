"""Read a file's text into directives; whatever is wrong with a line, the next one is read."""

from inforce.parse.fences import fences_from_source
from inforce.parse.findings import Findings
from inforce.parse.mistakes import report_format
from inforce.parse.reading import Reading
from inforce.parse.syntax import Document
from inforce.source import Problem, SourceText


def syntax_from_text(source: SourceText, *, whole: bool = True) -> tuple[Document, tuple[Problem, ...]]:
    r"""Read a file into its directives, with every problem at once.

    A mistake never raises and never hides the lines below it: what cannot be read is kept as it stands, so
    that `text_from_syntax` gives every text back.

    >>> from inforce.source import source_from_text
    >>> text = "treaty-format 1\ntreety x\ntreaty y\n  parties CHN, SUN"
    >>> document, problems = syntax_from_text(source_from_text("a.treaty", text))
    >>> [directive.keyword for directive in document.directives]
    ['treaty-format', 'treaty']
    >>> problems[0].message, problems[0].hint
    ('There is no directive called treety.', 'Did you mean treaty?')
    """
    fences, problems = fences_from_source(source)
    reading = Reading(source, Findings(source, list(problems)), [], [], [])
    following = 1
    for fence in fences:
        reading.keep(following, fence.first - 1)
        reading.read(fence)
        following = fence.last + 1
    reading.keep(following, len(source.lines))
    if fences and whole:
        report_format(reading.directives, reading.findings)
    ended = source.text.endswith("\n")
    directives, plain = tuple(reading.directives), tuple(reading.plain)
    document = Document(source.file, directives, source.lines, plain, ended, source.crlf)
    return document, tuple(sorted(reading.findings.problems))
