"""Print syntax as text: the way back, character for character."""

from collections.abc import Iterator

from inforce.parse.syntax import Document
from inforce.parse.tokens import text_from_tokens


def text_from_syntax(document: Document) -> str:
    r"""Print a document as the person wrote it, to the last blank and line end.

    Because print after parse is the identity for every text, also a broken one, a tool may change one
    directive and give everything else back untouched.

    >>> from inforce.parse.document import syntax_from_text
    >>> from inforce.source import source_from_text
    >>> text = "treaty-format 1\n\ntreaty  x ; draft \n\tparties CHN,SUN"
    >>> text_from_syntax(syntax_from_text(source_from_text("x.treaty", text))[0]) == text
    True
    """
    end = "\r\n" if document.crlf else "\n"
    text = end.join([row for _, row in sorted(_rows(document))])
    return text + end if document.ended else text


def _rows(document: Document) -> Iterator[tuple[int, str]]:
    """Yield every line with its number, the treaty's lines from their tokens."""
    for plain in document.plain:
        yield plain.line, plain.text
    for directive in document.directives:
        yield directive.line, text_from_tokens(directive.tokens) + directive.after
        for detail in directive.details:
            yield detail.line, text_from_tokens(detail.tokens) + detail.after
