"""An article says what the record carries, and nothing else."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from inforce.answers import open as open_books
from inforce.answers.article import Article, Section, Statement, article
from inforce.answers.article.about import claims_about
from inforce.answers.article.references import statements_in
from inforce.answers.article.value import Block
from inforce.answers.timeline import timeline
from inforce.load import book_from_files, shipped_books
from inforce.model import ALL_VOICES, RECORD, Book, Claim, Question
from inforce.source import text_from_problem
from inforce.temporal import BEGINNING, FOREVER, Day, Stretch, UncertainDay, day_from_civil, iso_from_day

FOUNDING = "sino-soviet-1945"
CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.treaty.md"))
ALLIANCE = Path(__file__).parents[1] / "cli" / "alliance.treaty.md"

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)  # fmt: skip
DATE = re.compile(rf"\b(\d{{1,2}}) ({MONTHS}) (\d{{4}})\b")


@cache
def book_of(path: Path) -> Book:
    loaded = book_from_files([path])
    assert [text_from_problem(problem) for problem in loaded.problems] == []
    return loaded.book


@cache
def shipped() -> Book:
    return book_from_files(shipped_books()).book


@cache
def founding() -> Article:
    return open_books().treaty(FOUNDING).article()


def statements(told: Article) -> list[Statement]:
    return list(statements_in(told.box, told.lead, told.sections))


def labels(told: Article) -> Iterator[str]:
    waiting = [block for section in told.sections for block in _blocks(section)]
    while waiting:
        block = waiting.pop()
        yield block.label
        waiting.extend(block.under)


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for part in section.parts:
        yield from _blocks(part)


def words_of(told: Article) -> str:
    """Return the article as it is read, a line for each item, without marks of notes."""
    return re.sub(r"\[\^\d+\]", "", told.markdown()).replace("\\", "")


# What the founding article says, as far as the record carries it: one line for each of its statements.
FACTS = {
    "its name, in English": ["Treaty of Friendship and Alliance"],
    "its name in the traditional script": ["Chinese (zh): 中蘇友好同盟條約"],
    "signed on 14 August 1945": ["**Signed** | 14 August 1945"],
    "signed by the Nationalist Government and the Soviet Union": [
        "was a treaty between China and the Soviet Union",
        "14 August 1945, by China (Government of the Republic of China) and the Soviet Union",
    ],
    "expiry 24 February 1953": ["Encyclopaedia, English edition, the treaty is ended from 24 February 1953 on"],
    "10 UNTS 300": ["United Nations Treaty Series, volume 10, page 300 (10 UNTS 300)"],
    "China accepts the independence of Outer Mongolia": ["China shall recognise the independence of Outer Mongolia"],
    "within its previous borders": ["In the boundaries: existing"],
    "provided that a referendum is held": ["a plebiscite of Outer Mongolia confirms the wish for independence"],
    "provided that the USSR ceases aid, as one source reads it": [
        "Encyclopaedia, English edition reads it so: It applies so long as it is not so that the USSR gives the "
        "Chinese Communists military or economic aid and it is not so that the USSR gives the Ili army"
    ],
    "joint control of the railway": ["Railway is owned and operated jointly by China and the Soviet Union"],
    "its eventual return": ["shall transfer the Chinese Changchun Railway to China", "Without payment"],
    "China saw continuous support of the Communists": [
        "According to the Government of the Republic of China (said on 15 June 1948)",
        "the USSR gives the Chinese Communists military or economic aid",
    ],
    "the People's Republic is proclaimed on 1 October 1949": [
        "**1 October 1949** The Government of the People's Republic of China declares “the People's Republic of China”"
    ],
    "and recognised by the Soviet Union": [
        "According to the Soviet Union, the Government of the People's Republic of China speaks for China from 2 "
        "October 1949"
    ],
    "the General Assembly finds on 1 February 1952": [
        "**1 February 1952** The General Assembly of the United Nations finds that the Soviet Union failed to carry "
        "out",
        "Vote: 25 in favour, 9 against, 24 abstaining",
    ],
    "the Legislative Yuan votes on 24 February 1953": [
        "**24 February 1953** According to Encyclopaedia, English edition and Encyclopaedia, Chinese edition, China "
        "(Government of the Republic of China) decides internally “to end the treaty”",
        "A decision inside a state moves nothing between states",
    ],
    "recognition is rescinded, one source says and another denies": [
        "According to Encyclopaedia, English edition, on 24 February 1953 the Republic of China takes its recognition "
        "of Outer Mongolia back",
        "Essay on the ending of 1953 denies this",
    ],
}  # fmt: skip


@pytest.mark.parametrize("fact", FACTS)
def test_the_founding_article_s_statements_are_in_the_article(fact: str) -> None:
    told = words_of(founding())
    for words in FACTS[fact]:
        assert words in told, fact


@pytest.mark.parametrize(
    "words", ["finds that the Soviet Union failed", "Vote: 25 in favour", "recognise the independence"]
)
def test_what_the_founding_article_cites_has_its_footnotes(words: str) -> None:
    cited = [each for each in statements(founding()) if words in each.text]
    assert cited
    assert all(each.citations for each in cited)


def test_every_end_stands_in_the_box_with_whose_view_it_is() -> None:
    (ended,) = [row for row in founding().box if row.head == "Ended"]
    told = [statement.text for statement in ended.statements]
    assert "14 February 1950, by agreement" in told[0]
    assert "The Soviet Union" in told[0]
    assert "25 February 1953, by termination" in told[1]
    assert "The Republic of China" in told[1]
    assert told[2].startswith("Disputed from 14 February 1950, certain from 25 February 1953")


def test_a_view_tells_its_own_end_alone() -> None:
    told = open_books().treaty(FOUNDING).article(view="ussr")
    (ended,) = [row for row in told.box if row.head == "Ended"]
    assert [statement.text for statement in ended.statements] == ["14 February 1950, by agreement"]


def test_what_was_not_known_is_not_told() -> None:
    told = open_books().treaty(FOUNDING).article(known="1951-12-31")
    assert "failed to carry out" not in words_of(told)
    assert "as known on 31 December 1951" in told.basis.text
    assert "25 February 1953" not in " ".join(each.text for each in statements(told))


def books() -> Iterator[tuple[Book, str]]:
    for path in (*CASES, ALLIANCE):
        for treaty in book_of(path).treaties:
            yield book_of(path), treaty
    yield shipped(), FOUNDING
    yield shipped(), "sino-soviet-1950"


BOOKS = list(books())
NAMES = [treaty for _, treaty in BOOKS]


@pytest.mark.parametrize(("book", "treaty"), BOOKS, ids=NAMES)
def test_every_statement_has_its_ground_its_footnote_and_its_voice(book: Book, treaty: str) -> None:
    claims = {claim.id: claim for claim in book.claims}
    told = article(book, treaty)
    numbered = {note.citation for note in told.notes}
    for each in statements(told):
        assert each.grounds, each.text
        assert set(each.citations) <= numbered
        said = [
            claims[ground.removeprefix("claim ")] for ground in each.grounds if ground.startswith("claim ")
        ]
        if each.voice != RECORD and said:
            assert {claim.voice for claim in said} | {d.voice for c in said for d in c.details} >= set(
                each.voice.split(", ")
            )


@pytest.mark.parametrize(("book", "treaty"), BOOKS, ids=NAMES)
def test_every_claim_about_a_treaty_is_told_with_its_sources(book: Book, treaty: str) -> None:
    told = statements(article(book, treaty))
    for claim in claims_about(book, book.treaties[treaty]):
        carried = [each for each in told if f"claim {claim.id}" in each.grounds]
        assert carried, claim
        assert set(claim.citations) <= {cite for each in carried for cite in each.citations}


@pytest.mark.parametrize(("book", "treaty"), BOOKS, ids=NAMES)
def test_without_a_claim_its_sentences_are_gone(book: Book, treaty: str) -> None:
    whole = statements(article(book, treaty))
    about = claims_about(book, book.treaties[treaty])
    for claim in about[:: max(1, len(about) // 8)]:
        rest = replace(book, claims=tuple(each for each in book.claims if each.id != claim.id))
        left = statements(article(rest, treaty))
        ground = f"claim {claim.id}"
        assert not any(ground in each.grounds for each in left)
        texts = {each.text for each in left}
        for each in whole:
            if each.grounds == (ground,) and each.citations and not _said_again(each, left):
                assert each.text not in texts


def _said_again(each: Statement, left: list[Statement]) -> bool:
    """Whether another claim or line carries the same words."""
    return any(other.text == each.text and other.grounds != each.grounds for other in left)


@pytest.mark.parametrize(("book", "treaty"), BOOKS, ids=NAMES)
def test_every_date_is_one_of_the_record_or_of_a_computed_interval(book: Book, treaty: str) -> None:
    told = article(book, treaty)
    known = days_of(book, treaty)
    texts = (*(each.text for each in statements(told)), *labels(told))
    for text in texts:
        for day, month, year in DATE.findall(text):
            number = MONTHS.split("|").index(month) + 1
            assert day_from_civil(int(year), number, int(day)) in known, text


def days_of(book: Book, treaty: str) -> set[Day]:
    """Return every day that the record names, its lines and remarks among it, and where an interval begins."""
    days = {day for claim in book.claims for day in _days_of_claim(claim)}
    days |= {day for view in book.views.values() for s in view.speakers for day in (s.since, s.until) if day}
    days |= {
        day for actor in book.actors.values() for g in actor.governments if g.since for day in _ends(g.since)
    }
    days |= set(_days_in_words(repr((book.treaties, book.readings, book.claims))))
    for view in (*book.views, ALL_VOICES.id):
        for answer in timeline(book, Question(treaty, Day(0), view=view)):
            days |= set(_days_in_words(answer.since or ""))
    return days


def _days_of_claim(claim: Claim) -> Iterator[Day]:
    for when in (
        claim.when,
        claim.said,
        claim.known,
        claim.effect,
        claim.received,
        claim.until,
        claim.counting_from,
    ):
        yield from _ends(when)
    yield from _ends(claim.stretch)


def _ends(when: UncertainDay | Stretch | None) -> Iterator[Day]:
    if isinstance(when, Stretch):
        yield from (*_ends(when.start), *_ends(when.stop))
    elif when is not None:
        yield from (day for pair in when.candidates for day in pair if BEGINNING < day < FOREVER)


def _days_in_words(text: str) -> Iterator[Day]:
    for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", text):
        yield day_from_civil(int(year), int(month), int(day))
    for day, month, year in DATE.findall(text):
        yield day_from_civil(int(year), MONTHS.split("|").index(month) + 1, int(day))


HOSTILE = """\
treaty-format 1

