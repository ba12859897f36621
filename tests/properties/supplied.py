"""What general law adds to a bilateral treaty, as the articles say it; it shares nothing with ``rules``."""

from msgspec.structs import replace

from inforce.model import Bearer, BreachEstablished, Clause, Defect, Effect, FactHolds, Treaty

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
        "interim-duty",
        "provisional-application-ends-by-notice",
        "coercion",
        "invalidity-of-consent",
        "lost-right-to-invoke",
    }
)


def supplied_clauses(treaty: Treaty, rules: frozenset[str]) -> list[Clause]:
    """Return the powers that the applied rules give: to all together, to a victim, to who is not bound yet."""
    found = []
    for name, what in (("interim-duty", "unsigns"), ("provisional-application-ends-by-notice", "unapplies")):
        if name in rules:
            found.append(power(treaty, name, "refuse", what, Bearer(each=True)))
    for defect in treaty.defects:
        if "invalidity-of-consent" in rules and defect.victim:
            found.append(impeachment(treaty, defect))
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


def impeachment(treaty: Treaty, defect: Defect) -> Clause:
    """Return the power of a victim to invoke what made its consent defective."""
    name = f"invalidity-of-consent-{defect.ground}-{defect.victim}"
    clause = power(treaty, name, "impeach", "voids", Bearer((defect.victim,)))
    effect = Effect("voids", ground=defect.ground)
    return replace(clause, once=(FactHolds(defect.fact),), effect=effect)


def power(
    treaty: Treaty, name: str, verb: str, what: str, bearer: Bearer, broken: tuple[str, ...] = ()
) -> Clause:
    """Return a power that works at once, once a breach by the other is established if clauses are named."""
    once = (BreachEstablished(broken, "the other"),) if broken else ()
    return Clause(name, treaty.id, "", "power", bearer, "", verb=verb, once=once, effect=Effect(what))
