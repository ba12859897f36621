"""A book: everything that some files say, with its names resolved."""

from functools import cached_property

from msgspec import Struct

from inforce.model.actor import Actor, Asset, Group
from inforce.model.citation import Source
from inforce.model.claim import Act, Claim
from inforce.model.condition import Fact
from inforce.model.expectation import Expectation
from inforce.model.treaty import Treaty
from inforce.model.view import ALL_VOICES, Reading, View
from inforce.temporal import Day


class Book(Struct, frozen=True, dict=True):
    """The frozen result of loading: values by name, claims in the order of the files."""

    treaties: dict[str, Treaty] = {}
    actors: dict[str, Actor] = {}
    groups: dict[str, Group] = {}
    assets: dict[str, Asset] = {}
    facts: dict[str, Fact] = {}
    views: dict[str, View] = {}
    readings: tuple[Reading, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: dict[str, Source] = {}
    expectations: tuple[Expectation, ...] = ()

    @cached_property
    def first_signatures(self) -> dict[str, Day]:
        """The first day on which anybody may have signed each treaty, for those of which a signature is recorded."""
        first: dict[str, Day] = {}
        for claim in self.claims:
            act = claim.proposition
            if isinstance(act, Act) and act.verb == "sign" and claim.when is not None:
                first[act.treaty] = min(claim.when.first, first.get(act.treaty, claim.when.first))
        return first

    def view(self, name: str) -> View:
        """Return a view by name, the built-in one included.

        Raises:
            KeyError: if there is no such view.
        """
        return ALL_VOICES if name == ALL_VOICES.id else self.views[name]

    def views_beside(self, treaty: str) -> tuple[str, ...]:
        """Return the names of the views written for a treaty or in its folder, the built-in one last.

        A view that stands under no treaty belongs to all. Any view may be asked by name of any treaty: what is
        left out here is only what nobody thinks of comparing.
        """
        near = (view.id for view in self.views.values() if self.is_beside(view.under, treaty))
        return (*near, ALL_VOICES.id)

    def is_beside(self, under: str, treaty: str) -> bool:
        """Return whether what stands under one treaty is of the same folder as another; what stands under none is."""
        found = self.treaties.get(treaty)
        return not under or found is None or not found.beside or under in found.beside