actor ABC "Abc <script>alert(1)</script> & 'Sons'"
actor XYZ "Xyz | *bold* [x](javascript:alert(1))"

treaty evil-1990
  title        "A treaty <b>on</b> _pipes_ | and `ticks`"
  title        zh "條<i>約"
  parties      ABC, XYZ
  image        nowhere.png "A picture <img src=x onerror=alert(1)>"
  link         https://example.org/?a=1&b=<script>
  see also     javascript:alert(1)
  in force     upon signature by each party
  note         "# no heading, <script>nothing</script> and $no$ sum"

1990-01-02     ABC, XYZ sign evil-1990
  note         "- no list\\\\ [^1] ~~struck~~"
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Article:
    path = tmp_path / "evil.treaty"
    path.write_text(HOSTILE, encoding="utf-8")
    return article(book_of(path), "evil-1990")


def test_nothing_of_a_record_is_markup_in_html(hostile: Article) -> None:
    page = Page(hostile.html())
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert not any(link.startswith("javascript") for link in page.links)
    assert "<script>alert(1)</script>" in page.text


def test_nothing_of_a_record_is_markup_in_markdown(hostile: Article) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(hostile.markdown())
    inner = [child for token in tokens for child in token.children or ()]
    assert not [token for token in (*tokens, *inner) if token.type.startswith("html")]
    assert [token.attrGet("href") for token in inner if token.type == "link_open"] == [
        "https://example.org/?a=1&b="
    ]
    assert not [
        token for token in inner if token.type in ("em_open", "s_open", "code_inline") and token.level > 1
    ]
    told = "".join(token.content for token in inner if token.type == "text")
    assert "# no heading, <script>nothing</script> and $no$ sum" in told


