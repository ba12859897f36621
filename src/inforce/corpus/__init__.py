"""Many treaties as one columnar table, for queries, panels and networks."""

from inforce.corpus.needed import CorpusExtraError
from inforce.corpus.panel_files import PanelFileError
from inforce.corpus.panel_value import Column, Panel, Provenance, Query, Remark, cite
from inforce.corpus.results import batches, results
from inforce.corpus.scope import Scope

__all__ = [
    "Column",
    "CorpusExtraError",
    "Panel",
    "PanelFileError",
    "Provenance",
    "Query",
    "Remark",
    "Scope",
    "batches",
    "cite",
    "results",
]
