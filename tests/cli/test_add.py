"""`digistrat add`: the right file, everything else as it was, and comments that hold when the `#` is taken away."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

import pytest

from digistrat.cli.console import guarded
from digistrat.describe.schema import schema_text
from digistrat.starters.records import KINDS
from tests.strategies import lint, write

if TYPE_CHECKING:
    from pathlib import Path

USERS = "- id: patients\n  name: Patients\n"
SHAPE = {"unknown-key", "missing-key", "wrong-type", "bad-value", "bad-date", "bad-quantity", "bad-id", "duplicate-id",
         "unknown-file", "invalid-yaml", "cut-value", "duplicate-key", "unsupported-yaml"}  # fmt: skip
NAMED = {"alignment": "wgll", "frameworks": "Our own promises"}


def add(folder: Path, *arguments: str) -> int:
    return guarded(["add", *arguments, "--strategy", str(folder)])


def files_but(kind: str) -> dict[str, str | None]:
    """Give files to lay over the minimal ones, with room for a file of its own."""
    room = {f"{kind}.yaml": None} if kind in {"scoring", "delivery"} else {}
    return {"users.yaml": USERS, "scoring.yaml": "method: weighted\n", **room}


def shape(folder: Path) -> list[str]:
    return [f"{one.file}:{one.span.line} {one.message}" for one in lint(folder).findings if one.rule in SHAPE]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_added_is_sound(kind: str, tmp_path: Path) -> None:
    folder = write(tmp_path, files_but(kind))
    if kind in {"strategy", "mission"}:
        assert add(folder, kind) == 2
        return

    assert add(folder, kind, *([NAMED[kind]] if kind in NAMED else [])) == 0

    assert [] == shape(folder)


@pytest.mark.parametrize("kind", KINDS)
def test_every_comment_holds_when_its_sign_is_taken_away(kind: str, tmp_path: Path) -> None:
    folder = write(tmp_path, files_but(kind))
    if kind in {"strategy", "mission"}:
        return
    before = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}

    assert add(folder, kind, *([NAMED[kind]] if kind in NAMED else [])) == 0

    (changed,) = (path for path in folder.rglob("*.yaml") if path.read_text(encoding="utf-8") != before.get(path))
    text = changed.read_text(encoding="utf-8")
    changed.write_text(re.sub(r"^( *)# ( +- |[a-z_]+:)", r"\1\2", text, flags=re.MULTILINE), encoding="utf-8")
    assert changed.read_text(encoding="utf-8") != text
    assert [] == shape(folder)


def test_a_record_goes_to_the_end_of_its_list_and_the_rest_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# Ours\r\n- {id: a, title: A}   # the first\r\n\r\n- id: b\r\n  title: 'B'\r\n"
    folder = write(tmp_path, {"principles.yaml": "\ufeff" + text})
    os.chmod(folder / "principles.yaml", 0o640)  # noqa: PTH101

    assert add(folder, "principle", "Open first") == 0

    after = (folder / "principles.yaml").read_bytes().decode()
    assert after.startswith("\ufeff" + text)
    assert "- id: open-first\r\n  title: Open first\r\n" in after
    assert stat.S_IMODE((folder / "principles.yaml").stat().st_mode) == 0o640
    assert "principles.yaml:7  principles/open-first\n" in capsys.readouterr().out


def test_where_a_collection_is_a_folder_a_record_is_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {"services/blood-tests.yaml": "name: Blood tests\n"})

    assert add(folder, "services", "Results online") == 0

    text = (folder / "services" / "results-online.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../.digistrat/schema/services.json\nid: results-online\n")
    assert schema_text("services") == (folder / ".digistrat/schema/services.json").read_text(encoding="utf-8")


def test_beside_a_file_of_one_record_comes_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path, {"services.yaml": "id: blood-tests\nname: Blood tests\n"})

    assert add(folder, "service", "Results online") == 0

    assert (folder / "services" / "results-online.yaml").exists()
    assert (folder / "services.yaml").read_text(encoding="utf-8") == "id: blood-tests\nname: Blood tests\n"


def test_an_outcome_and_a_need_go_where_they_belong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"users.yaml": USERS + "- {id: staff, name: Staff}\n"})

    assert (0, 0, 2) == (
        add(folder, "outcome", "Fewer falls"),
        add(folder, "need", "Know the result", "--to", "staff"),
        add(folder, "need", "Know the result"),
    )

    assert "- id: fewer-falls\n" in (folder / "mission.yaml").read_text(encoding="utf-8")
    users = (folder / "users.yaml").read_text(encoding="utf-8")
    assert "know-the-result" in users[users.index("staff") :]
    assert "patients, staff" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["principle", "Open first", "--id", "open-first"], "has 'open-first' already"),
        (["principle", "Open first"], "has 'open-first' already"),
        (["principle", "By its old name"], "has 'by-its-old-name' already"),
        (["principle", "x", "--id", "Open First"], "letters, digits and hyphens: open-first"),
        (["principal", "x"], "did you mean 'principle'?"),
        (["scoring"], "scoring.yaml is there already"),
        (["engagement", "Ours"], "engagement.yaml has no title"),
        (["alignment"], "needs a name"),
    ],
)
def test_what_cannot_be_added_is_told(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path, {"principles.yaml": "- {id: open-first, title: Open first, was: by-its-old-name}\n"})
    before = {path: path.read_bytes() for path in folder.rglob("*")}

    assert add(folder, *arguments) == 2

    assert said in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in folder.rglob("*")}


def test_without_a_title_it_says_what_to_write(tmp_path: Path) -> None:
    folder = write(tmp_path, {})

    assert (0, 0) == (add(folder, "risk"), add(folder, "risk"))

    text = (folder / "risks.yaml").read_text(encoding="utf-8")
    assert ["new-risk", "new-risk-2"] == re.findall(r"^- id: (.*)$", text, flags=re.MULTILINE)
    assert "Say here:" in text


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, {"risks.yaml": "- {id: a, title: [\n"})

    assert add(folder, "risk", "Outage") == 3

    assert (folder / "risks.yaml").read_text(encoding="utf-8") == "- {id: a, title: [\n"
    assert "risks.yaml" in capsys.readouterr().err


def test_the_items_of_a_framework_are_there_to_be_answered(tmp_path: Path) -> None:
    folder = write(tmp_path, {})

    assert add(folder, "alignment", "wgll") == 0

    text = (folder / "alignment" / "wgll.yaml").read_text(encoding="utf-8")
    assert 7 == text.count("- item: ")
    assert [] == shape(folder)


def test_a_title_with_signs_is_quoted(tmp_path: Path) -> None:
    folder = write(tmp_path, {})

    assert add(folder, "principle", "  Say: 'no'\n# yes\u202e ") == 0

    assert [] == shape(folder)
    assert "id: say-no-yes" in (folder / "principles.yaml").read_text(encoding="utf-8")
