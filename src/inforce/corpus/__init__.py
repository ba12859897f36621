"""Many treaties as one columnar table, for queries, panels and networks."""

from inforce.corpus.columnar import Columnar, CorpusError, open_columnar
from inforce.corpus.needed import CorpusExtraError
from inforce.corpus.panel_files import PanelFileError
from inforce.corpus.panel_value import Column, Panel, Provenance, Query, Remark, cite
from inforce.corpus.query import sql
from inforce.corpus.results import batches, results
from inforce.corpus.scope import Scope
from inforce.corpus.writing import write_columnar

__all__ = [
    "Column",
    "Columnar",
    "CorpusError",
    "CorpusExtraError",
    "Panel",
    "PanelFileError",
    "Provenance",
    "Query",
    "Remark",
    "Scope",
    "batches",
    "cite",
    "open_columnar",
    "results",
    "sql",
    "write_columnar",
]
