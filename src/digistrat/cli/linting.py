"""What `digistrat lint` does, step by step: mend, check, compare with before, write, and perhaps wait and start again."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digistrat.cli.console import FINE, NO, colours, give, has_reader, say, say_error
from digistrat.cli.opening import Opened, open_strategy
from digistrat.disk.folder import read_one, stamps
from digistrat.disk.new_files import write_ours
from digistrat.disk.output import append_file
from digistrat.errors import DigistratError
from digistrat.lint import baseline
from digistrat.lint.engine import run as check
from digistrat.lint.formats import written
from digistrat.lint.formats.show import Show
from digistrat.model.load import load_revision
from digistrat.model.shelf import FOLDERS
from digistrat.read.limits import ALL_BYTES
from digistrat.wording import clean_line, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.cli.lint import Request
    from digistrat.lint.finding import Report
    from digistrat.model.strategy import Strategy

    Look = Callable[[Strategy], Report]  # all that would be reported of a strategy

_LONGEST_SUMMARY = 250_000  # characters; GitHub takes a megabyte from a step
_FEW = 20  # entries of a baseline to name
_OFTEN = 0.5  # seconds between two looks at the folder


def run(request: Request) -> int:
    """Lint once, or again and again until somebody stops it, and give the exit code."""
    if request.watch:
        _watch(request)
        return FINE
    return _once(request)


def _watch(request: Request) -> None:
    """Lint whenever a file has changed; Ctrl-C ends it."""
    import gc  # noqa: PLC0415  (it is off in commands that end)

    gc.enable()
    opened = open_strategy(request.folder, request.as_of)
    say(f"watching {opened.prefix or 'this folder'}; Ctrl-C ends it")
    before = None
    while True:
        now = stamps(opened.folder, FOLDERS)
        if now != before:
            before = now
            try:
                _once(request)
            except DigistratError as error:  # an editor has the file in its hands: it will be there again
                say_error(error.message, error.hint)
        if not has_reader():
            return
        time.sleep(_OFTEN)


def _once(request: Request) -> int:
    opened = open_strategy(request.folder, request.as_of)
    for _, file in request.formats:
        opened.check_output(file)
    look = _look(request, opened)
    if request.diff:
        return _shown(request, opened, look)
    if request.fix:
        opened = _mended(request, opened, look)
    report = look(opened.strategy)
    if request.baseline:
        report = _accepted(opened, report)
    _tell_stale(request, opened, report)
    for name, file in request.formats:
        show = Show(opened.prefix, file is None and colours(sys.stdout), request.fail_on)
        give(written(name, report, show), file)
        if name == "github":
            _summarise(report, show)
    return NO if report.reaches(request.fail_on) else FINE


def _shown(request: Request, opened: Opened, look: Look) -> int:
    """Show what --fix would change, in the place of every other format."""
    from digistrat.cli import mending  # noqa: PLC0415  (only where somebody asks for it)

    diff = mending.show(opened, look)
    give(diff, request.formats[0][1])
    return NO if diff else FINE


def _mended(request: Request, opened: Opened, look: Look) -> Opened:
    """Write what can be mended, and open what has come of it."""
    from digistrat.cli import mending  # noqa: PLC0415  (as above)

    is_new = mending.write(opened, look)
    return open_strategy(request.folder, request.as_of) if is_new else opened


def _look(request: Request, opened: Opened) -> Look:
    """Make what finds in a strategy all that would be reported: neither --since nor the baseline takes it away."""
    before = _before(request, opened) if request.since else None
    old = check(before, request.selection) if before else None
    known = None if request.baseline else read_one(opened.folder, baseline.FILE, ALL_BYTES)

    def look(strategy: Strategy) -> Report:
        report = check(strategy, request.selection)
        if before and old:
            from digistrat.lint.since import since  # noqa: PLC0415  (only where somebody asks about the past)

            report = since(report, old, strategy, before)
        return report if known is None else baseline.apply(report, known.decode(errors="replace"))

    return look


def _accepted(opened: Opened, report: Report) -> Report:
    """Draw the baseline under all that is found, and leave it out from now on."""
    text = baseline.drawn(report.findings)
    write_ours(opened.folder, {baseline.FILE: text.encode()})
    say(f"{counted(len(report.findings), 'finding')} accepted in {opened.prefix}{baseline.FILE}")
    return baseline.apply(report, text)


def _tell_stale(request: Request, opened: Opened, report: Report) -> None:
    """Name what the baseline holds for nothing, where everything was looked at."""
    is_partial = request.since or request.selection.select or request.selection.ignore or opened.strategy.faults
    if report.stale and not is_partial:
        say(f"{counted(len(report.stale), 'entry', 'entries')} of {baseline.FILE} can go: `digistrat lint --baseline`")
        for entry in report.stale[:_FEW]:
            say(f"  {clean_line(entry)} is found nowhere any more")


def _before(request: Request, opened: Opened) -> Strategy | None:
    """Give the strategy of the revision; what it is a translation of counts as it is today."""
    before = load_revision(opened.folder, request.since, os.environ, request.as_of)
    return replace(before, counterpart=opened.strategy.counterpart) if before else None


def _summarise(report: Report, show: Show) -> None:
    """Write the whole into the summary of a GitHub step, where this is one."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if place:
        text = written("markdown", report, show)
        if len(text) > _LONGEST_SUMMARY:
            text = text[:_LONGEST_SUMMARY].rpartition("\n")[0] + "\n\nThe rest has no room here.\n"
        append_file(Path(place), text.encode())
