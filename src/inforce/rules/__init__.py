"""General treaty law, one rule a file, all of one shape.

The order is always: the treaty's own clause, then the agreement of the parties, then these rules as far as the
view applies them, then unknown.
"""

from inforce.model import Rule
from inforce.rules import (
    change_of_government,
    coercion,
    consent_of_the_parties,
    denunciation_without_a_clause,
    entry_in_silence,
    executed_acts_stay,
    interim_duty,
    invalidity_of_consent,
    later_treaty,
    material_breach,
    provisional_application_ends_by_notice,
    severance_of_relations,
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
        material_breach,
        denunciation_without_a_clause,
        severance_of_relations,
        executed_acts_stay,
        change_of_government,
    )
}
"""Every rule by its id, in the order in which they are asked."""

__all__ = ["RULES"]
