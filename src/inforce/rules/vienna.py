"""The Vienna Convention on the Law of Treaties as a source of rules: its article 4 and 84 dates."""

from inforce.temporal import day_from_iso

IN_FORCE = day_from_iso("1980-01-27")
"""Thirty days after the thirty-fifth deposit on 28 December 1979 (art. 84). By art. 4 the Convention binds,
as treaty law, only for treaties concluded after this day; before it a rule can apply only as custom."""

ADOPTED = day_from_iso("1969-05-23")
"""The Convention adopted (art. 85): of older treaties it is disputed whether a peremptory norm made them void."""

CHARTER = day_from_iso("1945-10-24")
"""The Charter of the United Nations in force: since then, at the latest, force makes a treaty void (art. 52)."""

SUCCESSION_IN_FORCE = day_from_iso("1996-11-06")
"""The Convention of 1978 on succession to treaties in force: it binds as treaty law for what came later (art. 7)."""
