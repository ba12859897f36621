"""What general law adds to a bilateral treaty, as the articles say it; it shares nothing with ``rules``."""

from inforce.model import Bearer, BreachEstablished, Clause, Effect, Treaty

DEFAULT_RULES = frozenset(
    {
        "entry-in-silence",
        "consent-of-the-parties",
        "later-treaty",
        "material-breach",
        "denunciation-without-a-clause",
        "severance-of-relations",
        "executed-acts-stay",
        "change-of-government",
    }
)


def supplied_clauses(treaty: Treaty, rules: frozenset[str]) -> list[Clause]:
    """Return the powers that the applied rules give: to all together, and to the victim of a material breach."""
    found = []
    if "consent-of-the-parties" in rules:
        found.append(power(treaty, "consent-of-the-parties", "end", "ends", Bearer(jointly=True)))
    essential = tuple(clause.id for clause in treaty.clauses if clause.essential)
    if "material-breach" in rules and essential:
        for name, verb, what in (
            ("material-breach", "terminate", "ends"),
            ("material-breach-suspend", "suspend", "suspends"),
        ):
            found.append(power(treaty, name, verb, what, Bearer(each=True), essential))
    return found


def power(
    treaty: Treaty, name: str, verb: str, what: str, bearer: Bearer, broken: tuple[str, ...] = ()
) -> Clause:
    """Return a power that works at once, once a breach by the other is established if clauses are named."""
    once = (BreachEstablished(broken, "the other"),) if broken else ()
    return Clause(name, treaty.id, "", "power", bearer, "", verb=verb, once=once, effect=Effect(what))
