"""`digistrat render`: the web version, or the whole strategy as one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, give, say
from digistrat.cli.opening import Opened, open_strategy
from digistrat.cli.options import AsOf, Folder, day, one_of
from digistrat.wording import counted

if TYPE_CHECKING:
    from datetime import date


class Request(NamedTuple):
    """What to publish, and where."""

    folder: Path | None
    as_of: date
    format: str
    output: Path


_PLACES = {"html": Path("build/site"), "markdown": Path("build/strategy.md")}


def render(
    folder: Folder = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="The folder of pages, or the one file.", show_default=False
        ),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="NAME", help="html (a folder of pages) or markdown (one file).")
    ] = "html",
    as_of: AsOf = "",
) -> None:
    """Write the web version, or one file.

    Pages open without a server, a script or the network; one Markdown file reads well on a git host.

    Example: digistrat render examples/strategy-repo -o build/site --as-of 2026-11-21
    """
    one_of("--format", format, list(_PLACES))
    raise typer.Exit(_run(Request(folder, day(as_of), format, output or _PLACES[format])))


def _run(request: Request) -> int:
    from digistrat.publish.shown import left_out  # noqa: PLC0415  (pages load when something is to be published)

    opened = open_strategy(request.folder, request.as_of)
    page = _write_file(request, opened) if request.format == "markdown" else _write_site(request, opened)
    lost = left_out(opened.strategy)
    if lost:
        say(f"{counted(len(lost), 'file')} with mistakes: what cannot be read is left out; `digistrat lint` says what")
    give(f"{page}\n")
    return FINE


def _write_site(request: Request, opened: Opened) -> Path:
    """Write all pages; give the one to open."""
    from digistrat.answers import Answers  # noqa: PLC0415  (see above)
    from digistrat.disk.staging import publish  # noqa: PLC0415
    from digistrat.publish.site import build  # noqa: PLC0415

    files = build(Answers(opened.strategy))
    if not publish(request.output, files):
        say(f"{str(request.output)!r} cannot be moved, so its files were replaced one by one")
    pages = sum(path.endswith(".html") for path in files)
    say(f"{counted(pages, 'page')} written; open this one:")
    return request.output / "index.html"


def _write_file(request: Request, opened: Opened) -> Path:
    """Write the one file, but never over a file of the strategy."""
    from digistrat.answers import Answers  # noqa: PLC0415  (see above)
    from digistrat.disk.output import refuse_detour, write_file  # noqa: PLC0415
    from digistrat.publish.markdown import build  # noqa: PLC0415

    opened.check_output(request.output)
    refuse_detour(request.output)
    write_file(request.output, build(Answers(opened.strategy)))
    say("the whole strategy in one file:")
    return request.output
