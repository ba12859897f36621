"""What has to be known of a panel: what has no value, which actors have no code."""

from collections.abc import Iterator

from inforce.corpus.panel_sweep import COVERED
from inforce.corpus.panel_value import Remark
from inforce.corpus.panel_work import Work
from inforce.corpus.panel_years import Years

_EXAMPLES = 5
_CODED = {
    "shared": """SELECT DISTINCT a.code::VARCHAR || ': ' || a.actor || ' and ' || b.actor
        FROM coded AS a JOIN coded AS b ON a.code = b.code AND a.actor < b.actor AND a.p0 <= b.p1 AND b.p0 <= a.p1
        ORDER BY 1""",
    "recoded": "SELECT actor || ' in ' || year FROM coded_years WHERE codes > 1 ORDER BY 1",
}


def _without_value(work: Work, years: Years) -> int:
    """Return how many rows have no value in any column."""
    first, last = years.covered
    covered = " OR ".join(f"v{turn}_{COVERED} > 0" for turn in range(len(work.asked.columns)))
    within = f"greatest(0, least(p1, {last}) - greatest(p0, {first}) + 1)"
    sql = f"SELECT sum(p1 - p0 + 1 - CASE WHEN {covered} THEN {within} ELSE 0 END) FROM segments"
    ((count,),) = work.run(sql)
    return int(count or 0)


def remarks_of(work: Work, years: Years) -> Iterator[Remark]:
    """Yield what has to be known, with some examples of each."""
    count = _without_value(work, years)
    if count:
        yield Remark("uncovered", count)
    if not work.asked.codes:
        return
    bare = (f"SELECT {unit}::VARCHAR FROM segments WHERE {unit}_code IS NULL" for unit in work.actors)
    for kind, sql in {"unmatched": f"{' UNION '.join(bare)} ORDER BY 1", **_CODED}.items():
        found = [each for (each,) in work.run(sql)]
        if found:
            yield Remark(kind, len(found), tuple(found[:_EXAMPLES]))
