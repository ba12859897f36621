"""What checking some files finds."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from inforce.answers import Answer
from inforce.answers.expectations import Failure, check_expectations
from inforce.answers.telling import headline, lines_of_reasons
from inforce.load import book_from_files
from inforce.source import Problem

_REASONS = 2
"""The lines that say why an expectation fails; `inforce why` has all of them."""


class FileVerdict(Struct, frozen=True):
    """What is wrong with one file: its problems and the expectations that fail, of those that it has."""

    file: str
    problems: tuple[Problem, ...]
    expectations: int
    failures: tuple[Failure, ...]


class Verdict(Struct, frozen=True):
    """What is wrong with some files that were read together.

    `tried` says whether the expectations were: a book with problems is not whole, and answers from it would
    not be true.
    """

    files: tuple[FileVerdict, ...]
    named: int
    tried: bool

    @property
    def problems(self) -> list[Problem]:
        """The problems of all files."""
        return [problem for file in self.files for problem in file.problems]

    @property
    def failures(self) -> list[Failure]:
        """The expectations of all files that fail."""
        return [failure for file in self.files for failure in file.failures]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems and not self.failures


def verdict_on_files(paths: Sequence[Path]) -> Verdict:
    """Read files together, and try their expectations if there is no problem in any."""
    loaded = book_from_files(paths)
    tried = not loaded.problems
    failures = check_expectations(loaded.book) if tried else ()
    named = dict.fromkeys(map(str, paths))
    found = dict.fromkeys((*named, *(each.place.file for each in loaded.problems)))
    found |= dict.fromkeys(each.file for each in loaded.book.expectations)
    files = (
        FileVerdict(
            file=file,
            problems=tuple(each for each in loaded.problems if each.place.file == file),
            expectations=sum(each.file == file for each in loaded.book.expectations),
            failures=tuple(each for each in failures if each.expectation.file == file),
        )
        for file in found
    )
    return Verdict(tuple(files), len(named), tried)


def lines_of_verdict(verdict: Verdict) -> Iterator[str]:
    """Tell every expectation that fails, then in one line all that was found; problems are told before."""
    for failure in verdict.failures:
        yield from (*_lines_of_failure(failure), "")
    yield _closing(verdict)


def _lines_of_failure(failure: Failure) -> Iterator[str]:
    expected = failure.expectation
    yield f"{expected.file}:{expected.line}"
    yield f"  expect {expected.text}"
    for answer in failure.answers:
        if set(answer.possible) != set(expected.possible):
            yield from _what_came_out(answer)


def _what_came_out(answer: Answer) -> Iterator[str]:
    yield f"  the record yields {headline(answer)}{f' (for {answer.party})' if answer.party else ''}"
    yield from (f"  {line}" for line in lines_of_reasons(answer)[:_REASONS])


def _closing(verdict: Verdict) -> str:
    asked = sum(file.expectations for file in verdict.files)
    files, problems = _counted(verdict.named, "file"), _counted(len(verdict.problems), "problem")
    if not verdict.tried:
        return f"{files}, {problems}, expectations are tried when there are no problems"
    return f"{files}, {problems}, {asked - len(verdict.failures)} of {_counted(asked, 'expectation')} hold"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
