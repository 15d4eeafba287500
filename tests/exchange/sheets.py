"""Workbooks and strategies for the tests of import."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook

from digistrat.answers import Answers
from digistrat.disk.folder import read_folder
from digistrat.exchange.matrix import workbook
from digistrat.exchange.reading import read_book
from digistrat.exchange.taking import Outcome, Wishes, take
from digistrat.model.load import load_folder
from digistrat.model.shelf import FOLDERS
from digistrat.read import limits
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from digistrat.exchange.remark import Remark

SCORING = """\
method: weighted
criteria:
  - {id: patient, title: Benefit to patients, weight: 50, max: 10}
  - {id: staff, title: Benefit to staff, weight: 50, max: 5}
"""
INITIATIVES = """\
# Ours, in order.
- id: letters
  title: Letters without paper
  outcome: Family doctors read what happened before the patient calls
  owner: Medical director
  outcomes: less-waiting
  scores: {patient: 8, staff: 3}   # agreed in May
- id: phones
  title: Telephones that say who calls
  outcome: Nobody waits to be put through
  owner: Medical director
  outcomes: less-waiting
  scores:
    patient: {score: 4, why: Fewer calls get lost}
    # The staff side was close.
    staff: 4
"""
SEVERAL = """\
- id: letters
  title: Letters without paper
  owner: Medical director
  scores:
    - by: Chief nurse
      scores: {patient: 8, staff: 3}
    - by: {role: Director of finance, function: finance}
      scores:
        patient: 6   # less sure
        staff: {score: 5, why: Fewer stamps}
- id: phones
  title: Telephones
  owner: Medical director
  scores: {by: Chief nurse, scores: {patient: 1, staff: 1}}
"""
ROLES = SCORING + "session: {roles: [Chief nurse, Director of finance]}\n"
LAYOUT = """\
columns:
  Id: id
  Project: title
  Patients: scores.patient
  Staff: scores.staff
  Total: total
"""
HEAD = ("Id", "Project", "Patients", "Staff", "Total")


def files(**more: object) -> dict[str, object]:
    """Give a strategy of two scored initiatives, with other files over it."""
    return {"scoring.yaml": SCORING, "initiatives.yaml": INITIATIVES} | {
        name.replace("__", "/") + ".yaml": content for name, content in more.items()
    }


def matrix(folder: Path) -> bytes:
    """Write the matrix of a strategy."""
    answers = Answers(load_folder(folder, AS_OF))
    return workbook(answers.strategy, answers.ranking)


def opened(content: bytes, **how: bool) -> Any:
    return load_workbook(io.BytesIO(content), **how)


def edited(content: bytes, change: Callable[[Any], None]) -> bytes:
    """Open a workbook, change its cells, and save it as openpyxl does: without what formulas came to."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    return saved(book)


def saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet(rows: Iterable[Iterable[object]], change: Callable[[Any], None] | None = None, title: str = "List") -> bytes:
    """Make somebody's workbook of one sheet."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book.active)
    return saved(book)


def comma(text: str) -> bytes:
    return text.encode()


def taken(folder: Path, content: bytes, wishes: Wishes = Wishes()) -> Outcome:  # noqa: B008  (it is frozen)
    """Take a file into a strategy, in memory."""
    tree = read_folder(folder, FOLDERS, file_bytes=limits.FILE_BYTES, files=limits.FILES, all_bytes=limits.ALL_BYTES)
    return take(tree, AS_OF, read_book(content), wishes)


def strategy(folder: Path, more: Mapping[str, object] | None = None) -> Path:
    return write(folder / "strategy", files() if more is None else more)


def remarks(outcome: Outcome) -> list[Remark]:
    """Give what is said of the rows that are there; most of these files are too short to name every initiative."""
    return [one for one in outcome.remarks if not one.said.startswith("no row is about")]


def said(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Give what is said of the rows that are there: kind, place, why."""
    return [(one.kind, one.place, one.said) for one in remarks(outcome)]


def whys(outcome: Outcome) -> list[str]:
    return [one.said for one in remarks(outcome)]


def lines(outcome: Outcome, file: str = "initiatives.yaml") -> list[tuple[str, str]]:
    """Give the lines of a file that change, before and after."""
    one = next(one for one in outcome.files if one.file == file)
    before, after = one.before.splitlines(keepends=True), one.after.splitlines(keepends=True)
    assert len(before) == len(after)
    return [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]


def put(sheet: str, **cells: object) -> Any:
    """Make a change of some cells, for `edited`."""
    return put_all({sheet: cells})


def put_all(cells: Mapping[str, Mapping[str, object]]) -> Any:
    """Make a change of cells on several sheets, for `edited`."""

    def change(book: Any) -> None:
        for sheet, some in cells.items():
            for place, value in some.items():
                book[sheet][place] = value

    return change


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def folder_with(tmp_path: Path, layout: str = LAYOUT, **more: object) -> Path:
    return strategy(tmp_path, files(exchange__theirs=layout, **more))


def rows(*some: tuple[object, ...]) -> bytes:
    return sheet([HEAD, *some])
