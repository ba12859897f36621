"""Records that stand in no file: entries of a claim log, the lines of a what-if."""

from __future__ import annotations

from collections.abc import Sequence

from inforce.load.files import Files, Placed
from inforce.load.loaded import Added
from inforce.parse import syntax_from_text
from inforce.source import source_from_text


def files_with_added(files: Files, added: Sequence[Added]) -> Files:
    """Return files with what is added behind them; the files themselves are left as they were read."""
    whole = Files([*files.documents], [*files.placed], [*files.problems], [*files.read], [*added])
    for each in added:
        document, problems = syntax_from_text(source_from_text(each.file, each.text), whole=False)
        whole.documents.append(document)
        whole.problems.extend(problems)
        whole.placed.extend(Placed(directive, document, each.treaty) for directive in document.directives)
    return whole
