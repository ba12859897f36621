"""A corpus made up: treaties of two, ratified by both, many denounced; as many with an open day as one likes."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from inforce.corpus.columnar import Columnar
from inforce.corpus.schema import Manifest, table_of

TEMPLATE = """treaty-format 1

actor A "One party"
actor B "The other"

treaty pair "A treaty of two"
  parties      A, B
  in force     30 days after ratification by each party
  term         2 years
  then         1 year at a time

clause 1
  each party shall keep the peace
clause 2
  each party may denounce
  no later than 90 days before the end of any period
  effect       the treaty ends, at the end of the period
"""
_STATES = 200
_SOME_DAYS = "[1931-06-30,1932-07-31]"
"""A ratification on one of two days, for the treaties in which something is open."""


def corpus_of_pairs(count: int, *, open_every: int = 0) -> Columnar:
    """Return so many treaties; in every so many-th of them it is open on which of two days a party ratified."""
    random = np.random.default_rng(7)
    names = np.char.add("t", np.char.zfill(np.arange(count).astype(str), 8))
    first = random.integers(0, _STATES, count)
    parties = np.stack((first, (first + random.integers(1, _STATES, count)) % _STATES), axis=1)
    days = random.integers(-10_000, 10_000, (count, 2))
    denounced = np.flatnonzero(random.random(count) < 0.6)
    who, when = random.integers(0, 2, len(denounced)), random.integers(-8_000, 15_000, len(denounced))
    treaty = np.concatenate((np.repeat(np.arange(count), 2), denounced))
    party = np.concatenate((parties.ravel(), parties[denounced, who]))
    act = np.repeat(["ratify", "denounce"], [2 * count, len(denounced)])
    day = pa.array(np.concatenate((days.ravel(), when)), pa.int32())
    is_open = np.zeros(len(treaty), np.bool_)
    is_open[: 2 * count : 2] = (np.arange(count) + 1) % open_every == 0 if open_every else False
    rows, states = len(treaty), np.array([f"S{turn:03d}" for turn in range(_STATES)])
    tables = {
        "templates": {"name": ["pair"], "text": [TEMPLATE], "parties": [2]},
        "treaties": {"treaty": names, "template": ["pair"] * count},
        "parties": {"treaty": np.repeat(names, 2), "party": states[parties.ravel()]},
        "claims": {
            "treaty": names[treaty],
            "what": ["act"] * rows,
            "name": act,
            "party": states[party],
            "earliest": day,
            "latest": day,
            "certainty": [""] * rows,
            "against": [False] * rows,
            "voice": ["record"] * rows,
            "label": [""] * rows,
            "edtf": pa.array(np.where(is_open, _SOME_DAYS, ""), mask=~is_open),
        },
    }
    return Columnar(Manifest(title="Made up"), {name: table_of(name, one) for name, one in tables.items()})
