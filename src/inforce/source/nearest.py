"""The names a person probably meant."""

from collections.abc import Iterable, Mapping

_LONGEST = 80  # a longer word is not a slip of the pen
_ALIKE = 0.6
_ALIKE_IF_SHORT = 0.5  # clause M3 may be meant for M1: half of such a name is all there is to go by


def nearest(name: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Find the names most like one that does not exist, best first.

    Upper and lower case count as the same, since party codes are upper case and everything else is not. The
    likeness is that of Ratcliff and Obershelp, as `difflib` has it; where nothing is alike, a name that begins with
    what was written counts.

    >>> nearest("plebicite-confirms", ["plebiscite-confirms", "japan-defeated"])
    ('plebiscite-confirms',)
    >>> nearest("exchange", ["ratification", "exchange of ratifications"])
    ('exchange of ratifications',)
    """
    if not name or len(name) > _LONGEST:
        return ()
    import difflib

    cutoff = _ALIKE if len(name) > 3 else _ALIKE_IF_SHORT
    written = {each.casefold(): each for each in sorted(set(names), reverse=True)}
    found = difflib.get_close_matches(name.casefold(), written, n=limit, cutoff=cutoff)
    begun = [each for each in sorted(written) if len(name) > 3 and each.startswith(name.casefold())]
    return tuple(written[each] for each in found or begun[:limit])


def did_you_mean(name: str, names: Iterable[str], lines: Mapping[str, int] | None = None) -> str:
    """Ask whether a person meant one of the nearest names; ask nothing if none is near.

    With `lines`, a name is followed by the line on which it is defined.

    >>> did_you_mean("chm", ["CHN", "SUN"])
    'Did you mean CHN?'
    >>> did_you_mean("M3", ["M1", "M2", "T5"], {"M1": 40, "M2": 47})
    'Did you mean M2 (line 47) or M1 (line 40)?'
    """
    found = [_placed(each, lines or {}) for each in nearest(name, names)]
    if not found:
        return ""
    *others, last = found
    return f"Did you mean {', '.join(others)} or {last}?" if others else f"Did you mean {last}?"


def _placed(name: str, lines: Mapping[str, int]) -> str:
    return f"{name} (line {lines[name]})" if name in lines else name
