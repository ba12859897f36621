"""Consent that is taken back while the treaty is not in force: whoever is bound by nothing yet may still withdraw it.

The Vienna Convention is silent. Depositaries accept it, and count the instrument no longer (Summary of Practice of the
Secretary-General as Depositary, ST/LEG/7/Rev.1, para. 157); once the treaty is in force only its own clauses lead out.
"""

from inforce.engine.builder import NOBODY
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Slot, actors_of
from inforce.engine.parties import consents_of
from inforce.model import Act


def consent_withdrawn(c: Compilation, treaty: str, party: str) -> int:
    """Build the event that a party revokes its consent, which works only before the treaty enters into force."""
    if not c.act_slots("revoke", treaty):
        return NOBODY
    given = _labels(c, treaty, party)
    revoked = (
        c.event(slot)
        for slot in c.act_slots("revoke", treaty)
        if party in actors_of(slot) and given & _revoked(slot)
    )
    return c.builder.any_of(
        *(
            c.builder.act(event, lambda: c.builder.negation(c.node("entered", treaty, "")), name="revoke")
            for event in revoked
        )
    )


def _labels(c: Compilation, treaty: str, party: str) -> set[str]:
    """Return the names of the records by which a party consents."""
    done = (occurrence.proposition for _, occurrence in consents_of(c, treaty, party) if occurrence)
    return {act.label for act in done if isinstance(act, Act) and act.label}


def _revoked(slot: Slot) -> set[object]:
    """Return the names of the records that an act revokes."""
    objects = slot[4]
    return set(objects) if isinstance(objects, tuple) else set()
