"""What is wrong with a notice, and whether it works all the same: the text does not say, but a rule may.

General law is silent: a notice that is too short, misses an addressee or leaves out its reasons is neither cured nor
void by itself. A view may apply a rule.
"""

from inforce.engine.circuit import NO, YES, Kind, Node, Reason
from inforce.engine.compilation import Compilation
from inforce.engine.evidence import Occurrence
from inforce.engine.notices import claims_of, is_long_enough, is_too_short
from inforce.model import Clause, Rule

SOUND: tuple[str, ...] = ()
"""Nothing is wrong with a notice."""

SHORT, PERHAPS_SHORT = "notice", "perhaps_short"
_ADDRESSEES, _STATEMENT = "addressees", "statement"
_QUESTIONS = {
    SHORT: "that names a day before its time has run",
    PERHAPS_SHORT: "that may name a day before its time has run",
    _ADDRESSEES: "that has not reached everybody to whom it goes",
    _STATEMENT: "that does not state what it has to",
}


def defects_of(c: Compilation, clause: Clause, holder: str, occurrence: Occurrence | None) -> tuple[str, ...]:
    """Return what is wrong with one use of a power, as far as the clause asks for it and the record tells."""
    short = SHORT if is_too_short(clause, occurrence) else PERHAPS_SHORT
    found = {
        short: not is_long_enough(clause, occurrence),
        _ADDRESSEES: _misses(c, clause, holder, occurrence),
        _STATEMENT: clause.stating and not any(claim.states_something for claim in claims_of(occurrence)),
    }
    return tuple(defect for defect, there in found.items() if there)


def _misses(c: Compilation, clause: Clause, holder: str, occurrence: Occurrence | None) -> bool:
    """Whether a notice reached some of those to whom it goes and not all; of what names nobody, nothing is said."""
    reached = {name for claim in claims_of(occurrence) for name in claim.received_by}
    others = [party for party in c.treaty(clause.treaty).parties if party != holder]
    asked = {name for name in clause.addressees if name != "the other"}
    if "the other" in clause.addressees and len(others) == 1:
        asked.add(others[0])
    return bool(reached) and not asked <= reached


def whether_it_works(c: Compilation, clause: Clause, defect: str) -> int:
    """Build the state that a notice with a defect works all the same: it is open, unless a rule decides."""
    rules = c.residuals(clause.treaty)
    cured = next((rule for rule, residual in rules if residual.short_notices_work), None)
    void = next((rule for rule, residual in rules if residual.voids_defective_notices), None)
    if defect == SHORT and cured is not None:
        return c.builder.constant(YES)
    if defect != PERHAPS_SHORT and void is not None:
        return c.builder.add(Node(Kind.AND, (c.builder.constant(NO),), reason=_reason(void)))
    about = f"whether a notice under clause {clause.id} works {_QUESTIONS[defect]}"
    return c.builder.latch(c.unknown(about))


def _reason(rule: Rule) -> Reason:
    return Reason("rule", rule.id, rule.sentence)
