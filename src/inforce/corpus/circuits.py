"""A template's circuit, compiled once for all treaties of its shape: where claims come in, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from inforce.corpus.scope import Entry
from inforce.corpus.template import Template
from inforce.engine import compile_signals, evidence_from_claims, signals_of
from inforce.engine.circuit import Circuit, Kind
from inforce.engine.evidence import slot_of
from inforce.model import Claim, Proposition, View
from inforce.temporal import Day, UncertainDay

_SOME_DAY = UncertainDay(((Day(1), Day(1)),))


class Shape(Struct, frozen=True):
    """The circuit of a template in which everything that is claimed of some treaty has happened.

    ``inputs`` has the node of the circuit for each proposition, None where nothing hears it. ``outputs`` are the
    nodes of what is asked, in the order of ``entries``. ``is_plain``: it takes in nothing but acts and events, so
    that cases can be made of columns.
    """

    entries: tuple[Entry, ...]
    circuit: Circuit
    inputs: tuple[int | None, ...]
    outputs: tuple[int, ...]
    is_plain: bool

    @property
    def statuses(self) -> tuple[tuple[str, ...], ...]:
        """The statuses of each output, in their order of priority."""
        return tuple(self.circuit.nodes[node].statuses for node in self.outputs)


def shape_of(template: Template, view: View, propositions: Sequence[Proposition | None]) -> Shape:
    """Compile a template for what is claimed of the treaties that share it."""
    happened = [one for one in propositions if one is not None]
    voice = view.tiers[0][0] if view.tiers and view.tiers[0] else ""
    claims = [Claim(str(turn), one, voice, when=_SOME_DAY) for turn, one in enumerate(happened)]
    evidence = evidence_from_claims(claims, view, None, template.book)
    entries = template.entries(view)
    asked = [_status(template, entry, view) for entry in entries]
    circuit, _ = compile_signals(template.book, view, evidence, {repr(one): one for one in asked}, {})
    heard = {circuit.nodes[index].slot: index for index in circuit.inputs}
    inputs = tuple(None if one is None else heard.get(("plain", slot_of(one))) for one in propositions)
    outputs = tuple(circuit.outputs[repr(one)] for one in asked)
    return Shape(tuple(entries), circuit, inputs, outputs, _is_plain(circuit, outputs))


def _status(template: Template, entry: Entry, view: View) -> tuple[object, ...]:
    return next(iter(signals_of(entry.question, template.treaty, entry.clause, entry.bearer, view).values()))


def _is_plain(circuit: Circuit, outputs: Sequence[int]) -> bool:
    inputs = (circuit.nodes[index] for index in circuit.inputs)
    acts = all(node.kind is Kind.EVENT_INPUT and node.slot[:1] == ("plain",) for node in inputs)
    return acts and all(circuit.nodes[node].kind is Kind.CHAIN for node in outputs)
