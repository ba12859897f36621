"""An article as one HTML file: no script, no request to anywhere, every text escaped."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from inforce.answers.article.references import reference_of
from inforce.answers.article.style import STYLE
from inforce.answers.article.value import Article, Block, Note, Picture, Row, Run, Section, Statement, Table

_WEB = ("https://", "http://")
_FIRST_HEADING = 2
_PLACES = "abcdefghijklmnopqrstuvwxyz"


def html_from_article(article: Article) -> str:
    """Return an article as a whole HTML file."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(article.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        f"{body_from_article(article)}\n</body>\n</html>\n"
    )


def body_from_article(article: Article) -> str:
    """Return an article as the one element that holds it."""
    return "\n".join(Page(article).lines())


class Page:
    """An article on its way to HTML; it counts how often each note has been cited, for the links back."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.numbers = {note.citation: note.number for note in article.notes}
        self.cited: Counter[int] = Counter()

    def lines(self) -> Iterator[str]:
        """Yield the article, line by line."""
        article = self.article
        yield "<main>\n<article>"
        yield f"<h1>{escape(article.title)}</h1>"
        yield f'<p class="basis">{self._said(article.basis)}</p>'
        yield from self._box(article.box, article.picture)
        yield from (f"<p>{self._all(block.statements)}</p>" for block in article.lead)
        yield from _contents(article)
        for section in article.sections:
            yield from self._section(section, _FIRST_HEADING)
        yield from self._notes()
        yield "</article>\n</main>"

    def _box(self, rows: Iterable[Row], picture: Picture | None) -> Iterator[str]:
        yield '<aside class="box" aria-label="In short">'
        if picture is not None:
            yield self._figure(picture)
        yield f"<table>\n<caption>{escape(self.article.title)}</caption>\n<tbody>"
        for row in rows:
            told = "".join(f"<p>{self._said(each)}</p>" for each in row.statements)
            yield f'<tr><th scope="row">{escape(row.head)}</th><td>{told}</td></tr>'
        yield "</tbody>\n</table>\n</aside>"

    def _figure(self, picture: Picture) -> str:
        """Show a picture where its bytes are at hand; else there is only its caption: nothing is fetched."""
        shown = (
            f'<img src="{escape(picture.data)}" alt="{escape(picture.caption.text)}">' if picture.data else ""
        )
        return f"<figure>{shown}<figcaption>{self._said(picture.caption)}</figcaption></figure>"

    def _section(self, section: Section, level: int) -> Iterator[str]:
        name = escape(section.id)
        yield f'<section aria-labelledby="{name}">'
        yield f'<h{level} id="{name}">{escape(section.title)}</h{level}>'
        for table in section.tables:
            yield from self._table(table)
        if section.listed and section.blocks:
            yield from self._list(section.blocks)
        else:
            yield from (f"<p>{self._all(block.statements)}</p>" for block in section.blocks)
        for part in section.parts:
            yield from self._section(part, level + 1)
        yield "</section>"

    def _list(self, blocks: Iterable[Block]) -> Iterator[str]:
        yield "<ul>"
        for block in blocks:
            label = f'<span class="label">{escape(block.label)}</span> ' if block.label else ""
            yield f"<li>{label}{self._all(block.statements)}"
            if block.under:
                yield from self._list(block.under)
            yield "</li>"
        yield "</ul>"

    def _table(self, table: Table) -> Iterator[str]:
        heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
        yield f'<div class="wide"><table>\n<caption>{escape(table.caption)}</caption>'
        yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
        for first, *rest in table.rows:
            cells = "".join(f"<td>{self._said(cell)}</td>" for cell in rest)
            yield f'<tr><th scope="row">{self._said(first)}</th>{cells}</tr>'
        yield "</tbody>\n</table></div>"

    def _all(self, statements: Iterable[Statement]) -> str:
        return " ".join(map(self._said, statements))

    def _said(self, statement: Statement) -> str:
        """Return a statement with the marks of its notes."""
        marks = (self._mark(self.numbers[each]) for each in statement.citations if each in self.numbers)
        return "".join((*map(_run, statement.runs), *marks))

    def _mark(self, number: int) -> str:
        self.cited[number] += 1
        here = f"cite-{number}-{self.cited[number]}"
        link = f'<a id="{here}" href="#note-{number}" role="doc-noteref" aria-label="Note {number}">'
        return f"<sup>{link}[{number}]</a></sup>"

    def _notes(self) -> Iterator[str]:
        if not self.article.notes:
            return
        yield '<section role="doc-endnotes" aria-labelledby="references">'
        yield f'<h{_FIRST_HEADING} id="references">References</h{_FIRST_HEADING}>\n<ol class="notes">'
        for note in self.article.notes:
            runs = "".join(map(_run, reference_of(note)))
            yield f'<li id="note-{note.number}">{self._back(note)} {runs}</li>'
        yield "</ol>\n</section>"

    def _back(self, note: Note) -> str:
        """Return the links from a note to every place at which it is cited."""
        times = self.cited[note.number]
        links = (
            f'<a href="#cite-{note.number}-{turn}" role="doc-backlink" '
            f'aria-label="Back to place {turn} of note {note.number}">{_place(turn, times)}</a>'
            for turn in range(1, times + 1)
        )
        return " ".join(links)


def _place(turn: int, times: int) -> str:
    if times == 1:
        return "↑"
    return _PLACES[turn - 1] if turn <= len(_PLACES) else str(turn)


def _contents(article: Article) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ol>'
    for section in article.sections:
        yield f'<li><a href="#{escape(section.id)}">{escape(section.title)}</a></li>'
    if article.notes:
        yield '<li><a href="#references">References</a></li>'
    yield "</ol></nav>"


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.language:
        text = f'<span lang="{escape(run.language)}">{text}</span>'
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.section:
        return f'<a href="#{escape(run.section)}">{text}</a>'
    if run.url.startswith(_WEB):
        return f'<a href="{escape(run.url)}" rel="noreferrer">{text}</a>'
    return text
