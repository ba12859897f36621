"""Many treaties as one columnar table, for queries, panels and networks."""

from inforce.corpus.needed import CorpusExtraError
from inforce.corpus.results import batches, results
from inforce.corpus.scope import Scope

__all__ = ["CorpusExtraError", "Scope", "batches", "results"]
