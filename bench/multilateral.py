"""A treaty of many parties, made up: who signs, deposits, withdraws, and alleges what of whom."""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from timing import timed

PARTIES = 200
EVENTS = 1_000
ROUNDS = 5

_HEAD = """
treaty many
  title        "A treaty of many parties"
  parties      {parties}
  in force     90 days after deposit by 40 states
  for a state depositing after the entry into force    90 days after its deposit

clause 1
  each party shall not test

clause 9
  each party may withdraw
  by notice of 1 year
  effect       it ceases to be a party
"""


def treaty_of_many(parties: int = PARTIES, events: int = EVENTS) -> str:
    """Return the text of a treaty with so many parties and records; the same each time."""
    rng = random.Random(7)
    codes = [f"P{turn:03d}" for turn in range(parties)]
    records = [record for code in codes for record in _life(rng, code)]
    while len(records) < events:
        one, other = rng.sample(codes, 2)
        records.append((_some_day(rng), f"{one} alleges breach of 1 by {other} ^a{len(records)}"))
    lines = [f'{day}     {text} unverified "made up"' for day, text in sorted(records)]
    actors = [f'actor {code} "State {code}"' for code in codes]
    return "\n".join(("treaty-format 1", "", *actors, _HEAD.format(parties=", ".join(codes)), *lines, ""))


def _some_day(rng: random.Random) -> date:
    return date(1970, 1, 1) + timedelta(rng.randrange(15_000))


def _life(rng: random.Random, code: str) -> Iterator[tuple[date, str]]:
    signed = _some_day(rng)
    deposited = signed + timedelta(rng.randrange(100, 3_000))
    yield signed, f"{code} signs many"
    yield deposited, f"{code} deposits its instrument for many"
    if rng.random() < 0.3:
        yield deposited + timedelta(rng.randrange(2_000, 6_000)), f"{code} withdraws from many"


def multilateral(rounds: int = ROUNDS) -> dict[str, float]:
    """Measure every party's status over all time from claims in memory, and one pair's status on a day."""
    import inforce
    from inforce.answers.each import asked_of_each
    from inforce.engine import Hearing
    from inforce.model import ALL_VOICES, Question

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.treaty"
        path.write_text(treaty_of_many())
        library = inforce.open(path)
    book, desk = library.book, library.treaty("many")
    day = desk.question("2000-01-01").on
    who = book.treaties["many"].parties

    def all_rows() -> int:
        asked = asked_of_each(Hearing(book, ALL_VOICES), Question("many", on=day), who)
        return sum(len(each.rows) for each in asked)

    all_rows()
    whole = statistics.median(timed(all_rows) for _ in range(rounds))
    pairs = [(who[turn], who[-turn - 1]) for turn in range(rounds * 2)]
    pair = statistics.median(
        timed(lambda pair=pair: desk.status(on="2000-01-01", between=pair)) for pair in pairs
    )
    return {"multilateral_s": whole, "multilateral_pair_ms": pair * 1000}