class Page(HTMLParser):
    """A page as a browser reads it: every tag closed, and what it links, names and asks for."""

    VOID = ("meta", "img", "br", "link", "hr", "input")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.languages: set[tuple[str, str]] = set()
        self.asked: list[str] = []
        self.text = self._language = ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [named["id"] or ""] if "id" in named else []
        self.links += [named["href"] or ""] if "href" in named else []
        self.asked += [named["src"] or ""] if "src" in named else []
        self._language = named.get("lang") or ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._language:
            self.languages.add((data, self._language))
        self._language = ""


def test_html_is_whole_and_leads_nowhere_wrong() -> None:
    told = founding()
    page = Page(told.html())
    assert len(page.ids) == len(set(page.ids))
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert {f"note-{note.number}" for note in told.notes} <= set(inner)
    backs = {name for name in page.ids if name.startswith("cite-")}
    assert backs <= set(inner)
    assert all(link.startswith(("#", "https://", "http://")) for link in page.links)
    assert page.asked == []
    assert not {"script", "link", "iframe", "object"} & page.tags


def test_names_have_the_language_of_their_script() -> None:
    languages = Page(founding().html()).languages
    assert {("中蘇友好同盟條約", "zh"), ("Договор о дружбе и союзе", "ru")} <= languages


def test_an_article_takes_in_the_picture_that_lies_beside_its_treaty(tmp_path: Path) -> None:
    path = tmp_path / "evil.treaty"
    path.write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "nowhere.png").write_bytes(b"\x89PNG")
    told = open_books(path).treaty("evil-1990").article()
    assert Page(told.html()).asked == ["data:image/png;base64,iVBORw=="]


def test_a_notebook_shows_the_article() -> None:
    assert founding()._repr_html_().startswith("<main>")


def test_what_some_case_denies_is_not_told_as_certain() -> None:
    told = words_of(article(book_of(ALLIANCE), "alba-bor-1920"))
    assert "Disputed from 1 May 1926" in told
    assert iso_from_day(day_from_civil(1926, 5, 1)) == "1926-05-01"


def test_a_void_treaty_has_not_ended_and_objections_are_told_in_words() -> None:
    book = book_of(Path(__file__).parents[1] / "cases" / "early-and-reserved.treaty.md")
    told = words_of(article(book, "straits"))
    assert "Void as of 1 January 2000 (in the view “Who hears the court”)" in told
    assert "It is void as of 1 January 2000." in told
    assert "A ratifies the treaty, with a reservation to clause 9." in told
    assert (
        "B objects to the reservation of A to clause 9, and opposes the entry into force between them."
        in told
    )
    assert "A court finds that the treaty is void on the ground of a peremptory norm." in told
