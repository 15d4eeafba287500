"""`digistrat lint`: what is wrong with a strategy, line by line."""

from __future__ import annotations

from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.options import AsOf, Folder, Output, day, one_of
from digistrat.errors import UsageError
from digistrat.wording import did_you_mean

if TYPE_CHECKING:
    from datetime import date

    from digistrat.lint.filters import Selection

_FORMATS = "full, concise, json, sarif, github, gitlab, junit or markdown; may be given again, each with its =FILE."
_FAIL_ON = ["error", "warning", "info", "never"]
Names = list[str]


class Request(NamedTuple):
    """What to lint and how to say it: formats, each with the file it goes to, or None for stdout."""

    folder: Path | None
    as_of: date
    formats: tuple[tuple[str, Path | None], ...]
    selection: Selection
    fail_on: str
    since: str
    baseline: bool
    fix: bool
    diff: bool
    watch: bool


def lint(
    folder: Folder = None,
    formats: Annotated[Names, typer.Option("--format", metavar="NAME[=FILE]", help=_FORMATS)] = ["full"],  # noqa: B006  (typer copies it)
    output: Output = None,
    select: Annotated[
        Names, typer.Option(metavar="NAMES", help="Only these rules or topics.", show_default=False)
    ] = [],  # noqa: B006
    ignore: Annotated[Names, typer.Option(metavar="NAMES", help="Not these rules or topics.", show_default=False)] = [],  # noqa: B006
    fail_on: Annotated[
        str, typer.Option(metavar="LEVEL", help="Exit with 1 from this level on: error, warning, info or never.")
    ] = "error",
    since: Annotated[
        str, typer.Option(metavar="REV", help="Only what has changed since a git revision, or broke by it.")
    ] = "",
    *,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Accept what is found now: later runs report only what is new.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count by rule.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Lint again whenever a file changes.")] = False,
    as_of: AsOf = "",
) -> None:
    """Check a strategy, line by line.

    Example: digistrat lint examples/strategy-repo --as-of 2026-11-21
    """
    from digistrat.cli.linting import run  # noqa: PLC0415  (rules load when something is to be linted)
    from digistrat.lint.filters import Selection  # noqa: PLC0415

    selection = Selection(*starmap(_rules, (("--select", select), ("--ignore", ignore))))
    wanted = _formats(["statistics", *formats] if statistics else formats, output)
    request = Request(
        folder, day(as_of), wanted, selection, one_of("--fail-on", fail_on, _FAIL_ON), since, baseline, fix, diff, watch
    )
    _check(request)
    raise typer.Exit(run(request))


def _formats(given: Names, output: Path | None) -> tuple[tuple[str, Path | None], ...]:
    """Read formats and where each goes; the statistics take the place of the default one. Raises UsageError."""
    from digistrat.lint.formats import FORMATS  # noqa: PLC0415  (see above)

    wanted = []
    for text in given if given != ["statistics", "full"] else ["statistics"]:
        name, equals, file = text.partition("=")
        if equals and not file:
            raise UsageError(f"--format {text} names no file", f"write --format {text}findings.txt")
        wanted.append((one_of("--format", name, list(FORMATS)), Path(file) if equals else output))
    places = [file for _, file in wanted]
    if len(set(places)) < len(places):
        raise UsageError("two formats would go to the same place", "give each its own: --format json=findings.json")
    return tuple(wanted)


def _rules(option: str, given: Names) -> frozenset[str]:
    """Read names of rules and topics, divided by commas too; raises UsageError."""
    from digistrat.lint.rules import SELECTABLE  # noqa: PLC0415  (see above)

    names = frozenset(name.strip() for text in given for name in text.split(",") if name.strip())
    for name in sorted(names - SELECTABLE):
        hint = did_you_mean(name, SELECTABLE) or "`digistrat explain` lists them all"
        raise UsageError(f"{option} knows no rule or topic {name!r}", hint)
    return names


def _check(request: Request) -> None:
    """Refuse options that mean nothing together; raises UsageError."""
    if request.baseline and (request.selection.select or request.selection.ignore or request.since):
        raise UsageError("--baseline accepts all that is found", "leave out --select, --ignore and --since")
    if request.watch and (request.baseline or request.fix or request.diff):
        raise UsageError("--watch only looks", "leave out --baseline, --fix and --diff")
