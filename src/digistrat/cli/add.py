"""`digistrat add`: a new record in the right file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, give, say
from digistrat.cli.opening import open_strategy
from digistrat.cli.options import day, kind_named, typed
from digistrat.disk.folder import find_strategy
from digistrat.errors import DigistratError
from digistrat.wording import clean, one_line

if TYPE_CHECKING:
    from digistrat.cli.opening import Opened
    from digistrat.starters.records import Addition


class Request(NamedTuple):
    """What to add, and to which strategy."""

    kind: str
    title: str
    id: str
    within: str
    folder: Path | None


def add(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="What it is: principle, service, user, need, research, technology, constraint, decision, initiative, "
            "commitment, measure, benefit, risk, story, term, outcome, journey; alignment, framework; plan, system, "
            "engagement, delivery, maturity, board, scoring.",
        ),
    ],
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What people call it.", show_default=False)] = "",
    id: Annotated[str, typer.Option(metavar="ID", help="Its id, instead of one made of the title.")] = "",
    to: Annotated[str, typer.Option(metavar="USERS", help="The user group that a need is for.")] = "",
    folder: Annotated[
        Path | None,
        typer.Option(
            "--strategy",
            metavar="DIR",
            help="The strategy's folder; without it, the nearest one above.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add a record to the right file.

    What else a good one says stands there as comments to fill in.

    Example: digistrat add commitment "Every discharge letter leaves on the same day"
    """
    from digistrat.starters.records import KINDS  # noqa: PLC0415  (its models load when something is to be written)

    named = clean(typed(one_line(title), "title"))
    raise typer.Exit(_run(Request(kind_named(kind, KINDS), named, id, to, folder)))


def _run(request: Request) -> int:
    from digistrat.disk.lock import locked  # noqa: PLC0415  (see above)
    from digistrat.starters.records import Wanted, addition, line_of  # noqa: PLC0415

    folder = find_strategy(request.folder)
    with locked(folder):  # two that add at once wait for each other
        opened = open_strategy(folder, day(""))
        made = addition(opened.strategy, Wanted(request.kind, request.title, request.id, request.within))
        _write(opened, made)
    place = f"{opened.prefix}{made.path}"
    give(f"{'create' if made.before is None else 'add'}  {clean(place)}:{line_of(made)}  {made.added}\n")
    say(
        "Take the '#' from the lines that you can fill in, and delete the others. `digistrat lint` says what is missing."
    )
    return FINE


def _write(opened: Opened, made: Addition) -> None:
    """Write the changed or new file, and beside it the schema that its first line names."""
    from digistrat.disk.edited import rewrite  # noqa: PLC0415  (see above)
    from digistrat.disk.new_files import write_new, write_ours  # noqa: PLC0415
    from digistrat.read import limits  # noqa: PLC0415
    from digistrat.starters.records import schema_beside  # noqa: PLC0415

    if len(made.text.encode()) > limits.FILE_BYTES:
        raise DigistratError(f"{made.path} would be too large to be read", "divide it into several files in a folder")
    if made.before is not None:
        rewrite(opened.folder / made.path, made.before, made.text)
        return
    write_ours(opened.folder, schema_beside(made))
    for name, is_new in write_new(opened.folder, {made.path: made.text.encode()}):
        if not is_new:
            raise DigistratError(f"{name} is there already", "read it, or move it away")
