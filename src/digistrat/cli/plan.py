"""`digistrat plan`: what to do when, and why not the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from digistrat.cli.options import AsOf, Folder, Output, day, one_of, typed
from digistrat.errors import UsageError
from digistrat.wording import in_words

_FORMATS = ["table", "json", "markdown"]


class Request(NamedTuple):
    """What to plan, and how to say it; `overrun` is in per cent, `by` empty for the strategy's owner."""

    folder: Path | None
    as_of: date
    format: str
    output: Path | None
    forced: tuple[str, ...]
    without: tuple[str, ...]
    overrun: float | None
    seconds: float | None
    solver: str
    robust: bool
    accept: bool
    by: str


def plan(
    folder: Folder = None,
    forced: Annotated[
        list[str] | None,
        typer.Option(
            "--with", metavar="ID", help="What it costs to do this, and what it displaces.", show_default=False
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="What it frees to leave this out.", show_default=False),
    ] = None,
    overrun: Annotated[
        float | None,
        typer.Option(metavar="PERCENT", min=0, max=1000, help="Test it with so much more work.", show_default=False),
    ] = None,
    limit: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", min=0.1, help="Stop the solver after so long.", show_default=False),
    ] = None,
    solver: Annotated[str, typer.Option(metavar="NAME", help="auto, or greedy: without a solver.")] = "auto",
    robust: Annotated[bool, typer.Option("--robust", help="How sure the plan is, however long that takes.")] = False,  # noqa: FBT002  (a switch)
    check: Annotated[bool, typer.Option("--check", help="Does plan.yaml still hold?")] = False,  # noqa: FBT002  (a switch)
    accept: Annotated[bool, typer.Option("--accept", help="Write the plan to plan.yaml.")] = False,  # noqa: FBT002  (a switch)
    by: Annotated[
        str, typer.Option(metavar="ROLE", help="Who accepts it; without it, the owner.", show_default=False)
    ] = "",
    format: Annotated[str, typer.Option(metavar="NAME", help="table, json or markdown.")] = "table",
    output: Output = None,
    as_of: AsOf = "",
) -> None:
    """Plan what to do when, within people, money and order, and say why not the rest.

    Example: digistrat plan examples/strategy-repo --as-of 2026-11-21
    """
    from digistrat.cli import planning  # noqa: PLC0415  (planning loads when something is to be planned)

    asked = {"--accept": accept, "--with": forced, "--without": without, "--overrun": overrun is not None,
             "--robust": robust, "--limit": limit is not None}  # fmt: skip
    if check and any(asked.values()):
        raise UsageError("--check asks about plan.yaml as it is", f"leave out {in_words(filter(asked.get, asked))}")
    if by and not accept:
        raise UsageError("--by says who accepts the plan", "use it with --accept")
    request = Request(
        folder, day(as_of), one_of("--format", format, _FORMATS), output, tuple(forced or ()), tuple(without or ()),
        overrun, limit, one_of("--solver", solver, ["auto", "greedy"]), robust, accept,
        " ".join(typed(by, "role").split()),
    )  # fmt: skip
    raise typer.Exit(planning.check(request) if check else planning.run(request))
