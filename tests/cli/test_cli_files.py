import stat
from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import ALLIANCE, Run

LOOSE = "treaty-format 1\n\n\ntreaty x\n parties CHN,SUN ; both\n"
LAID = "treaty-format 1\n\ntreaty x\n  parties      CHN, SUN"


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    path = tmp_path / "x.treaty"
    path.write_bytes(LOOSE.encode())
    return path


def test_a_file_is_laid_out_and_then_left_alone(inforce: Run, loose: Path) -> None:
    first = inforce("format", str(loose))
    assert (first.exit_code, str(loose) in first.output) == (0, True)
    assert loose.read_text(encoding="utf-8").startswith(LAID)
    written = loose.stat()
    assert inforce("format", str(loose)).output == ""
    assert (loose.stat().st_ino, loose.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    assert list(loose.parent.iterdir()) == [loose]


def test_check_names_the_files_and_writes_nothing(inforce: Run, loose: Path) -> None:
    result = inforce("format", "--check", ALLIANCE, str(loose))
    assert result.exit_code == 1
    assert str(loose) in result.output
    assert ALLIANCE not in result.output
    assert loose.read_bytes() == LOOSE.encode()


def test_what_is_piped_in_is_piped_out(inforce: Run) -> None:
    result = inforce("format", "-", typed=LOOSE.encode())
    assert (result.exit_code, result.output.startswith(LAID)) == (0, True)
    assert inforce("format", "--check", "-", typed=LOOSE.encode()).exit_code == 1
    assert inforce("format", "--check", "-", typed=result.output.encode()).exit_code == 0


def test_the_prose_of_a_piped_file_is_left_alone(inforce: Run) -> None:
    text = f"#  Prose   as it is\n\n```treaty\n{LOOSE}```\n"
    result = inforce("format", "-", typed=text.encode())
    assert result.output.startswith("#  Prose   as it is\n\n```treaty\n" + LAID)


def test_line_ends_permissions_and_links_stay(inforce: Run, loose: Path) -> None:
    loose.write_bytes(LOOSE.replace("\n", "\r\n").encode())
    loose.chmod(0o640)
    link = loose.with_name("link.treaty")
    link.symlink_to(loose)
    assert inforce("format", str(link)).exit_code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(loose.stat().st_mode) == 0o640
    assert loose.read_bytes().startswith(LAID.replace("\n", "\r\n").encode())
    assert inforce("format", "--check", str(loose)).exit_code == 0


def test_a_file_that_cannot_be_read_does_not_keep_others_from_being_laid_out(
    inforce: Run, loose: Path
) -> None:
    result = inforce("format", str(loose.with_name("none.treaty")), str(loose))
    assert result.exit_code == 1
    assert "There is no such file." in result.output
    assert loose.read_text(encoding="utf-8").startswith(LAID)


def test_format_as_json_says_what_changed(inforce: Run, loose: Path) -> None:
    found = msgspec.json.decode(inforce("format", "--check", ALLIANCE, str(loose), "--json").stdout)
    assert [(each["file"], each["changed"]) for each in found["answers"]] == [
        (ALLIANCE, False),
        (str(loose), True),
    ]


def test_a_new_file_is_good_and_can_be_asked(inforce: Run, tmp_path: Path) -> None:
    assert inforce("new", "border-treaty-2001", "--dir", str(tmp_path)).exit_code == 0
    path = str(tmp_path / "border-treaty-2001.treaty.md")
    assert inforce("check", path).exit_code == 0
    assert inforce("format", "--check", path).exit_code == 0
    assert inforce("status", "border-treaty-2001", "--book", path).exit_code == 0


def test_a_file_is_never_written_over(inforce: Run, tmp_path: Path) -> None:
    path = tmp_path / "border-treaty-2001.treaty.md"
    path.write_text("mine", encoding="utf-8")
    result = inforce("new", "border-treaty-2001", "--dir", str(tmp_path))
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, "mine")


@pytest.mark.parametrize("name", ["Border Treaty", "../x", "", "a/b", "条约"])
def test_a_treaty_needs_a_name_that_lasts(inforce: Run, tmp_path: Path, name: str) -> None:
    result = inforce("new", name, "--dir", str(tmp_path))
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "kebab-case" in result.output
