"""The words of the RDF that are ours: what is a thing of its own, and what is said of things."""

from __future__ import annotations

from urllib.parse import quote

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies of others that are used beside ours."""

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
"""The type of every date."""

CLASSES = {
    "Treaty": "A treaty.",
    "Claim": "Somebody's statement that something was so, or was not.",
    "Answer": "A status on a day, in a view: computed, and no claim.",
    "Interval": "Days on which a status stays the same, in a view: computed, and no claim.",
}
"""What is a thing of its own."""

PROPERTIES = {
    "party": "A party that the text of the treaty names, by its code.",
    "when": "When it happened or held, according to the claim.",
    "said": "When the voice said it.",
    "known": "From when it was known, where that is another day.",
    "denied": "True where the voice says that it was not so.",
    "part": "The clause or instrument that an answer is about; without it, the treaty as a whole.",
    "bearer": "For whom the answer is, by its code.",
    "counterparty": "Towards whom it is, by its code.",
    "view": "In whose view.",
    "possibleStatus": "A status that it may be; where it has one, it is that.",
    "certainty": "certain, disputed, uncertain or unknown.",
    "since": "The first day of it.",
    "until": "The first day no longer.",
}
"""What is said of things, in our words."""


def own(base: str, name: str) -> str:
    """Return the address of one of our words.

    Raises:
        KeyError: if it is not written down here.

    >>> own("http://127.0.0.1:8945", "since")
    'http://127.0.0.1:8945/terms#since'
    """
    if name not in CLASSES and name not in PROPERTIES:
        raise KeyError(name)
    return f"{base}/terms#{name}"


def voice(base: str, code: str) -> str:
    """Return the address of a voice."""
    return f"{base}/terms#voice-{quote(code)}"
