"""The person's own files: what stands in them, where, and what is wrong with it.

Nothing here knows treaties. The room reads a file, points into it, and tells a `Problem` the way a person
wants to meet one: with the place, the heading, the line itself, a caret and the likely fix.
"""

from inforce.source.nearest import did_you_mean
from inforce.source.place import Place, place_of_file
from inforce.source.problem import Problem
from inforce.source.telling import text_from_problem
from inforce.source.text import SourceText, read_source, source_from_bytes, source_from_text

__all__ = [
    "Place",
    "Problem",
    "SourceText",
    "did_you_mean",
    "place_of_file",
    "read_source",
    "source_from_bytes",
    "source_from_text",
    "text_from_problem",
]
