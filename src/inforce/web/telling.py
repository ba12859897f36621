"""Templates, and the few words that they need: days, addresses, languages."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from inforce.answers.article.dates import words_from_day
from inforce.answers.article.names import language_named
from inforce.answers.picture.patterns import fill_of, patterns
from inforce.answers.wording import words_from_status
from inforce.source.excerpt import safe
from inforce.temporal import iso_from_day
from inforce.web.address import address_of


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("inforce.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        iso=iso_from_day,
        day=words_from_day,
        language=language_named,
        words=words_from_status,
        fill=fill_of,
        plain=safe,
    )
    environment.globals.update(address=address_of, patterns="".join(patterns()))
    return environment


def page(template: str, **shown: object) -> str:
    """Return a page as HTML; every text is escaped."""
    return _templates().get_template(template).render(**shown)
