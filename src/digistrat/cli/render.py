"""`digistrat render`: the web version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, give, say
from digistrat.cli.opening import open_strategy
from digistrat.cli.options import AsOf, Folder, day, one_of
from digistrat.wording import counted

if TYPE_CHECKING:
    from datetime import date


class Request(NamedTuple):
    """What to publish, and where."""

    folder: Path | None
    as_of: date
    output: Path


def render(
    folder: Folder = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the pages go.")] = Path(
        "build/site"
    ),
    format: Annotated[str, typer.Option(metavar="NAME", help="html.")] = "html",
    as_of: AsOf = "",
) -> None:
    """Write the web version: pages that open without a server, a script or the network.

    Example: digistrat render examples/strategy-repo -o build/site --as-of 2026-11-21
    """
    one_of("--format", format, ["html"])
    raise typer.Exit(_run(Request(folder, day(as_of), output)))


def _run(request: Request) -> int:
    from digistrat.answers import Answers  # noqa: PLC0415  (pages load when something is to be published)
    from digistrat.disk.staging import publish  # noqa: PLC0415
    from digistrat.publish.site import build, left_out  # noqa: PLC0415

    opened = open_strategy(request.folder, request.as_of)
    answers = Answers(opened.strategy)
    files = build(answers)
    if not publish(request.output, files):
        say(f"{str(request.output)!r} cannot be moved, so its files were replaced one by one")
    lost = left_out(opened.strategy)
    if lost:
        say(f"{counted(len(lost), 'file')} with mistakes: what cannot be read is left out; `digistrat lint` says what")
    pages = sum(path.endswith(".html") for path in files)
    say(f"{counted(pages, 'page')} written; open this one:")
    give(f"{request.output / 'index.html'}\n")
    return FINE
