"""What binds two parties, in lines: each text with its standing, under it each clause in each direction."""

from collections import Counter
from collections.abc import Iterator, Sequence

from inforce.answers import Answer
from inforce.answers.between import Bond
from inforce.answers.telling import headline
from inforce.answers.wording import words_from_status
from inforce.cli.comparing import lines_of_cases
from inforce.model import Book


def lines_of_bonds(bonds: Sequence[Bond], head: str, book: Book) -> Iterator[str]:
    """Tell bonds under a head, the numbers first; the book has the sentences of the clauses."""
    yield f"{head}: {_numbers(bonds)}"
    for bond in bonds:
        named = f"{bond.treaty}, {bond.instrument}" if bond.instrument else bond.treaty
        yield f"  {named}{f' — {bond.title}' if bond.title else ''}"
        yield f"    {headline(bond.standing)}"
        yield from lines_of_cases(bond.standing, 6)
        yield from _clauses(bond, book)


def _numbers(bonds: Sequence[Bond]) -> str:
    if not bonds:
        return "nothing"
    treaties = sum(bond.instrument is None for bond in bonds)
    instruments = len(bonds) - treaties
    statuses = sum((Counter(bond.counts) for bond in bonds), Counter[str]())
    told = ", ".join(f"{number} {words_from_status(status)}" for status, number in statuses.most_common())
    texts = (
        f"{_counted(treaties, 'treaty', 'treaties')}, {_counted(instruments, 'instrument', 'instruments')}"
    )
    return f"{texts}; clauses: {told or 'none'}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _clauses(bond: Bond, book: Book) -> Iterator[str]:
    if not bond.clauses:
        return
    sentences = {clause.id: clause.sentence for clause in book.treaties[bond.treaty].clauses}
    direction = ""
    for answer in bond.clauses:
        if _direction(answer) != direction:
            direction = _direction(answer)
            yield f"    {direction}"
        yield f"      {answer.clause}: {headline(answer)}"
        yield f"        {sentences[answer.clause or '']}"


def _direction(answer: Answer) -> str:
    return f"{answer.party} to {answer.counterparty}" if answer.party else "both, or neither alone"
