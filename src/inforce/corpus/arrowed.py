"""Rows of kinds as rows of treaties, in Arrow, without touching one by itself."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from inforce.corpus.casework import Cases
from inforce.corpus.circuits import Shape
from inforce.corpus.columns import EPOCH, Ints
from inforce.corpus.running import CERTAINTIES, Rows
from inforce.corpus.table import COLUMNS, schema_of
from inforce.corpus.template import Template
from inforce.model import View
from inforce.temporal import BEGINNING, FOREVER

_LAST = 2**31 - 1


def batch_from_cases(
    template: Template, shape: Shape, cases: Cases, kind: Ints, rows: Rows, view: View
) -> pa.RecordBatch:
    """Give each case the rows of its kind."""
    starts = np.searchsorted(rows.kind, kind)
    counts = np.searchsorted(rows.kind, kind, side="right") - starts
    case = np.repeat(np.arange(len(kind)), counts)
    at = np.repeat(starts - (np.cumsum(counts) - counts), counts) + np.arange(len(case))
    output = rows.output[at]
    status, possible = _statuses(shape, output, rows.bits[at])
    values = {
        "treaty": _coded(cases.treaty[case], cases.treaties),
        "instrument": _of_outputs([entry.instrument for entry in shape.entries], output),
        "clause": _of_outputs([entry.question.clause for entry in shape.entries], output),
        "bearer": _actors(template, cases, case, output, [entry.bearer for entry in shape.entries]),
        "counterparty": _actors(template, cases, case, output, [one.counterparty for one in shape.entries]),
        "status": status,
        "possible": possible,
        "since": _days(rows.since[at], BEGINNING),
        "until": _days(rows.until[at], FOREVER),
        "certainty": _coded(rows.certainty[at], CERTAINTIES),
        "view": _coded(np.zeros(len(at), np.int64), (view.id,)),
    }
    return pa.record_batch([values[name] for name in COLUMNS], schema=schema_of({}))


def _coded(codes: Ints, words: tuple[str, ...]) -> pa.Array:
    """Return words by their numbers; a number below 0 is null."""
    indices = pa.array(codes.astype(np.int32), mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(words, pa.string()))


def _of_outputs(words: list[str], output: Ints) -> pa.Array:
    """Return what each row's output is called; the empty word is null."""
    every = tuple(dict.fromkeys(word for word in words if word))
    codes = np.array([every.index(word) if word else -1 for word in words], np.int64)
    return _coded(codes[output], every)


def _actors(template: Template, cases: Cases, case: Ints, output: Ints, placeholders: list[str]) -> pa.Array:
    """Return the actors for whom placeholders stand in each case; any other actor by its own name."""
    others = tuple(dict.fromkeys(one for one in placeholders if one and one not in template.placeholders))
    words = (*cases.parties, *others)
    place = np.array(
        [template.placeholders.index(one) if one in template.placeholders else -1 for one in placeholders]
    )[output]
    fixed = np.array(
        [len(cases.parties) + others.index(one) if one in others else -1 for one in placeholders]
    )
    member = cases.members[cases.first[case] + np.maximum(place, 0)] if len(cases.members) else place
    return _coded(np.where(place >= 0, member, fixed[output]).astype(np.int64), words)


def _statuses(shape: Shape, output: Ints, bits: Ints) -> tuple[pa.Array, pa.Array]:
    """Return the status of each row, contested where more than one is possible, and those that are."""
    chains = list(dict.fromkeys(shape.statuses))
    chain = np.array([chains.index(statuses) for statuses in shape.statuses], np.int64)[output]
    pairs, code = np.unique(bits * len(chains) + chain, return_inverse=True)
    possible = [
        [name for turn, name in enumerate(chains[pair % len(chains)]) if pair // len(chains) >> turn & 1]
        for pair in pairs.tolist()
    ]
    words = [names[0] if len(names) == 1 else "contested" for names in possible]
    every = tuple(dict.fromkeys(words))
    of_pair = np.array([every.index(word) for word in words], np.int64)
    lists = pa.array(possible, COLUMNS["possible"])
    return _coded(of_pair[code.ravel()], every), lists.take(pa.array(code.ravel()))


def _days(days: Ints, bound: int) -> pa.Array:
    """Return days as Arrow counts them; the open bound is null."""
    found = np.clip(days - EPOCH, -_LAST, _LAST).astype(np.int32)
    return pa.array(found, pa.int32(), mask=days == bound).view(pa.date32())
