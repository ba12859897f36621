"""Write an article about a treaty from its record alone: deciding what to say; telling comes after."""

from inforce.answers.article.box import box
from inforce.answers.article.dates import words_from_day
from inforce.answers.article.desk import Desk, quoted, stated
from inforce.answers.article.disputes import disputes
from inforce.answers.article.happened import happened
from inforce.answers.article.lasting import lasting
from inforce.answers.article.lead import lead
from inforce.answers.article.promises import promises
from inforce.answers.article.readings import readings
from inforce.answers.article.references import notes_from_statements, statements_in
from inforce.answers.article.related import external_links, see_also
from inforce.answers.article.standing import standings
from inforce.answers.article.value import Article, Picture, Statement
from inforce.model import Book
from inforce.temporal import Day


def article(book: Book, treaty_id: str, view_id: str = "", known: Day | None = None) -> Article:
    """Write the article about a treaty; with a view named, what is computed is told in that view alone.

    Nothing is said that the record does not carry: each statement names the claim, the clause, the line or the
    computed answer that it rests on.

    Raises:
        UnknownNameError: if the book has no such treaty or view.
    """
    desk = Desk(book, treaty_id, view_id, known)
    found = standings(desk)
    rows, first = box(desk, found), lead(desk, found)
    picture = _picture(desk)
    sections = (
        promises(desk),
        happened(desk),
        readings(desk),
        disputes(desk, found),
        lasting(desk),
        see_also(desk),
        external_links(desk),
    )
    kept = tuple(section for section in sections if not section.is_empty)
    captions = (picture.caption,) if picture else ()
    read = (*captions, *statements_in(rows, first, kept))
    notes = notes_from_statements(read, book.sources)
    return Article(
        desk.treaty.id, desk.treaty.title, _basis(desk), rows, first, kept, notes, picture
    )  # fmt: skip


def _basis(desk: Desk) -> Statement:
    """Say from what the article is made."""
    known = f", as known on {words_from_day(desk.known)}" if desk.known is not None else ""
    view = f"in the view {quoted(desk.asked)}"
    text = f"Made from the record of {desk.treaty.id} alone, {view}{known}."
    return stated(text, on=f"treaty {desk.treaty.id}")


def _picture(desk: Desk) -> Picture | None:
    """Return the picture that the record names, with its caption."""
    for line in desk.treaty.said:
        if line.key == "image":
            file, _, caption = line.text.partition(" ")
            told = caption.strip().strip('"') or file
            return Picture(file.strip('"'), stated(told, on=f"treaty {desk.treaty.id}", cites=line.citations))
    return None
