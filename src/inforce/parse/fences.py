"""Find which lines of a file are treaty text, and the headings they stand under."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from inforce.source import Place, Problem, SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token as Block

_INFO = "treaty"
_SHOWN = 1_000  # characters of a line that decide what it is in Markdown: half from each end
_CLOSING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t\r]*")


class Fence(Struct, frozen=True):
    """Lines from `first` through `last`, counted from 1, that are treaty text, under a path of headings."""

    first: int
    last: int
    heading: str = ""


def fences_from_source(source: SourceText) -> tuple[tuple[Fence, ...], tuple[Problem, ...]]:
    r"""Find the fences of a Markdown file; any other file is one fence.

    A fence inside a list or a quotation, and one that is indented, is a problem and not read: its lines
    do not begin where they seem to.

    >>> from inforce.source import source_from_text
    >>> text = "# Mongolia\n\n## Notes\n```treaty\nasset x\n```\n"
    >>> fences_from_source(source_from_text("a.treaty.md", text))[0]
    (Fence(first=5, last=5, heading='Mongolia > Notes'),)
    """
    if not source.file.lower().endswith(".md"):
        return (Fence(1, len(source.lines)),), ()
    fences: list[Fence] = []
    problems: list[Problem] = []
    for block, heading in _treaty_blocks(source):
        first, end = block.map or (0, 0)
        found = _mistake(source, block, heading)
        if found:
            problems.append(found)
        if not block.level and source.line(first + 1)[:1] == block.markup[:1]:
            fences.append(Fence(first + 2, end - _is_closed(source, block), heading))
    return tuple(fences), tuple(problems)


def _treaty_blocks(source: SourceText) -> Iterator[tuple["Block", str]]:
    """Yield each block marked `treaty` with the path of headings above it."""
    path: dict[str, str] = {}
    blocks = _markdown().parse("\n".join(map(_shown, source.lines)))
    for place, block in enumerate(blocks):
        if block.type == "heading_open" and not block.level:
            path = {tag: text for tag, text in path.items() if tag < block.tag}
            path[block.tag] = " ".join(blocks[place + 1].content.split())
        elif block.type == "fence" and block.info.split()[:1] == [_INFO]:
            yield block, " > ".join(filter(None, path.values()))


@cache
def _markdown() -> "MarkdownIt":
    """Read Markdown into blocks alone; what stands inside a line is of no use here."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark")
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown


def _shown(line: str) -> str:
    """Give the Markdown reader a line of bearable length, without a carriage return that would split it."""
    if len(line) > _SHOWN:
        line = line.rstrip()
        line = line[: _SHOWN // 2] + line[-_SHOWN // 2 :] if len(line) > _SHOWN else line
    return line.replace("\r", " ")


def _is_closed(source: SourceText, block: "Block") -> bool:
    """Tell whether the last line of a fence is its closing mark; only the file's end can stand for one."""
    first, end = block.map or (0, 0)
    closing = _CLOSING.fullmatch(_shown(source.line(end)))
    return bool(end - first > 1 and closing and closing[1].startswith(block.markup))


def _mistake(source: SourceText, block: "Block", heading: str) -> Problem | None:
    first, _ = block.map or (0, 0)
    place = Place(source.file, first + 1, 1, len(source.line(first + 1)))
    if block.level:
        hint = "Move it out of the list or the quotation."
        return source.problem(place, "A treaty fence stands by itself.", hint, heading)
    if source.line(first + 1)[:1] != block.markup[:1]:
        hint = "Remove the white space before it."
        return source.problem(place, "A treaty fence begins in the first column.", hint, heading)
    if not _is_closed(source, block):
        return source.problem(place, "This fence is not closed.", f"Write {block.markup} below it.", heading)
    return None
