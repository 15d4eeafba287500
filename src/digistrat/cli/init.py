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
from digistrat.cli.options import AsOf, day, one_of
from digistrat.errors import UsageError
from digistrat.wording import clean

if TYPE_CHECKING:
    from datetime import date


class Request(NamedTuple):
    """What to start, for whom, and where."""

    folder: Path
    kind: str
    organisation: str
    as_of: date


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the strategy goes.")] = Path(),
    kind: Annotated[str, typer.Option(metavar="KIND", help="blank.")] = "blank",
    organisation: Annotated[str, typer.Option(metavar="NAME", help="Whose strategy it is.")] = "Our organisation",
    as_of: AsOf = "",
) -> None:
    """Write a strategy to start from: a draft that lints clean. Nothing is overwritten.

    Example: digistrat init my-strategy --organisation "Example Trust"
    """
    from digistrat.starters import KINDS  # noqa: PLC0415  (its models load when something is to be written)

    named = organisation.encode("utf-8", "ignore").decode().strip()
    if not named:
        raise UsageError("--organisation says nothing", 'write its name: --organisation "Example Trust"')
    raise typer.Exit(_run(Request(folder, one_of("--kind", kind, list(KINDS)), named, day(as_of))))


def _called() -> str:
    """Give the command as it was called, so that what is printed can be pasted."""
    called = Path(sys.argv[0])
    if called.name != "digistrat" or shutil.which("digistrat") == str(called):
        return "digistrat"
    return shlex.quote(clean(os.path.relpath(called)))


def _run(request: Request) -> int:
    from digistrat.disk.new_files import write_new  # noqa: PLC0415  (see above)
    from digistrat.starters import starter  # noqa: PLC0415

    files = starter(request.kind, request.organisation, request.as_of)
    for name, written in write_new(request.folder, files):
        give(f"{'create' if written else 'exists'}  {clean(str(request.folder / name))}\n")
    place = shlex.quote(clean(str(request.folder)))
    output = shlex.quote(clean(str(request.folder / "build" / "site")))
    ours = _called()
    give("\nOpen the four files in any editor and write over what they say. Then:\n")
    give(f"  {ours} lint {place}\n  {ours} score {place}\n  {ours} render {place} -o {output}\n")
    return FINE
