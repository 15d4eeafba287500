"""`digistrat explain`: what a rule finds, why, and what to write instead."""

from __future__ import annotations

from typing import Annotated

import typer

from digistrat.cli.console import FINE, give
from digistrat.cli.options import Output, one_of
from digistrat.errors import UsageError
from digistrat.wording import did_you_mean

_FORMATS = ["text", "json"]


def explain(
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help="A rule's name; without it, all of them.", show_default=False)
    ] = "",
    format: Annotated[str, typer.Option(metavar="NAME", help="text or json.")] = "text",
    output: Output = None,
) -> None:
    """Say what a rule finds, why, and what to write instead.

    Example: digistrat explain undated-commitment
    """
    from digistrat.lint.manual import as_json, as_list, as_text  # noqa: PLC0415  (rules load when they are asked for)
    from digistrat.lint.rules import RULES, SELECTABLE  # noqa: PLC0415

    one_of("--format", format, _FORMATS)
    asked = [one for one in RULES if rule in {"", one.name, one.topic}]
    if not asked:
        raise UsageError(
            f"there is no rule {rule!r}", did_you_mean(rule, SELECTABLE) or "`digistrat explain` lists them all"
        )
    if format == "json":
        give(as_json(asked), output)
    elif len(asked) == 1:
        give(as_text(asked[0]), output)
    else:
        give(as_list(asked), output)
    raise typer.Exit(FINE)
