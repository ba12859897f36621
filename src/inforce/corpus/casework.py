"""Claims as columns: which cases a template has, what is claimed in each, and which cases are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from inforce.corpus.columnar import CorpusError
from inforce.corpus.columns import Columns, Ints, knowledge_of, ranks_of
from inforce.corpus.template import Template
from inforce.model import Proposition, View
from inforce.temporal import BEGINNING, FOREVER, Day

if TYPE_CHECKING:
    import pyarrow as pa


class Cases(Struct, frozen=True):
    """The cases of a template: one for each treaty, or for each treaty and party.

    ``treaty`` and ``party`` are positions in ``treaties`` and ``parties``. The parties of case k are ``members`` from
    ``first[k]`` on, as many as the template names.
    """

    treaties: tuple[str, ...]
    parties: tuple[str, ...]
    treaty: Ints
    first: Ints
    members: Ints


class Said(Struct, frozen=True):
    """What is claimed, claim by claim: of which case, which proposition, which days, how firmly, by whom.

    ``about`` are positions in ``propositions``; ``row`` are positions in the table of claims.
    """

    case: Ints
    about: Ints
    first: Ints
    last: Ints
    doubtful: NDArray[np.bool_]
    special: NDArray[np.bool_]
    rank: Ints
    row: Ints
    propositions: tuple[Proposition | None, ...]

    def at(self, keep: NDArray[np.bool_] | Ints) -> Said:
        """Return some of the claims."""
        return Said(
            self.case[keep],
            self.about[keep],
            self.first[keep],
            self.last[keep],
            self.doubtful[keep],
            self.special[keep],
            self.rank[keep],
            self.row[keep],
            self.propositions,
        )


def cases_of(template: Template, treaties: pa.Table, parties: pa.Table) -> Cases:
    """Return the cases of the treaties that share a template, in their order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = treaties["treaty"].cast("string").combine_chunks()
    turn = pc.index_in(parties["treaty"].cast("string"), value_set=pa.array(names, pa.string()))
    ours = parties.filter(pc.is_valid(turn))
    treaty = np.asarray(turn.drop_null()).astype(np.int64)
    party = ours["party"].cast("string").combine_chunks().dictionary_encode()
    if isinstance(party, pa.ChunkedArray):
        party = party.combine_chunks()
    order = np.argsort(treaty, kind="stable")
    treaty, members = treaty[order], np.asarray(party.indices).astype(np.int64)[order]
    starts = np.arange(len(treaty)) if template.alone else np.searchsorted(treaty, np.arange(len(names)))
    _check_sizes(template, names, treaty)
    of_case = treaty if template.alone else np.arange(len(names))
    return Cases(tuple(names.to_pylist()), tuple(party.dictionary.to_pylist()), of_case, starts, members)


def _check_sizes(template: Template, names: pa.Array, treaty: Ints) -> None:
    """Check that each treaty has the parties that its template names.

    Raises:
        CorpusError: if one has more or fewer.
    """
    wrong = np.flatnonzero(np.bincount(treaty, minlength=len(names)) != len(template.placeholders))
    if not template.alone and len(wrong):
        needed = len(template.placeholders)
        message = f"The treaty {names[int(wrong[0])]} has not the {needed} parties that its template names."
        raise CorpusError(message)


def said_in(template: Template, cases: Cases, claims: pa.Table, view: View, known: Day | None) -> Said:
    """Return what a view hears of the cases, as known on a day."""
    columns = Columns(claims)
    place, case = _places(template, cases, columns)
    about, propositions = _abouts(template, columns, place)
    first, last = columns.days("earliest", BEGINNING), columns.days("latest", FOREVER)
    ranks = ranks_of(columns, view)
    learnt, surely = knowledge_of(columns, first, last, known)
    keep = (case >= 0) & (about >= 0) & (ranks >= 0) & learnt
    special = columns.flags("against") | columns.given("edtf") | ~surely | columns.is_state()
    doubtful = columns.equals("certainty", "?")
    whole = Said(case, about, first, last, doubtful, special, ranks, np.arange(len(case)), propositions)
    return whole.at(keep)


def _places(template: Template, cases: Cases, columns: Columns) -> tuple[Ints, Ints]:
    """Return, claim by claim, which of a template's placeholders it is about, and in which case; -1 for none."""
    of_treaty, of_party = (
        _found(columns.codes(name), every)
        for name, every in (("treaty", cases.treaties), ("party", cases.parties))
    )
    keys = (cases.treaty if template.alone else np.repeat(cases.treaty, _sizes(template, cases))) << 32
    keys = keys + cases.members
    order = np.argsort(keys, kind="stable")
    wanted = (of_treaty << 32) + of_party
    at = np.minimum(np.searchsorted(keys[order], wanted), max(len(keys) - 1, 0))
    member = order[at] if len(keys) else np.zeros(columns.count, np.int64)
    hit = (of_treaty >= 0) & (of_party >= 0) & (len(keys) > 0)
    hit &= keys[order][at] == wanted if len(keys) else False
    if template.alone:
        return np.zeros(columns.count, np.int64), np.where(hit, member, -1)
    place = np.where(hit, member - cases.first[np.maximum(of_treaty, 0)], -1)
    return place, np.where(of_treaty >= 0, of_treaty, -1)


def _sizes(template: Template, cases: Cases) -> Ints:
    ends = np.append(cases.first[1:], len(cases.members))
    return ends - cases.first


def _found(coded: tuple[Ints, list[str]], every: tuple[str, ...]) -> Ints:
    numbers, words = coded
    positions = {word: turn for turn, word in enumerate(every)}
    return np.array([positions.get(word, -1) for word in words], np.int64)[numbers]


def _abouts(template: Template, columns: Columns, place: Ints) -> tuple[Ints, tuple[Proposition | None, ...]]:
    """Return which proposition each claim is about; -1 for what the template takes no note of."""
    parts = [columns.codes(name) for name in ("what", "name", "object", "label")]
    key = place + 1
    for numbers, words in parts:
        key = key * (len(words) + 1) + numbers
    kinds, firsts, about = np.unique(key, return_index=True, return_inverse=True)
    propositions = []
    for row in firsts.tolist():
        what, name, thing, label = (words[numbers[row]] for numbers, words in parts)
        at = int(place[row])
        party = template.placeholders[at] if 0 <= at < len(template.placeholders) else ""
        propositions.append(template.proposition(what, name, party, thing, label) if party else None)
    known = np.array([one is not None for one in propositions], np.bool_)
    return (np.where(known[about], about, -1) if len(kinds) else about), tuple(propositions)
