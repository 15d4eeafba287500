"""Find the templates: inside the installed package, or beside `src` in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from digistrat.errors import DigistratError

_OURS = "digistrat-templates.txt"  # a file of ours, so that no other folder of this name is taken for it


@cache
def templates_folder() -> Path:
    """Give the folder of templates; raises DigistratError where the installation lacks it."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "templates", package.parents[1] / "templates"):
        if (folder / _OURS).is_file():
            return folder
    raise DigistratError(
        "digistrat's templates are missing", "install digistrat again: pip install --force-reinstall digistrat"
    )


def files_below(name: str) -> dict[str, bytes]:
    """Read every file below a folder of templates, by path below it, in order of path."""
    folder = templates_folder() / name
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def template(name: str) -> bytes:
    """Read one file among the templates."""
    return (templates_folder() / name).read_bytes()
