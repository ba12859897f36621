"""Lay a file out: move white space, prove that nothing else was moved, and touch no mistake."""

from collections.abc import Iterable, Iterator, Sequence

from inforce.parse.columns import laid_comment, laid_detail, laid_directive
from inforce.parse.document import syntax_from_text
from inforce.parse.fences import Fence, fences_from_source
from inforce.parse.syntax import Directive, Document, Token
from inforce.parse.tokens import LONGEST
from inforce.source import source_from_text

_EDGES = ("```", "~~~")


class LayoutError(Exception):
    """Laying a file out would have changed what it says; the text is left as it was."""


def format_text(text: str, file: str) -> str:
    r"""Lay a treaty file out: keys and values in columns, citations at the right, single blank lines.

    Prose and lines with a mistake stay as they are. The result is read again, and it must say the same in
    the same words; to lay it out once more changes nothing.

    Raises:
        LayoutError: if a word would have changed, which would be a mistake of this program.

    >>> print(format_text("treaty-format 1\n\n\ntreaty x\n parties CHN,SUN ; both\n", "x.treaty"))
    treaty-format 1
    <BLANKLINE>
    treaty x
      parties      CHN, SUN                                                ; both
    <BLANKLINE>
    """
    source = source_from_text(file, text)
    document, _ = syntax_from_text(source)
    fences, _ = fences_from_source(source)
    lines = list(_lines(document, fences))
    end = "\r\n" if source.crlf else "\n"
    ended = document.ended or not _is_markdown(file)
    laid = end.join(lines) + (end if ended and lines else "")
    _prove(document, syntax_from_text(source_from_text(file, laid))[0])
    return laid


def _is_markdown(file: str) -> bool:
    return file.lower().endswith(".md")


def _lines(document: Document, fences: Iterable[Fence]) -> Iterator[str]:
    """Yield the lines of the file, those of the fences laid out."""
    laid = dict(_laid(document, fences))
    following = 0
    for fence in fences:
        yield from document.lines[following : fence.first - 1]
        numbers = range(fence.first, fence.last + 1)
        yield from _without_gaps([laid.get(number, document.lines[number - 1]) for number in numbers])
        following = fence.last
    yield from document.lines[following:]


def _without_gaps(lines: Sequence[str]) -> Iterator[str]:
    """Leave out blank lines at both ends and all but one in a row."""
    blank = begun = False
    for line in lines:
        if not line.strip():
            blank = begun
            continue
        if blank:
            yield ""
        yield line
        blank, begun = False, True


def _laid(document: Document, fences: Iterable[Fence]) -> Iterator[tuple[int, str]]:
    """Yield each line that is laid out anew, with its old number."""
    owners = _owners(document, fences)
    left = {owners[each.line] for each in document.plain if each.line in owners and _is_mistake(each.text)}
    for directive in document.directives:
        if directive.line not in left and not _looks_like_edge(directive):
            rows = [(each.line, laid_detail(each, directive.keyword)) for each in directive.details]
            rows.append((directive.line, laid_directive(directive)))
            yield from [(number, line) for number, line in rows if len(line) <= LONGEST]
    for each in document.plain:
        if each.line in owners and owners[each.line] not in left and each.text.strip():
            yield each.line, laid_comment(each.text)


def _owners(document: Document, fences: Iterable[Fence]) -> dict[int, int]:
    """Find for each line of the fences the line of the directive that it is or is indented under, or 0."""
    begun = {directive.line for directive in document.directives}
    owners: dict[int, int] = {}
    for fence in fences:
        owner = 0
        for number in range(fence.first, fence.last + 1):
            text = document.lines[number - 1]
            owner = number if number in begun else owner
            owners[number] = owner if number in begun or text[:1].isspace() else 0
    return owners


def _is_mistake(text: str) -> bool:
    """Tell a plain line that is not understood from a blank one and a comment."""
    begun = text.lstrip()
    return bool(begun) and begun[0] != ";"


def _looks_like_edge(directive: Directive) -> bool:
    """Tell whether a line, less indented, would end the fence that it stands in."""
    return any(detail.tokens[0].text.startswith(_EDGES) for detail in directive.details)


def _prove(before: Document, after: Document) -> None:
    if list(_meaning(before)) != list(_meaning(after)):
        raise LayoutError(f"{before.file} would say something else in a new layout; it is left as it was.")


def _meaning(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield everything that a document says, without its white space."""
    for directive in document.directives:
        yield directive.keyword, directive.heading, *_words(directive.tokens)
        for detail in directive.details:
            yield detail.key, *_words(detail.tokens)
    for plain in document.plain:
        if plain.text.strip():
            yield ("", *plain.text.split())


def _words(tokens: tuple[Token, ...]) -> list[str]:
    return [word for token in tokens for word in (token.kind, token.text)]
