"""What a what-if changes, in lines."""

from collections.abc import Iterator, Sequence

from inforce.answers.differences import Difference
from inforce.answers.telling import headline, lines_of_reasons, subject
from inforce.cli.recorded import lines_of_acts


def lines_of_differences(found: Sequence[Difference]) -> Iterator[str]:
    """Tell each answer before and after, with the new reasons where it would be another, and the acts added."""
    for each in found:
        answer = each.before or each.after
        assert answer is not None
        known = f", as known on {answer.known}" if answer.known else ""
        yield f"{subject(answer)} on {answer.on}, view {answer.view}{known}"
        yield f"  as it stands  {headline(each.before) if each.before else 'not asked'}"
        if not each.changed:
            yield "  what if       the same"
            continue
        yield f"  what if       {headline(each.after) if each.after else 'not asked'}"
        yield from (f"  {line}" for line in lines_of_reasons(each.after)) if each.after else ()
    if found and found[0].acts:
        yield "added"
        yield from lines_of_acts(found[0].acts)
