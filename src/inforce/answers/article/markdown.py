"""An article as Markdown, with footnotes as GitHub and Pandoc read them."""

import re
from collections.abc import Iterable, Iterator

from inforce.answers.article.references import reference_of
from inforce.answers.article.value import Article, Block, Row, Run, Section, Statement, Table
from inforce.model import Citation

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$])")
_OPENS = re.compile(r"^(\s*)(\d+)([.)])(?=\s)")
_BULLET = re.compile(r"^(\s*)([-+])(?=\s)")


def markdown_from_article(article: Article) -> str:
    """Return an article as Markdown: the box as a table, sections, footnotes at the end."""
    numbers = {note.citation: note.number for note in article.notes}
    lines = [
        f"# {escaped(article.title)}",
        "",
        f"*{_text(article.basis, numbers)}*",
        "",
        *_picture(article, numbers),
        *_box(article.box, numbers),
        *(line for block in article.lead for line in (_statements(block.statements, numbers), "")),
        *(line for section in article.sections for line in _section(section, 2, numbers)),
        *_notes(article),
    ]
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    r"""Return a text of which nothing is markup, on one line.

    >>> print(escaped("<b> 5*3 | [x]"))
    \<b\> 5\*3 \| \[x\]
    """
    plain = _SPECIAL.sub(r"\\\1", " ".join(text.split()) if text.strip() else "")
    return _BULLET.sub(r"\1\\\2", _OPENS.sub(r"\1\2\\\3", plain))


Numbers = dict[Citation, int]


def _picture(article: Article, numbers: Numbers) -> Iterator[str]:
    if article.picture is not None:
        caption = article.picture.caption
        yield f"![{escaped(caption.text)}]({_address(article.picture.file)})"
        yield ""
        yield f"*{_text(caption, numbers)}*"
        yield ""


def _box(rows: Iterable[Row], numbers: Numbers) -> Iterator[str]:
    yield from ("| | |", "|---|---|")
    for row in rows:
        told = "; ".join(_text(each, numbers) for each in row.statements)
        yield f"| **{escaped(row.head)}** | {told} |"
    yield ""


def _section(section: Section, depth: int, numbers: Numbers) -> Iterator[str]:
    yield from (f"{'#' * depth} {escaped(section.title)}", "")
    for table in section.tables:
        yield from _table(table, numbers)
    for block in section.blocks:
        if section.listed:
            yield from _item(block, 0, numbers)
        else:
            yield from (_statements(block.statements, numbers), "")
    if section.blocks and section.listed:
        yield ""
    for part in section.parts:
        yield from _section(part, depth + 1, numbers)


def _item(block: Block, depth: int, numbers: Numbers) -> Iterator[str]:
    label = f"**{escaped(block.label)}**" if block.label else ""
    told = " ".join(filter(None, (label, _statements(block.statements, numbers))))
    yield f"{'  ' * depth}- {told}"
    for under in block.under:
        yield from _item(under, depth + 1, numbers)


def _table(table: Table, numbers: Numbers) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.heads))} |"
    yield f"|{'---|' * len(table.heads)}"
    for row in table.rows:
        yield f"| {' | '.join(_text(cell, numbers) for cell in row)} |"
    yield ""


def _statements(statements: Iterable[Statement], numbers: Numbers) -> str:
    return " ".join(_text(each, numbers) for each in statements)


def _text(statement: Statement, numbers: Numbers) -> str:
    marks = "".join(f"[^{numbers[citation]}]" for citation in statement.citations if citation in numbers)
    return "".join(map(_run, statement.runs)) + marks


def _run(run: Run) -> str:
    lead = run.text[: len(run.text) - len(run.text.lstrip())]
    tail = run.text[len(run.text.rstrip()) :] if run.text.strip() else ""
    text = f"{' ' * bool(lead)}{escaped(run.text)}{' ' * bool(tail)}"
    if run.url:
        return f"<{_address(run.url)}>" if run.url == run.text else f"[{text}](<{_address(run.url)}>)"
    return f"**{text}**" if run.strong else text


def _address(url: str) -> str:
    """Return an address that no character of can end early."""
    return "".join(f"%{ord(char):02X}" if char in ' <>()\\|"`' else char for char in url)


def _notes(article: Article) -> Iterator[str]:
    if article.notes:
        yield from ("## References", "")
    for note in article.notes:
        yield f"[^{note.number}]: {''.join(map(_run, reference_of(note)))}"
