"""`digistrat import`: a filled-in matrix or somebody's list, taken back as a change to the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, NO, give, say
from digistrat.cli.opening import Opened
from digistrat.cli.options import AsOf, Folder, Output, day, one_of
from digistrat.disk.folder import find_strategy, read_folder
from digistrat.disk.lock import locked
from digistrat.wording import clean_line, counted

if TYPE_CHECKING:
    from datetime import date

    from digistrat.exchange.grid import Book
    from digistrat.exchange.taking import Outcome, Wishes


class Request(NamedTuple):
    """What to take, into which strategy, and whether to write it."""

    file: Path
    folder: Path | None
    as_of: date
    wishes: Wishes
    write: bool
    format: str
    output: Path | None


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A workbook (.xlsx) or a CSV file.", show_default=False)],
    folder: Folder = None,
    *,
    using: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Its layout, exchange/NAME.yaml; our own matrix needs none.", show_default=False
        ),
    ] = "",
    write: Annotated[bool, typer.Option("--write", help="Write the change; without it, it is only shown.")] = False,
    add: Annotated[bool, typer.Option("--add", help="Make a new record of each row that is none yet.")] = False,
    weights: Annotated[
        bool, typer.Option("--weights", help="Take the file's weights and maxima into scoring.yaml, too.")
    ] = False,
    format: Annotated[str, typer.Option(metavar="NAME", help="diff or json.")] = "diff",
    output: Output = None,
    as_of: AsOf = "",
) -> None:
    """Take a filled-in matrix back: show what would change and what was not taken, and write it with --write.

    Example: digistrat import matrix.xlsx examples/strategy-repo
    """
    from digistrat.exchange.taking import Wishes  # noqa: PLC0415  (it loads when something is to be taken)

    said = one_of("--format", format, ["diff", "json"])
    wishes = Wishes(using.removesuffix(".yaml").removeprefix("exchange/"), add, weights)
    raise typer.Exit(_run(Request(file, folder, day(as_of), wishes, write, said, output)))


def _run(request: Request) -> int:
    from digistrat.disk.given import read_given  # noqa: PLC0415  (see above)
    from digistrat.exchange import limits  # noqa: PLC0415
    from digistrat.exchange.reading import read_book  # noqa: PLC0415

    folder = find_strategy(request.folder)
    book = read_book(read_given(request.file, limits.FILE_BYTES))
    with locked(folder):  # two that write at once wait for each other
        outcome = _taken(folder, book, request)
        opened = Opened(folder, outcome.strategy)
        opened.check_output(request.output)
        is_written = request.write and bool(outcome.files) and not outcome.is_refused
        if is_written:
            _write(folder, outcome)
    _answer(opened, book, outcome, request, is_written=is_written)
    return FINE if outcome.is_whole else NO


def _taken(folder: Path, book: Book, request: Request) -> Outcome:
    from digistrat.exchange.taking import take  # noqa: PLC0415  (see above)
    from digistrat.model.shelf import FOLDERS  # noqa: PLC0415
    from digistrat.read import limits  # noqa: PLC0415

    tree = read_folder(folder, FOLDERS, file_bytes=limits.FILE_BYTES, files=limits.FILES, all_bytes=limits.ALL_BYTES)
    return take(tree, request.as_of, book, request.wishes)


def _write(folder: Path, outcome: Outcome) -> None:
    """Write the changed files over the old ones, and the new ones beside them."""
    from digistrat.disk.edited import rewrite_own  # noqa: PLC0415  (see above)
    from digistrat.disk.new_files import write_new  # noqa: PLC0415
    from digistrat.errors import DigistratError  # noqa: PLC0415

    for one in outcome.files:
        if one.file not in outcome.new_files:
            rewrite_own(folder, one.file, one.before, one.after)
    new = {one.file: one.after.encode() for one in outcome.files if one.file in outcome.new_files}
    for name, is_new in write_new(folder, new):
        if not is_new:
            raise DigistratError(f"{name} is there already", "read it, or move it away")


def _answer(opened: Opened, book: Book, outcome: Outcome, request: Request, *, is_written: bool) -> None:
    """Give the change as a diff, or all of it as JSON; say aloud what was not taken."""
    from digistrat.exchange.account import as_json, in_lines  # noqa: PLC0415  (see above)
    from digistrat.lint.fix import as_diff  # noqa: PLC0415

    diff = as_diff(outcome.files, opened.prefix)
    if request.format == "json":
        give(as_json(outcome, diff=diff, guessed=book.guessed, is_written=is_written), request.output)
    elif not is_written:
        give(diff, request.output)
    if book.guessed:
        say(f"{clean_line(request.file.name)}: {book.guessed}")
    for line in in_lines(outcome):
        say(line)
    if is_written:
        say(f"written: {counted(len(outcome.files), 'file')}; `git diff` shows them, and `digistrat lint` checks them")
    elif outcome.files:
        say("nothing is written yet: --write writes it")
