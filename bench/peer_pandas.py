"""Hand-written pandas for one norm of the work: when the treaty is in force, and how it ends.

It is given the events that bear on that and no others. The powers have to be found for it, n1 and n2 do not.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import workload
from work_columns import KINDS, Columns

_PARAMETERS = workload.P("day")
_BEARING = ("ratify", "denounce", "finding", "terminate")
Interval = tuple[int, str, str, int, int]


class Peer:
    """The events as a data frame, one row an event."""

    norms = frozenset({"treaty"})

    def __init__(self, columns: Columns) -> None:
        treaty = np.repeat(np.arange(len(columns)), np.diff(columns.begins))
        names = pd.DataFrame(KINDS, columns=["event", "party"])
        frame = pd.DataFrame({"treaty": treaty, "day": columns.days})
        frame["event"] = pd.Categorical(names["event"].to_numpy()[columns.kinds])
        frame["party"] = pd.Categorical(names["party"].to_numpy()[columns.kinds])
        self._frame = frame[frame["event"].isin(_BEARING)]
        self._found = pd.DataFrame()

    def run(self) -> None:
        """Find when each treaty is in force, and how it ends."""
        frame, year = self._frame, _PARAMETERS.Y
        entry = frame.loc[frame["event"] == "ratify"].groupby("treaty")["day"].max()
        later = frame[frame["day"] > frame["treaty"].map(entry)]
        notice = later.loc[later["event"] == "denounce"].groupby("treaty")["day"].min().reindex(entry.index)
        periods = np.ceil((notice + year - entry - 30 * year) / (5 * year)).clip(lower=0)
        expiry = entry + 30 * year + 5 * year * periods
        termination = _terminations(later).reindex(entry.index)
        ends = np.fmin(np.fmin(expiry, termination), _PARAMETERS.H).fillna(_PARAMETERS.H)
        manner = np.where(termination.to_numpy() == ends.to_numpy(), "terminated", "expired")
        self._found = _rows(entry, ends.astype(np.int64), manner)

    def intervals(self) -> set[Interval]:
        """Return what was found."""
        found = self._found
        columns = (found[name].tolist() for name in ("treaty", "status", "since", "until"))
        return {(treaty, "treaty", *row) for treaty, *row in zip(*columns, strict=True)}


def _terminations(later: pd.DataFrame) -> pd.Series:
    """Return the day of the first termination by a party that then has the power."""
    findings = later.loc[later["event"] == "finding", ["treaty", "party", "day"]]
    holder = findings["party"].map({"a": "b", "b": "a"})
    since = findings.assign(party=holder).groupby(["treaty", "party"], observed=True)["day"].min()
    ending = later.loc[later["event"] == "terminate", ["treaty", "party", "day"]]
    known = ending.merge(since.rename("since").reset_index(), on=["treaty", "party"])
    return known[known["day"] > known["since"]].groupby("treaty")["day"].min()


def _rows(entry: pd.Series, ends: pd.Series, manner: np.ndarray) -> pd.DataFrame:
    """Return half-open intervals, those without a day left out."""
    treaty = entry.index.to_numpy()
    spans = [("pending", 0, entry), ("in_force", entry, ends), (manner, ends, _PARAMETERS.H)]
    found = pd.concat(
        [
            pd.DataFrame({"treaty": treaty, "status": status, "since": since, "until": until})
            for status, since, until in spans
        ],
        ignore_index=True,
    )
    return found[found["since"] < found["until"]]
