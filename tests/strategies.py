"""Small strategies for tests: the files of `tests/minimal/` with others laid over them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digistrat.lint.engine import EVERYTHING, run
from digistrat.model.load import load_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.lint.filters import Selection
    from digistrat.lint.finding import Report

AS_OF = date(2026, 11, 21)
HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "strategy-repo"


@cache
def minimal() -> Mapping[str, str]:
    """Give the smallest clean strategy."""
    return {path.name: path.read_text(encoding="utf-8") for path in (HERE / "minimal").glob("*.yaml")}


def write(folder: Path, files: Mapping[str, Any]) -> Path:
    """Write the minimal strategy with other files over it; README.md beside the cases says what a file may be."""
    for name, content in {**minimal(), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_one(path, content)
    return folder


def _write_one(path: Path, content: Any) -> None:
    match content:
        case None:
            pass
        case str():
            path.write_bytes(content.encode())
        case {"link": target}:
            path.symlink_to(target)
        case {"folder": _}:
            path.mkdir()
        case {"repeat": times, "text": text}:
            path.write_bytes((content.get("before", "") + text * times + content.get("after", "")).encode())
        case {"encoding": encoding, "text": text}:
            path.write_bytes(text.encode(encoding))
        case _:
            raise AssertionError(f"{path.name}: {content!r} is no form of a file")


def lint(folder: Path, as_of: date = AS_OF, selection: Selection = EVERYTHING) -> Report:
    """Lint a folder, on the full rule set if nothing else is said."""
    return run(load_folder(folder, as_of), selection)
