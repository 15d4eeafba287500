"""`digistrat import`: shown first, written only when told, refused aloud."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.exchange.sheets import edited, files, matrix, strategy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return strategy(tmp_path, files(exchange__theirs="columns: {Project: title, P: scores.patient, T: total}\n"))


@pytest.fixture
def filled(folder: Path, tmp_path: Path) -> Path:
    def change(book: Any) -> None:
        book["Matrix"]["G7"] = 9

    path = tmp_path / "matrix.xlsx"
    path.write_bytes(edited(matrix(folder), change))
    return path


def test_the_change_is_shown_and_nothing_is_written(
    digistrat: Callable[..., Done], folder: Path, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "initiatives.yaml").read_bytes()
    monkeypatch.chdir(folder)

    done = digistrat("import", filled)

    assert 0 == done.exit_code
    assert (
        "--- initiatives.yaml\n+++ initiatives.yaml\n@@ -4,7 +4,7 @@\n"
        "   outcome: Family doctors read what happened before the patient calls\n"
        "   owner: Medical director\n   outcomes: less-waiting\n"
        "-  scores: {patient: 8, staff: 3}   # agreed in May\n+  scores: {patient: 9, staff: 3}   # agreed in May\n"
    ) in done.stdout
    assert "1 change in 1 file\nnothing is written yet: --write writes it\n" == done.stderr
    assert before == (folder / "initiatives.yaml").read_bytes()


def test_write_writes_it(digistrat: Callable[..., Done], folder: Path, filled: Path) -> None:
    before = (folder / "initiatives.yaml").read_text(encoding="utf-8")

    done = digistrat("import", filled, folder, "--write")

    assert (0, "") == (done.exit_code, done.stdout)
    assert done.stderr.endswith("written: 1 file; `git diff` shows them, and `digistrat lint` checks them\n")
    assert before.replace("patient: 8", "patient: 9") == (folder / "initiatives.yaml").read_text(encoding="utf-8")
    assert "nothing changes\n" == digistrat("import", filled, folder, "--write").stderr


def test_a_byte_order_mark_stays(digistrat: Callable[..., Done], folder: Path, filled: Path) -> None:
    path = folder / "initiatives.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    before = path.read_bytes()

    digistrat("import", filled, folder, "--write")

    assert before.replace(b"patient: 8", b"patient: 9") == path.read_bytes()


def test_a_wrong_total_is_refused_and_nothing_is_written(
    digistrat: Callable[..., Done], folder: Path, tmp_path: Path
) -> None:
    before = (folder / "initiatives.yaml").read_bytes()
    (tmp_path / "list.csv").write_text(
        "Project;P;T\nLetters without paper;9;45\nTelephones that say who calls;4;25\n", encoding="utf-8"
    )

    done = digistrat("import", tmp_path / "list.csv", folder, "--write")

    assert (1, "") == (done.exit_code, done.stdout)
    assert (
        "list.csv: read as UTF-8 with semicolons between the columns\n"
        "refused: row 3, column C (T): states a total of 25, and its scores make 20 (patient 20)\n"
        "nothing is taken: 1 total does not match its scores; put right the one or the other\n"
    ) == done.stderr
    assert before == (folder / "initiatives.yaml").read_bytes()


def test_rows_not_taken_are_counted_though_one_line_says_it(
    digistrat: Callable[..., Done], folder: Path, tmp_path: Path
) -> None:
    layout = "columns: {Project: title, P: scores.patient, Who: by}\n"
    (folder / "exchange" / "theirs.yaml").write_text(layout, encoding="utf-8")
    rows = "Letters without paper,9,Nurse\nLetters without paper,7,Doctor\n"
    (tmp_path / "list.csv").write_text(f"Project,P,Who\n{rows}", encoding="utf-8")

    done = digistrat("import", tmp_path / "list.csv", folder)

    assert "not taken: rows 2–3: it was scored in one session; name the roles" in done.stderr
    assert done.stderr.endswith("nothing changes; 2 rows not taken\n")


def test_a_row_that_is_not_taken_is_a_no_and_the_others_are_written(
    digistrat: Callable[..., Done], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text(
        "Project,P,T\nLetters without paper,80,\nRobots\x1b[31m,4,\nDrones,x,\n", encoding="utf-8"
    )

    done = digistrat("import", tmp_path / "list.csv", folder, "--write", "--using", "exchange/theirs.yaml")

    assert 1 == done.exit_code
    assert "not taken: row 3, column A (Project): there is no 'Robots\\u001b[31m' in initiatives; --add" in done.stderr
    assert (
        "lint will say: initiatives.yaml: 80 for 'patient' is above its maximum of 10 [score-above-maximum]"
        in done.stderr
    )
    assert "1 change in 1 file; 2 rows not taken\nwritten: 1 file" in done.stderr
    assert "patient: 80" in (folder / "initiatives.yaml").read_text(encoding="utf-8")


def test_a_new_record_gets_a_file_where_the_others_have_one(digistrat: Callable[..., Done], tmp_path: Path) -> None:
    folder = strategy(
        tmp_path, files(initiatives=None, initiatives__a="title: One\n", exchange__theirs="columns: {P: title}\n")
    )
    (folder / "initiatives.yaml").unlink(missing_ok=True)
    (tmp_path / "list.csv").write_text("P\nRobots\n", encoding="utf-8")

    shown, done = (digistrat("import", tmp_path / "list.csv", folder, "--add", *more) for more in ((), ("--write",)))

    assert "+id: robots\n+title: Robots\n+status: proposed\n" in shown.stdout
    assert 0 == done.exit_code
    assert "id: robots\ntitle: Robots\nstatus: proposed\n" == (folder / "initiatives" / "robots.yaml").read_text(
        encoding="utf-8"
    )


def test_a_file_that_nobody_reads_is_not_written_over(digistrat: Callable[..., Done], tmp_path: Path) -> None:
    folder = strategy(
        tmp_path, files(initiatives=None, initiatives__a="title: One\n", exchange__theirs="columns: {P: title}\n")
    )
    (folder / "initiatives.yaml").unlink(missing_ok=True)
    (folder / "initiatives" / "robots.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "list.csv").write_text("P\nRobots\n", encoding="utf-8")

    done = digistrat("import", tmp_path / "list.csv", folder, "--add", "--write")

    assert 3 == done.exit_code
    assert not (tmp_path / "nowhere").exists()


def test_json_says_all_of_it(digistrat: Callable[..., Done], folder: Path, filled: Path, tmp_path: Path) -> None:
    done = digistrat("import", filled, folder, "--format", "json")
    (tmp_path / "list.csv").write_text("Project,P,T\nRobots,4,\n,,\nLetters without paper,,\n", encoding="utf-8")
    other = json.loads(digistrat("import", tmp_path / "list.csv", folder, "--format", "json", "--weights").stdout)

    data = json.loads(done.stdout)
    assert (1, False, False, []) == (data["version"], data["refused"], data["written"], data["not_taken"])
    assert [
        {"record": "initiatives/letters", "file": "initiatives.yaml", "field": "scores.patient", "from": 8, "to": 9}
    ] == data["changes"]
    assert data["diff"].endswith("\n")
    assert [("not taken", [2], "A"), ("left out", [3], None)] == [
        (one["kind"], one["rows"], one["column"]) for one in other["not_taken"]
    ]
    assert [
        "no row is about 'phones', which is in the running",
        "has nothing for 'patient'; what the strategy has stays",
    ] == [one["why"] for one in other["notes"]]


def test_the_change_may_go_to_a_file_that_is_not_the_strategys(
    digistrat: Callable[..., Done], folder: Path, filled: Path, tmp_path: Path
) -> None:
    done = digistrat("import", filled, folder, "-o", tmp_path / "change.diff")
    over = digistrat("import", filled, folder, "-o", folder / "initiatives.yaml")

    assert (0, "") == (done.exit_code, done.stdout)
    assert "+  scores: {patient: 9, staff: 3}" in (tmp_path / "change.diff").read_text(encoding="utf-8")
    assert (3, True) == (over.exit_code, "is a file of the strategy" in over.stderr)


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        pytest.param("gone.xlsx", None, 3, "cannot read", id="not there"),
        pytest.param(".", None, 3, "is a folder", id="a folder"),
        pytest.param("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 3, "save it as an Excel workbook", id="an old workbook"),
        pytest.param("large.csv", b"a" * 20_000_001, 3, "at most 20 MB are read", id="too large"),
        pytest.param("other.csv", b"a,b\n1,2\n", 2, "its layout is not known", id="another layout"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_ends_in_one_message(
    digistrat: Callable[..., Done],
    folder: Path,
    tmp_path: Path,
    name: str,
    content: bytes | None,
    code: int,
    message: str,
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    done = digistrat("import", tmp_path / name, folder)

    assert (code, "") == (done.exit_code, done.stdout)
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_is_not_waited_for(digistrat: Callable[..., Done], folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    done = digistrat("import", tmp_path / "pipe.csv", folder)

    assert (3, True) == (done.exit_code, "is no regular file" in done.stderr)


def test_an_unknown_format_is_a_wrong_call(digistrat: Callable[..., Done], folder: Path, filled: Path) -> None:
    assert 2 == digistrat("import", filled, folder, "--format", "xml").exit_code
