"""Names for people in the place of codes: of actors, treaties, clauses, facts and languages."""

import re
from functools import cached_property

from inforce.answers.article.dates import words_from_day
from inforce.answers.article.grammar import inside, listed, with_article
from inforce.model import Actor, ActorAt, Book, LanguageName, Treaty
from inforce.temporal import DateError, day_from_iso

_LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bo": "Tibetan", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "mn": "Mongolian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
"""English names of the languages in which treaties are most often made (ISO 639-1)."""

_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_SCRIPTS = {"hans": "simplified", "hant": "traditional", "latn": "romanised", "cyrl": "Cyrillic"}


def language_named(tag: str) -> str:
    """Return the English name of a language with its script; the tag itself where it is not known.

    >>> language_named("zh-Hant"), language_named("tlh")
    ('Chinese (traditional)', 'tlh')
    """
    primary, *rest = tag.split("-")
    name = _LANGUAGES.get(primary.lower(), tag)
    script = next((_SCRIPTS[part.lower()] for part in rest if part.lower() in _SCRIPTS), "")
    return f"{name} ({script})" if script and name != tag else name


def _day_in_words(match: re.Match[str]) -> str:
    try:
        return words_from_day(day_from_iso(match[0]))
    except DateError:
        return match[0]


class Names:
    """The names of a book, as an article about one of its treaties uses them."""

    def __init__(self, book: Book, treaty: Treaty) -> None:
        self.book, self.about = book, treaty

    def actor(self, code: str) -> str:
        """Return the name of an actor as it stands in a sentence."""
        found = self.book.actors.get(code)
        return with_article(found.name) if found and found.name else code

    def actor_at(self, actor: ActorAt) -> str:
        """Return the name of an actor with the government that acts for it."""
        name = self.actor(actor.code)
        if not actor.government:
            return name
        return f"{name} ({self.actor(actor.government).removeprefix('the ')})"

    def scripts(self, named: Actor | Treaty) -> tuple[LanguageName, ...]:
        """Return the names in other languages than that of the file."""
        own = named.name if isinstance(named, Actor) else named.title
        return tuple(name for name in named.names if name.text != own)

    def treaty(self, treaty_id: str) -> str:
        """Return how a treaty is called in a sentence; the one that the article is about is the treaty."""
        if treaty_id == self.about.id:
            return "the treaty"
        found = self.book.treaties.get(treaty_id)
        return with_article(found.title) if found else treaty_id

    def instrument(self, instrument_id: str) -> str:
        """Return how an instrument of the treaty is called in a sentence; nothing if it has no such one."""
        titles = (part.title for part in self.about.instruments if part.id == instrument_id)
        return with_article(next(titles, ""))

    def clauses(self, ids: tuple[str, ...], treaty_id: str = "") -> str:
        """Return how clauses are called in a sentence."""
        of = f" of {self.treaty(treaty_id)}" if treaty_id not in ("", self.about.id) else ""
        return f"clause{'s' * (len(ids) > 1)} {listed(ids)}{of}"

    def phrase(self, text: str) -> str:
        """Put names, sentences and dates in words into the place of codes in a line of the record."""
        listing = self._codes_in_a_row.sub(lambda match: listed(match[0].split(", ")), text)
        return _DAY.sub(_day_in_words, self._codes.sub(self._named, listing))

    def fact(self, fact_id: str, whom: str = "") -> str:
        """Return the sentence of a fact as part of another."""
        fact = self.book.facts.get(fact_id)
        told = inside(fact.sentence, self._common) if fact else fact_id
        return f"{told} ({self.actor(whom)})" if whom and whom not in told else told

    @cached_property
    def _common(self) -> frozenset[str]:
        """The words that the record writes small somewhere: no names, so small inside a sentence too."""
        book = self.book
        texts = [fact.sentence for fact in book.facts.values()]
        texts += [clause.sentence for treaty in book.treaties.values() for clause in treaty.clauses]
        texts += [detail.text for claim in book.claims for detail in claim.details]
        words = {word for text in texts for word in _WORD.findall(text) if word.islower()}
        return frozenset(words - {*book.assets, *book.facts, *book.actors})

    @cached_property
    def _table(self) -> dict[str, str]:
        book = self.book
        table = {group.id: with_article(group.title or group.id) for group in book.groups.values()}
        table |= {asset.id: with_article(self._thing(asset.title)) for asset in book.assets.values()}
        table |= {name: self.treaty(name) for name in book.treaties}
        table |= {part.id: with_article(part.title) for part in self.about.instruments if "-" in part.id}
        table |= {code: self.actor(code) for code in book.actors}
        return table | {name: self.fact(name) for name in book.facts}

    def _thing(self, title: str) -> str:
        """Return what a thing or territory is called in a sentence; a title of several capitals is a name."""
        _, *rest = title.split()
        return inside(title, self._common) if rest and rest[0].islower() else title

    @cached_property
    def _codes_in_a_row(self) -> re.Pattern[str]:
        code = f"(?:{'|'.join(map(re.escape, sorted(self.book.actors, key=len, reverse=True))) or '(?!)'})"
        return re.compile(rf"(?<![\w.-]){code}(?:, {code})+(?![\w-])")

    @cached_property
    def _codes(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, sorted(self._table, key=len, reverse=True))) or r"(?!)"
        return re.compile(
            r"(?P<the>\b[Tt]he )?(?P<no>\bnot )?(?P<of>\b(?:of|after|before) )?"
            rf"(?<![\w.-])(?P<code>{names})(?![\w-]|\.\w)"
        )

    def _named(self, match: re.Match[str]) -> str:
        code, the, no, of = (match[name] or "" for name in ("code", "the", "no", "of"))
        told = self._table[code]
        if code in self.book.facts:
            day = f"{of}the day on which " if of else ""
            return f"{the}{'it is not so that ' if no else ''}{day}{told}"
        return f"{the}{no}{of}{told.removeprefix('the ') if the and not (no or of) else told}"
