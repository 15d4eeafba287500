"""`digistrat board`: the ten questions of a board, with the evidence for and the gaps against each."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, colours, give, say
from digistrat.cli.opening import open_strategy
from digistrat.cli.options import AsOf, Folder, Output, day, one_of
from digistrat.wording import counted

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from digistrat.board.judge import Board
    from digistrat.model.strategy import Strategy

_NARROWEST, _WIDEST = 40, 110  # columns: a terminal that says 0 does not mean it, and nobody reads longer lines


class Request(NamedTuple):
    """What to answer, and how to say it."""

    folder: Path | None
    as_of: date
    format: str
    everything: bool
    output: Path | None


def board(
    folder: Folder = None,
    format: Annotated[str, typer.Option(metavar="NAME", help="text, json or markdown.")] = "text",
    everything: Annotated[bool, typer.Option("--all", help="All the evidence, not the first few.")] = False,  # noqa: FBT002  (a switch)
    output: Output = None,
    as_of: AsOf = "",
) -> None:
    """Answer the ten questions of a board from what the strategy says.

    Example: digistrat board examples/strategy-repo --as-of 2026-11-21
    """
    from digistrat.board.formats import FORMATS  # noqa: PLC0415  (rules load when something is to be judged)

    given = one_of("--format", format, ["text", *FORMATS])
    raise typer.Exit(_run(Request(folder, day(as_of), given, everything, output)))


def _run(request: Request) -> int:
    from digistrat.answers import Answers  # noqa: PLC0415  (see above)

    opened = open_strategy(request.folder, request.as_of)
    opened.check_output(request.output)
    give(_text(request, Answers(opened.strategy).board), request.output)
    _explain(opened.strategy)
    return FINE


def _text(request: Request, board: Board) -> str:
    from digistrat.board.formats import FORMATS, plain  # noqa: PLC0415  (see above)

    if request.format in FORMATS:
        return FORMATS[request.format](board)
    width = max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
    colour = request.output is None and colours(sys.stdout)
    return plain.write(board, plain.Terminal(width, colour, request.everything))


def _explain(strategy: Strategy) -> None:
    """Say what could not be read, and so speaks for nothing."""
    count = sum(len(faults) for faults in strategy.faults.values())
    if count:
        say(
            f"{counted(count, 'fault')} in what the files say: what cannot be read is no evidence; see `digistrat lint`"
        )
