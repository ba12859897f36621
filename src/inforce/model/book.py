"""A book: everything that some files say, with its names resolved."""

from msgspec import Struct

from inforce.model.actor import Actor, Asset, Group
from inforce.model.citation import Source
from inforce.model.claim import Claim
from inforce.model.condition import Fact
from inforce.model.expectation import Expectation
from inforce.model.treaty import Treaty
from inforce.model.view import ALL_VOICES, Reading, View


class Book(Struct, frozen=True):
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

    def view(self, name: str) -> View:
        """Return a view by name, the built-in one included.

        Raises:
            KeyError: if there is no such view.
        """
        return ALL_VOICES if name == ALL_VOICES.id else self.views[name]
