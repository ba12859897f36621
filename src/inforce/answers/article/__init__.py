"""Articles: what the record carries of a treaty, in sections, as Markdown or HTML."""

from inforce.answers.article.value import Article, Note, Section, Statement
from inforce.answers.article.write import article

__all__ = ["Article", "Note", "Section", "Statement", "article"]
