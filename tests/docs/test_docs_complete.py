"""Documentation that cannot go stale: everything has its place in the manual, and the manual has nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from inforce.cli.verbs import inforce_command
from inforce.exchange import atop, manytreaties, state_lists, wipo
from inforce.model import CERTAINTIES, FLAGS, STATUSES, VERBS, Custom, Verb
from inforce.parse.directives import DIRECTIVES, KEYLESS, KEYS
from inforce.parse.keys import key_and_length
from inforce.parse.tokens import tokens_from_line
from inforce.rules import RULES
from tests.docs.pages import DOCS, MANUAL, PAGES, ROOT

CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
NORMS = {
    "Of a treaty": ("treaty",),
    "Of a duty to achieve": ("achieve",),
    "Of a duty to maintain, and of a prohibition": ("maintain", "prohibition"),
    "Of a permission": ("permission",),
    "Of a power": ("power",),
    "Of a clause that constitutes": ("constitutive",),
}
"""The headings of the page on statuses, and the kinds of norm under each."""

COLUMNS_READ = [
    ("atop", (*atop.ENTRY, *atop.EXIT, atop.ATOP.voice)),
    ("manytreaties", (*manytreaties.GGO.parties, *manytreaties.IEADB.parties)),
    ("manytreaties", (manytreaties.GGO.described.voice, manytreaties.IEADB.described.voice)),
    ("wipo", (*wipo.COLUMNS, *wipo.NEEDED, *wipo.VERBS.values())),
    ("states", tuple(kind.name for kind in state_lists.KINDS)),
]


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def rows(text: str, heading: str = "") -> Iterator[list[str]]:
    """Yield the cells of every table row under a heading, without the heads of tables."""
    if heading:
        text = re.split(r"^#+ ", text.split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = text.splitlines()
    for number, line in enumerate(lines):
        is_head = lines[number + 1 : number + 2] and lines[number + 1].startswith("|---")
        if line.startswith("| ") and not is_head:
            yield [cell.strip() for cell in line.strip("| ").split(" | ")]


def named(text: str, heading: str = "") -> list[str]:
    """Return the code that stands first in each row."""
    return [code[1] for cells in rows(text, heading) if (code := CODE.match(cells[0]))]


def pages_in(folder: str) -> set[str]:
    return {page.stem for page in (MANUAL / folder).glob("*.md")}


def test_every_directive_has_a_page_and_every_page_a_directive() -> None:
    assert pages_in("directives") == set(DIRECTIVES)


@pytest.mark.parametrize("directive", DIRECTIVES)
def test_a_directive_page_has_every_key_and_no_other(directive: str) -> None:
    text = text_of(MANUAL / "directives" / f"{directive}.md")
    lines = [tokens_from_line(f"  {code}", 1) for code in named(text, "Lines")]
    documented = [key_and_length(directive, tokens)[0] for tokens in lines]
    assert set(documented) == set(KEYS[directive])
    assert ("(no key)" in text) == (directive in KEYLESS)


@pytest.mark.parametrize("directive", DIRECTIVES)
def test_a_directive_page_has_an_example_and_two_mistakes(directive: str) -> None:
    text = text_of(MANUAL / "directives" / f"{directive}.md")
    assert "\n```treaty\ntreaty-format 1\n" in text
    assert text.count("\n```mistake") == text.count("\n```problem\n") == 2


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert pages_in("rules") == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_page_has_the_rule_s_article_date_and_standing(rule: str) -> None:
    from inforce.temporal import iso_from_day

    found, text = RULES[rule], text_of(MANUAL / "rules" / f"{rule}.md")
    facts = {cells[0]: cells[1] for cells in rows(text) if len(cells) == 2}
    assert text.startswith(f"# {rule}\n")
    assert facts["article"] == found.article
    assert facts["custom"] == f"`{found.custom}`"
    assert facts["could bind as treaty law from"] == iso_from_day(found.binding_from)
    assert facts["applied by default"] == ("yes" if found.default else "no")
    assert "```treaty\n" in text
    assert "\nexpect " in text


def test_the_standings_of_custom_are_the_model_s() -> None:
    standings = set(Custom.__args__)  # type: ignore[attr-defined]
    assert standings <= set(named(text_of(MANUAL / "index.md"), "Rules of general law"))


def test_the_table_of_acts_is_the_closed_list() -> None:
    table = [cells for cells in rows(text_of(MANUAL / "acts.md")) if len(cells) == 5]
    assert table == [row_of(verb) for verb in VERBS]


def row_of(verb: Verb) -> list[str]:
    tail = f" … {verb.tail}" if verb.tail else ""
    words = ", ".join(f"`{each}{tail}`" for each in verb.words)
    power = f"`{verb.power}`" if verb.power else "–"
    return [f"`{verb.name}`", words, verb.object, power, verb.meaning]


def test_every_act_is_said_to_have_an_effect_or_none() -> None:
    told = rows(text_of(MANUAL / "acts.md"), "When an act has an effect")
    acts = [act for cells in told for act in CODE.findall(cells[0])]
    assert sorted(acts) == sorted(verb.name for verb in VERBS)


def test_the_kinds_of_object_are_those_of_the_acts() -> None:
    table = [cells[0] for cells in rows(text_of(MANUAL / "acts.md"), "What an act acts upon")]
    assert set(table) == {verb.object for verb in VERBS}


@pytest.mark.parametrize("heading", NORMS)
def test_the_statuses_of_a_kind_stand_in_their_order(heading: str) -> None:
    told = named(text_of(MANUAL / "statuses.md"), heading)
    for kind in NORMS[heading]:
        assert told == list(STATUSES[kind])  # type: ignore[index]


def test_every_kind_of_norm_has_its_statuses() -> None:
    assert {kind for kinds in NORMS.values() for kind in kinds} == set(STATUSES)


def test_flags_and_certainties_are_the_closed_lists() -> None:
    text = text_of(MANUAL / "statuses.md")
    assert named(text, "Flags") == list(FLAGS)
    assert named(text, "Contested, and how certain") == list(CERTAINTIES)


def test_the_kinds_of_days_are_the_closed_list() -> None:
    from inforce.answers.window import KINDS

    table = text_of(MANUAL / "verbs" / "due.md").split("| kind |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(KINDS)


def test_verdicts_and_confusions_are_the_closed_lists() -> None:
    from inforce.answers.bounds import VERDICTS
    from inforce.answers.confusions import CONFUSIONS

    text = text_of(MANUAL / "verbs" / "against.md")
    assert named(text, "What a day may be beside the record") == list(VERDICTS)
    assert named(text, "What may have been mixed up") == list(CONFUSIONS)


def commands() -> dict[str, click.Command]:
    context = click.Context(inforce_command)
    names = inforce_command.list_commands(context)
    return {name: command for name in names if (command := inforce_command.get_command(context, name))}


def test_every_importer_has_a_page_and_every_page_an_importer() -> None:
    from inforce.cli.importing import SOURCES
    from inforce.exchange import IMPORTERS

    assert pages_in("importers") == set(IMPORTERS) == set(SOURCES)
    assert set(re.findall(r"\| \[`(\w+)`\]", text_of(MANUAL / "verbs" / "import.md"))) == set(IMPORTERS)


@pytest.mark.parametrize(("page", "words"), COLUMNS_READ)
def test_an_importer_s_page_names_the_columns_that_it_reads(page: str, words: tuple[str, ...]) -> None:
    told = set(CODE.findall(text_of(MANUAL / "importers" / f"{page}.md")))
    assert set(words) <= told


def test_every_verb_has_a_page_and_every_page_a_verb() -> None:
    assert pages_in("verbs") == set(commands())


def taken_by(command: click.Command) -> set[str]:
    """Return what a verb takes: its arguments and long options; of a verb that has verbs, these."""
    if isinstance(command, click.Group):
        return set(command.list_commands(click.Context(command)))
    options = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}
    arguments = {str(each.human_readable_name) for each in command.params if isinstance(each, click.Argument)}
    return {option for option in options if option.startswith("--")} | arguments


def verbs_of_verbs() -> dict[str, click.Command]:
    """Return the verbs of verbs by both words: ``log append``."""
    groups = {name: command for name, command in commands().items() if isinstance(command, click.Group)}
    return {
        f"{name} {inner}": found
        for name, group in groups.items()
        for inner in group.list_commands(click.Context(group))
        if (found := group.get_command(click.Context(group), inner))
    }


@pytest.mark.parametrize("verb", commands())
def test_a_verb_page_has_every_option_and_no_other(verb: str) -> None:
    table = text_of(MANUAL / "verbs" / f"{verb}.md").split("\n## ")[0]
    assert {code.split()[0] for code in named(table)} == taken_by(commands()[verb])


@pytest.mark.parametrize("verb", verbs_of_verbs())
def test_a_verb_of_a_verb_has_a_section_with_every_option_and_an_example(verb: str) -> None:
    text = text_of(MANUAL / "verbs" / f"{verb.split(maxsplit=1)[0]}.md")
    section = text.split(f"\n## {verb.split()[1]}\n", 1)[1].split("\n## ")[0]
    assert {code.split()[0] for code in named(section)} == taken_by(verbs_of_verbs()[verb])
    assert f"$ inforce {verb}" in text


@pytest.mark.parametrize("verb", commands())
def test_a_verb_page_has_an_example_and_the_exit_statuses(verb: str) -> None:
    text = text_of(MANUAL / "verbs" / f"{verb}.md")
    assert f"\n$ inforce {verb}" in text
    assert "\n## Exit status\n" in text


def test_every_format_has_a_page_and_every_page_a_format() -> None:
    from inforce.exchange.forms.kinds import FORMS, WHOLE

    assert pages_in("formats") == set(FORMS)
    table = list(rows(text_of(MANUAL / "verbs" / "export.md"), "Formats"))
    told = {cells[0].split("`")[1]: cells[2] for cells in table}
    assert list(told) == list(FORMS)
    assert {name for name, whole in told.items() if whole != "–"} == set(WHOLE)


def test_a_format_s_page_has_its_columns_fields_and_words() -> None:
    from inforce.answers import Answer
    from inforce.exchange.forms.bibtex import KINDS
    from inforce.exchange.forms.table import COLUMNS
    from inforce.exchange.forms.terms import CLASSES, PROPERTIES

    pages = {page.stem: text_of(page) for page in (MANUAL / "formats").glob("*.md")}
    assert named(pages["csv"]) == list(COLUMNS)
    ours = [each for each in named(pages["ttl"]) if each.startswith("inforce:")]
    assert ours == [f"inforce:{name}" for name in (*CLASSES, *PROPERTIES)]
    assert set(KINDS) <= set(named(pages["bibtex"]))
    keys = [key for cells in rows(pages["json"]) for key in CODE.findall(cells[0])]
    assert keys == list(Answer.__struct_fields__)


def test_the_table_on_the_page_of_csv_is_what_is_written(tmp_path: Path) -> None:
    from inforce.cli.verbs import inforce_command

    words = [
        "export",
        "lake-ferry-1931",
        "--clause",
        "2",
        "--to",
        "csv",
        "--out",
        str(tmp_path / "landing.csv"),
    ]
    inforce_command.main(
        [*words, "--book", str(MANUAL / "examples" / "lake-ferry.treaty.md")], standalone_mode=False
    )
    written = (tmp_path / "landing.csv").read_text(encoding="utf-8")
    assert f"\n```text\n{written}```\n" in text_of(MANUAL / "formats" / "csv.md")


def test_the_index_leads_to_every_page() -> None:
    links = LINK.findall(text_of(MANUAL / "index.md"))
    linked = {(MANUAL / link.split("#")[0]).resolve() for link in links}
    pages = {page for page in PAGES if MANUAL in page.parents} | {DOCS / "architecture.md"}
    assert pages - {MANUAL / "index.md"} <= linked


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_leads_nowhere(page: Path) -> None:
    for link in LINK.findall(text_of(page)):
        path, _, place = link.partition("#")
        if "://" in link:
            continue
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), link
        if place:
            assert place in places_of(text_of(found)), link


def places_of(text: str) -> set[str]:
    """Return the names by which the headings of a page are linked to."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
