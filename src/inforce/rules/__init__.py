"""General treaty law, one rule a file, all of one shape.

The order is always: the treaty's own clause, then the agreement of the parties, then these rules as far as the
view applies them, then unknown.
"""

from inforce.model import Rule
from inforce.rules import (
    amended_for_newcomers,
    change_of_government,
    clean_slate,
    coercion,
    consent_awaits_acceptance,
    consent_of_the_parties,
    declared_priority,
    denunciation_without_a_clause,
    entry_in_silence,
    executed_acts_stay,
    impermissible_reservation_is_severed,
    impermissible_reservation_voids_consent,
    interim_duty,
    invalidity_of_consent,
    later_prevails,
    later_treaty,
    material_breach,
    material_breach_by_one_of_many,
    provisional_application_ends_by_notice,
    reservation_between_two,
    severance_of_relations,
    silence_accepts_a_reservation,
    succession_by_continuity,
    succession_needs_consent,
    suspension_between_some,
    suspension_by_later_treaty,
)

RULES: dict[str, Rule] = {
    module.RULE.id: module.RULE
    for module in (
        entry_in_silence,
        interim_duty,
        provisional_application_ends_by_notice,
        coercion,
        invalidity_of_consent,
        consent_of_the_parties,
        later_treaty,
        suspension_by_later_treaty,
        declared_priority,
        later_prevails,
        amended_for_newcomers,
        material_breach,
        material_breach_by_one_of_many,
        suspension_between_some,
        denunciation_without_a_clause,
        severance_of_relations,
        executed_acts_stay,
        change_of_government,
        clean_slate,
        succession_by_continuity,
        succession_needs_consent,
        reservation_between_two,
        silence_accepts_a_reservation,
        consent_awaits_acceptance,
        impermissible_reservation_is_severed,
        impermissible_reservation_voids_consent,
    )
}
"""Every rule by its id, in the order in which they are asked."""

__all__ = ["RULES"]
