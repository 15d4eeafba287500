"""Options that several commands share, and how their texts become values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from digistrat.errors import UsageError
from digistrat.wording import did_you_mean, in_words, quoted

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="DIR", help="The strategy's folder; without it, the nearest one above.", show_default=False),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of", metavar="DATE", help="Judge as of this day (2026-11-21); today without it.", show_default=False
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", show_default=False)
]
HELP = {"help_option_names": ["-h", "--help"]}


def day(text: str) -> date:
    """Read `--as-of`; raises UsageError."""
    if not text:
        return date.today()  # noqa: DTZ011  (the day where the person is)
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--as-of takes a day such as 2026-11-21, not {text!r}") from None
    if not 1900 <= found.year < 3000:  # noqa: PLR2004  (no strategy reaches further)
        raise UsageError(f"--as-of takes a day of this millennium or the last century, not {text!r}")
    return found


def one_of(option: str, given: str, known: list[str]) -> str:
    """Check a word; raises UsageError with the one that was meant."""
    if given in known:
        return given
    raise UsageError(f"{option} takes no {given!r}", did_you_mean(given, known) or f"write {quoted(known, 'or')}")


def typed(text: str, what: str) -> str:
    """Take a name as somebody typed or pasted it; raises UsageError where no file could hold it."""
    from digistrat.read.scan import stray_character  # noqa: PLC0415  (only where a name is to be written)

    named = text.encode("utf-8", "ignore").decode().strip()
    stray = stray_character(named)
    if stray:
        raise UsageError(f"{stray[1]} stands in the {what}", "type it by hand")
    return named


def kind_named(given: str, known: Sequence[str]) -> str:
    """Find a kind by its name, in the singular too; raises UsageError with the one that was meant."""
    names = {**{singular(name): name for name in known}, **{name: name for name in known}}
    if given.lower() not in names:
        singulars = [singular(name) for name in known]
        raise UsageError(
            f"there is no kind {given!r}", did_you_mean(given, names) or f"write {in_words(singulars, 'or')}"
        )
    return names[given.lower()]


def singular(name: str) -> str:
    """Say a collection's name of one of its records: `commitment`, `story`, `technology`."""
    if name == "glossary":
        return "term"
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
