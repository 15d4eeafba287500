"""`digistrat lint`: what is wrong with a strategy, line by line."""

from __future__ import annotations

import sys
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, NO, colours, give
from digistrat.cli.opening import open_strategy
from digistrat.cli.options import AsOf, Folder, Output, day, one_of
from digistrat.errors import UsageError
from digistrat.wording import did_you_mean

if TYPE_CHECKING:
    from datetime import date

    from digistrat.lint.filters import Selection

_FAIL_ON = ["error", "warning", "info", "never"]


class Request(NamedTuple):
    """What to lint and how to say it: formats, each with the file it goes to, or None for stdout."""

    folder: Path | None
    as_of: date
    formats: tuple[tuple[str, Path | None], ...]
    selection: Selection
    fail_on: str


def lint(
    folder: Folder = None,
    formats: Annotated[
        list[str], typer.Option("--format", metavar="NAME[=FILE]", help="full, concise or json; may be given again.")
    ] = ["full"],  # noqa: B006  (typer copies it)
    output: Output = None,
    select: Annotated[
        list[str], typer.Option(metavar="NAMES", help="Only these rules or topics.", show_default=False)
    ] = [],  # noqa: B006
    ignore: Annotated[
        list[str], typer.Option(metavar="NAMES", help="Not these rules or topics.", show_default=False)
    ] = [],  # noqa: B006
    fail_on: Annotated[
        str, typer.Option(metavar="LEVEL", help="Exit with 1 from this level on: error, warning, info or never.")
    ] = "error",
    as_of: AsOf = "",
) -> None:
    """Check a strategy, line by line.

    Example: digistrat lint examples/strategy-repo --as-of 2026-11-21
    """
    raise typer.Exit(_run(_request(folder, formats, output, (select, ignore), fail_on, as_of)))


def _request(
    folder: Path | None,
    formats: list[str],
    output: Path | None,
    names: tuple[list[str], list[str]],
    fail_on: str,
    as_of: str,
) -> Request:
    from digistrat.lint.filters import Selection  # noqa: PLC0415  (rules load when something is to be linted)
    from digistrat.lint.formats import FORMATS  # noqa: PLC0415

    wanted = []
    for given in formats:
        name, equals, file = given.partition("=")
        if equals and not file:
            raise UsageError(f"--format {given} names no file", f"write --format {given}findings.txt")
        wanted.append((one_of("--format", name, list(FORMATS)), Path(file) if equals else output))
    places = [file for _, file in wanted]
    if len(set(places)) < len(places):
        raise UsageError("two formats would go to the same place", "give each its own: --format json=findings.json")
    selected, ignored = starmap(_rules, zip(("--select", "--ignore"), names, strict=True))
    return Request(
        folder, day(as_of), tuple(wanted), Selection(selected, ignored), one_of("--fail-on", fail_on, _FAIL_ON)
    )


def _rules(option: str, given: list[str]) -> frozenset[str]:
    """Read names of rules and topics, divided by commas too; raises UsageError."""
    from digistrat.lint.rules import SELECTABLE  # noqa: PLC0415  (see above)

    names = frozenset(name.strip() for text in given for name in text.split(",") if name.strip())
    for name in sorted(names - SELECTABLE):
        hint = did_you_mean(name, SELECTABLE) or "`digistrat explain` lists them all"
        raise UsageError(f"{option} knows no rule or topic {name!r}", hint)
    return names


def _run(request: Request) -> int:
    from digistrat.lint.engine import run  # noqa: PLC0415  (see above)
    from digistrat.lint.formats import FORMATS  # noqa: PLC0415
    from digistrat.lint.formats.show import Show  # noqa: PLC0415

    opened = open_strategy(request.folder, request.as_of)
    for _, file in request.formats:
        opened.check_output(file)
    report = run(opened.strategy, request.selection)
    for name, file in request.formats:
        show = Show(opened.prefix, colour=file is None and colours(sys.stdout))
        give(FORMATS[name](report, show), file)
    return NO if report.reaches(request.fail_on) else FINE
