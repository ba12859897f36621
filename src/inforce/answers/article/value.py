"""What an article says, before it is told in any format: statements with their grounds, in sections."""

from __future__ import annotations

from msgspec import Struct

from inforce.model import RECORD, Citation, Source


class Run(Struct, frozen=True):
    """A stretch of text: in a language (BCP 47), leading to an address or to a section, or standing out."""

    text: str
    language: str = ""
    url: str = ""
    section: str = ""
    strong: bool = False


class Statement(Struct, frozen=True):
    """Say one thing that the record carries, with what it rests on.

    ``grounds`` name what carries it: ``claim ID``, ``clause ID``, ``treaty ID``, ``instrument ID``, ``actor CODE``,
    ``reading CLAUSE VOICE``, or ``answer VIEW`` where it is computed. ``voice`` is whose statement it is.
    """

    runs: tuple[Run, ...]
    grounds: tuple[str, ...]
    citations: tuple[Citation, ...] = ()
    voice: str = RECORD

    @property
    def text(self) -> str:
        """The words without their footnotes."""
        return "".join(run.text for run in self.runs)


class Block(Struct, frozen=True):
    """A paragraph, or an item of a list: what stands before it, its statements, what stands under it."""

    statements: tuple[Statement, ...]
    label: str = ""
    under: tuple[Block, ...] = ()


class Table(Struct, frozen=True):
    """Rows of statements under heads; the first cell of a row says what the row is about."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Statement, ...], ...]


class Section(Struct, frozen=True):
    """A part of an article: paragraphs or a list, tables, and sections under it."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    parts: tuple[Section, ...] = ()
    listed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.blocks or self.tables or self.parts)


class Row(Struct, frozen=True):
    """One row of the box of facts: its head, and one or several statements."""

    head: str
    statements: tuple[Statement, ...]


class Picture(Struct, frozen=True):
    """The picture of an article: its file, its caption, and its bytes as a data address where it was found."""

    file: str
    caption: Statement
    data: str = ""


class Note(Struct, frozen=True):
    """A footnote: its number, the place that is cited, and the full source."""

    number: int
    citation: Citation
    source: Source


class Article(Struct, frozen=True):
    """An article about one treaty, made of its record alone.

    ``basis`` says from which record, view and day of knowledge it was made.
    """

    treaty: str
    title: str
    basis: Statement
    box: tuple[Row, ...]
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    picture: Picture | None = None

    def markdown(self) -> str:
        """Return the article as Markdown, with its footnotes."""
        from inforce.answers.article.markdown import markdown_from_article

        return markdown_from_article(self)

    def html(self) -> str:
        """Return the article as one HTML file that needs no other."""
        from inforce.answers.article.html import html_from_article

        return html_from_article(self)

    def _repr_html_(self) -> str:
        """Show the article in a notebook."""
        from inforce.answers.article.html import body_from_article

        return body_from_article(self)
