"""What `digistrat plan --accept` does: write plan.yaml, for people to review in git."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digistrat.cli.console import say
from digistrat.disk.edited import rewrite_own
from digistrat.disk.lock import locked
from digistrat.disk.new_files import write_new
from digistrat.errors import DigistratError
from digistrat.plan.report import explained
from digistrat.plan.writing import written
from digistrat.read.yaml_text import EditError

if TYPE_CHECKING:
    from digistrat.cli.opening import Opened
    from digistrat.plan.report import Report

_FILE = "plan.yaml"


def accept(opened: Opened, report: Report, by: str) -> None:
    """Write the plan, or the one that was asked about, to plan.yaml; raises DigistratError."""
    if report.asked:
        report = replace(explained(report.strategy, report.asked.plan), asked=None)
    document = report.strategy.documents.get(_FILE)
    before = document.text if document else ""
    try:
        after = written(before, report, by or _owner(report))
    except EditError as error:
        raise DigistratError(f"{_FILE} cannot be changed: {error.message}", error.hint) from error
    with locked(opened.folder):
        if document:
            rewrite_own(opened.folder, _FILE, before, after)
        elif not all(is_new for _, is_new in write_new(opened.folder, {_FILE: after.encode()})):
            raise DigistratError(f"{_FILE} has just been written by somebody else", "run the command once more")
    say(f"the plan stands in {opened.prefix}{_FILE}: look at it, and commit it")


def _owner(report: Report) -> str:
    """Name who accepts a plan where nobody says: the owner of the strategy."""
    return next((str(one) for one in report.strategy.manifest.owner if str(one).strip()), "")
