"""Footnotes: which places are cited, in the order of the article, and how a source is described in full."""

from collections.abc import Iterable, Iterator

from inforce.answers.article.dates import words_from_uncertain
from inforce.answers.article.grammar import ended
from inforce.answers.article.value import Block, Note, Row, Run, Section, Statement
from inforce.model import Source
from inforce.temporal import DateError, act_day_from_edtf


def notes_from_statements(statements: Iterable[Statement], sources: dict[str, Source]) -> tuple[Note, ...]:
    """Number the places that statements cite, each once, in their order."""
    cited = dict.fromkeys(citation for each in statements for citation in each.citations)
    return tuple(
        Note(number, citation, sources.get(citation.key, Source(citation.key, "", citation.key)))
        for number, citation in enumerate(cited, start=1)
    )


def statements_in(
    box: Iterable[Row], lead: Iterable[Block], sections: Iterable[Section]
) -> Iterator[Statement]:
    """Yield every statement in the order in which it is read."""
    for row in box:
        yield from row.statements
    for block in lead:
        yield from in_block(block)
    for section in sections:
        yield from in_section(section)


def in_section(section: Section) -> Iterator[Statement]:
    """Yield the statements of a section and of its parts."""
    for block in section.blocks:
        yield from in_block(block)
    for table in section.tables:
        for row in table.rows:
            yield from row
    for part in section.parts:
        yield from in_section(part)


def in_block(block: Block) -> Iterator[Statement]:
    """Yield the statements of a block and of what stands under it."""
    yield from block.statements
    for under in block.under:
        yield from in_block(under)


def reference_of(note: Note) -> tuple[Run, ...]:
    """Describe the place that a note cites: author, title, container, publisher, date, place, address."""
    source = note.source
    title = Run(source.title or source.key, language=source.language)
    head = [Run(f"{ended(source.author)} ")] if source.author else []
    parts = [*_within(source), *_when(source), *_place(note)]
    rest = "".join(f", {part}" for part in parts)
    link = [Run(" "), Run(source.url, url=source.url)] if source.url else []
    return (*head, Run("“"), title, Run("”"), Run(f"{rest}."), *link)


def _within(source: Source) -> Iterator[str]:
    if source.container:
        yield f"in {source.container}"
    if source.editor:
        yield f"edited by {source.editor}"
    if source.volume:
        yield f"volume {source.volume}"
    if source.publisher and source.publisher != source.container:
        yield source.publisher


def _when(source: Source) -> Iterator[str]:
    if source.issued:
        try:
            yield words_from_uncertain(act_day_from_edtf(source.issued))
        except DateError:
            yield source.issued


def _place(note: Note) -> Iterator[str]:
    if note.citation.locator:
        yield note.citation.locator
    elif note.source.page:
        yield f"p{'' if note.source.page.isdigit() else 'p'}. {note.source.page}"
