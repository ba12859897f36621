"""Many treaties as one columnar table, for queries, panels and networks."""

from inforce.corpus.columnar import Columnar, CorpusError, open_columnar, write_columnar
from inforce.corpus.needed import CorpusExtraError
from inforce.corpus.query import sql
from inforce.corpus.results import batches, results
from inforce.corpus.scope import Scope

__all__ = [
    "Columnar",
    "CorpusError",
    "CorpusExtraError",
    "Scope",
    "batches",
    "open_columnar",
    "results",
    "sql",
    "write_columnar",
]
