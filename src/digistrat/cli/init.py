"""`digistrat init`: a strategy to start from."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, give
from digistrat.cli.options import AsOf, day, one_of, typed
from digistrat.errors import UsageError
from digistrat.wording import clean, counted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Request(NamedTuple):
    """What to start, for whom, where, and which service checks it on every change."""

    folder: Path
    kind: str
    organisation: str
    ci: str
    as_of: date


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the strategy goes.")] = Path(),
    kind: Annotated[str, typer.Option(metavar="KIND", help="nhs-trust, council, department or blank.")] = "blank",
    organisation: Annotated[str, typer.Option(metavar="NAME", help="Whose strategy it is.")] = "Our organisation",
    ci: Annotated[
        str, typer.Option("--ci", metavar="NAME", help="Check it on every change: github, gitlab or none.")
    ] = "none",
    as_of: AsOf = "",
) -> None:
    """Write a strategy to start from: a draft that lints clean. Nothing is overwritten.

    Example: digistrat init my-strategy --organisation "Example Trust" --kind nhs-trust
    """
    from digistrat.starters.kits import CI, KINDS  # noqa: PLC0415  (its models load when something is to be written)

    named = typed(organisation, "organisation's name")
    if not named:
        raise UsageError("--organisation says nothing", 'write its name: --organisation "Example Trust"')
    checked = one_of("--kind", kind, list(KINDS)), named, one_of("--ci", ci, list(CI))
    raise typer.Exit(_run(Request(folder, *checked, day(as_of))))


def _run(request: Request) -> int:
    from digistrat.disk.new_files import is_there, write_new  # noqa: PLC0415  (see above)
    from digistrat.starters.kits import around, starter  # noqa: PLC0415

    files = starter(request.kind, request.organisation, request.as_of)
    is_new = not is_there(request.folder / "strategy.yaml")
    written = list(write_new(request.folder, files)) if is_new else [("strategy.yaml", False)]
    beside = around(request.ci)
    _tell(request.folder, [*written, *write_new(request.folder, beside)], beside)
    if is_new:
        give(f"\nOpen the {counted(len(files), 'file')} in any editor and write over what they say. Then:\n")
    else:
        give("\nA strategy was there already: its files are as they were. Go on with:\n")
    give(_next(request.folder))
    return FINE


_SCHEMAS = ".digistrat/schema/"


def _tell(folder: Path, written: list[tuple[str, bool]], beside: Mapping[str, bytes]) -> None:
    """Say what became of every file; the schemas, one a kind, in one line."""
    for name, is_new in written:
        if not name.startswith(_SCHEMAS):
            give(f"{'create' if is_new else 'exists'}  {clean(str(folder / name))}\n")
    schemas = [is_new for name, is_new in written if name.startswith(_SCHEMAS)]
    said = f"{sum(name.startswith(_SCHEMAS) for name in beside)} schemas, by which editors check what you type"
    give(f"{'create' if any(schemas) else 'exists'}  {clean(str(folder / _SCHEMAS))} ({said})\n")


def _next(folder: Path) -> str:
    """Give three commands to paste."""
    place = shlex.quote(clean(str(folder)))
    output = shlex.quote(clean(str(folder / "build" / "site")))
    ours = _called()
    return f"  {ours} lint {place}\n  {ours} score {place}\n  {ours} render {place} -o {output}\n"


def _called() -> str:
    """Give the command as it was called, so that what is printed can be pasted."""
    called = Path(sys.argv[0])
    if called.name != "digistrat" or shutil.which("digistrat") == str(called):
        return "digistrat"
    return shlex.quote(clean(os.path.relpath(called)))
