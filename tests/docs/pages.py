"""The pages of the documentation, block by block, and what the program says to each of them.

What the fences of a page say to a test:

* ``treaty``: a treaty file, or more lines of the one above it if it does not begin with ``treaty-format``. A word
  behind ``treaty`` is the name of the file, else it has the name of the page.
* ``mistake``: lines that are thought of as added to the treaty above; with ``alone``, a file of its own.
* ``problem``: what a person is told about the mistake above it.
* ``csv``, ``json`` and ``file``, with the name of a file: what else stands in the folder.
* ``console``: commands behind ``$`` and what they print, run in one folder for the whole page.
"""

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner
from msgspec import Struct

from inforce.cli.verbs import inforce_command
from inforce.load import book_from_files
from inforce.source import text_from_problem

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MANUAL = DOCS / "manual"
README = ROOT / "README.md"
EXAMPLES = MANUAL / "examples"
PICTURES = MANUAL / "pictures"
PAGES = (README, *sorted(DOCS.rglob("*.md")))
PAGES = tuple(page for page in PAGES if EXAMPLES not in page.parents)

NOT_RUN = "Not run by the tests: "
"""How the line above a block begins that is shown and not run; the reason follows."""

BESIDE = ("csv", "json", "file")
_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<kind>\w+)(?P<words>[^\n]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
"""A digest of books is left out of a page, or every word in a book would change the page."""

_COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)$", re.MULTILINE)


class Block(Struct, frozen=True):
    """One fence of a page: what it is, the words behind that, its text, and where the text stands."""

    kind: str
    words: tuple[str, ...]
    text: str
    start: int
    end: int
    above: str = ""

    @property
    def is_run(self) -> bool:
        return not self.above.startswith(NOT_RUN)


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the fences of a page in order."""
    for match in _FENCE.finditer(text):
        above = text[: match.start()].rstrip().rpartition("\n")[2]
        words = tuple(match["words"].split())
        yield Block(match["kind"], words, match["text"], match.start("text"), match.end("text"), above)


class Folder:
    """The folder in which a page is tried: the shared examples, the treaties of the page as far as it goes."""

    def __init__(self, page: Path, path: Path) -> None:
        self.page, self.path, self.exit = page, path, 0
        self.file = path / f"{page.stem}.treaty"
        self.mistaken = ""
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        for example in EXAMPLES.iterdir():
            (path / example.name).write_bytes(example.read_bytes())

    def told(self, block: Block) -> str:
        """Return what the text of a block has to be, having done what it says."""
        if block.kind == "treaty":
            self._write(block)
        elif block.kind in BESIDE and block.words:
            (self.path / block.words[0]).write_text(block.text)
        elif block.kind == "mistake":
            above = "" if "alone" in block.words else f"{self.file.read_text()}\n"
            self.mistaken = above + block.text
        elif block.kind == "problem":
            return self._problems()
        elif block.kind == "console" and block.is_run:
            return self._console(block)
        return block.text

    def _write(self, block: Block) -> None:
        if block.words:
            self.file = self.path / block.words[0]
        elif block.text.startswith("treaty-format"):
            self.file = self.path / f"{self.page.stem}.treaty"
        more = not block.text.startswith("treaty-format")
        self.file.write_text(f"{self.file.read_text()}\n{block.text}" if more else block.text)

    def _problems(self) -> str:
        right = self.file.read_text() if self.file.exists() else ""
        self.file.write_text(self.mistaken)
        told = "\n\n".join(map(text_from_problem, book_from_files([self.file]).problems))
        self.file.write_text(right)
        return told.replace(f"{self.path}/", "") + "\n"

    def _console(self, block: Block) -> str:
        return "".join(f"$ {command}\n{self._run(command)}" for command in _COMMAND.findall(block.text))

    def _run(self, command: str) -> str:
        if command == "echo $?":
            return f"{self.exit}\n"
        name, *arguments = shlex.split(command.replace("\\\n", ""))
        assert name == "inforce", f"only inforce is run, not {name}"
        with patch("inforce.store.clock.system_clock", self._clock):
            result = CliRunner().invoke(inforce_command, arguments, prog_name="inforce")
        self.exit = result.exit_code
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return _DIGEST.sub("sha256:…", result.output.replace(f"{self.path}/", ""))

    def _clock(self) -> datetime:
        """Let ten minutes pass from one entry of a log to the next, so that a page says the same every day."""
        self.now += timedelta(minutes=10)
        return self.now


def pictures_in(folder: Path) -> dict[str, str]:
    """Return the pictures that the commands of a page have drawn, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.svg"))}


def retold(page: Path, folder: Path) -> tuple[str, Folder]:
    """Return a page as it has to be: every command with what it prints, every mistake with what is told."""
    text = page.read_text(encoding="utf-8")
    tried, parts, at = Folder(page, folder), [], 0
    for block in blocks_of(text):
        told = tried.told(block)
        if page == README and block.kind == "console" and not _COMMAND.sub("", block.text).strip():
            told = block.text
        parts += [text[at : block.start], told]
        at = block.end
    return "".join((*parts, text[at:])), tried
