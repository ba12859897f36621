"""A book from a text that is no file: a template that a corpus carries with it."""

from __future__ import annotations

from inforce.load.book import loaded_from_files
from inforce.load.files import Files, Placed, first_word
from inforce.load.loaded import Loaded
from inforce.parse import syntax_from_text
from inforce.source import source_from_text


def book_from_text(name: str, text: str) -> Loaded:
    """Load a text under a name that problems give as its file. It includes nothing, and nothing lies beside it.

    >>> book_from_text("empty", "treaty-format 1").book.treaties
    {}
    """
    document, problems = syntax_from_text(source_from_text(name, text))
    files = Files([document], [], list(problems), [])
    treaty = ""
    for directive in document.directives:
        if directive.keyword == "treaty":
            treaty = first_word(directive) or treaty
        files.placed.append(Placed(directive, document, treaty))
    return loaded_from_files(files)[0]
