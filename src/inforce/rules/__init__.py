"""General treaty law, one rule a file, all of one shape.

The order is always: the treaty's own clause, then the agreement of the parties, then these rules as far as the
view applies them, then unknown.
"""

from inforce.model import Rule
from inforce.rules import (
    amended_for_newcomers,
    breach_answered_by_all,
    change_of_government,
    clean_slate,
    coercion,
    consent_awaits_acceptance,
    consent_of_the_parties,
    declared_priority,
    defective_notice_has_no_effect,
    denunciation_without_a_clause,
    entry_in_silence,
    executed_acts_stay,
    fundamental_change,
    humanitarian_clauses,
    impermissible_reservation_is_severed,
    impermissible_reservation_voids_consent,
    impossibility,
    integral_obligations,
    interim_duty,
    invalidity_of_consent,
    later_treaty,
    lost_right_to_invoke,
    material_breach,
    material_breach_by_one_of_many,
    peremptory_norms,
    procedure,
    provisional_application_ends_by_notice,
    reservation_between_two,
    severance_of_relations,
    short_notice_works_when_it_has_run,
    silence_accepts_a_reservation,
    succession_by_continuity,
    succession_needs_consent,
    successive_treaties,
    suspension_between_some,
    suspension_by_all,
    suspension_by_later_treaty,
    third_states,
)

RULES: dict[str, Rule] = {
    module.RULE.id: module.RULE
    for module in (
        entry_in_silence,
        interim_duty,
        provisional_application_ends_by_notice,
        coercion,
        peremptory_norms,
        invalidity_of_consent,
        consent_of_the_parties,
        later_treaty,
        suspension_by_later_treaty,
        declared_priority,
        amended_for_newcomers,
        successive_treaties,
        material_breach,
        material_breach_by_one_of_many,
        breach_answered_by_all,
        integral_obligations,
        humanitarian_clauses,
        impossibility,
        fundamental_change,
        lost_right_to_invoke,
        procedure,
        suspension_by_all,
        suspension_between_some,
        denunciation_without_a_clause,
        defective_notice_has_no_effect,
        short_notice_works_when_it_has_run,
        severance_of_relations,
        executed_acts_stay,
        change_of_government,
        clean_slate,
        succession_by_continuity,
        succession_needs_consent,
        third_states,
        reservation_between_two,
        silence_accepts_a_reservation,
        consent_awaits_acceptance,
        impermissible_reservation_is_severed,
        impermissible_reservation_voids_consent,
    )
}
"""Every rule by its id, in the order in which they are asked."""

__all__ = ["RULES"]
