"""Where a treaty is published, with the series in full."""

import re

_SERIES = {
    "UNTS": "United Nations Treaty Series",
    "LNTS": "League of Nations Treaty Series",
    "CETS": "Council of Europe Treaty Series",
    "ETS": "European Treaty Series",
    "ILM": "International Legal Materials",
    "UST": "United States Treaties and Other International Agreements",
    "TIAS": "Treaties and Other International Acts Series",
    "CTS": "Consolidated Treaty Series",
}
"""The series of treaties that are cited by their letters."""

_PLACE = re.compile(r"^(\d+) (?:Parry )?([A-Z]+) (\d+)$")


def publication_in_words(text: str) -> str:
    """Return a place of publication in words, the citation behind it; any other text stays as it is.

    >>> publication_in_words("10 UNTS 300")
    'United Nations Treaty Series, volume 10, page 300 (10 UNTS 300)'
    """
    place = _PLACE.match(text)
    if place is None or place[2] not in _SERIES:
        return text
    return f"{_SERIES[place[2]]}, volume {place[1]}, page {place[3]} ({text})"
