"""The plan for a terminal: a line a piece of work with its quarters drawn, then why not the rest, and how full it gets."""

from __future__ import annotations

import textwrap
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.spans import span_named
from digistrat.figures.spending import PURSES
from digistrat.plan import sentences
from digistrat.plan.words import money, shown, status_in_words, value_in_words
from digistrat.wording import clean_line, one_line, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from digistrat.plan.report import Report

    Amount = Fraction | Decimal

_BAR = 20  # characters for all there is
_SHORT = 12  # the same where there is little room
_ROOMY = 60  # columns
_SCORE = 8
_LEAST = 16  # columns of a title


class Terminal(NamedTuple):
    """How wide a terminal is, and whether it shows colours."""

    width: int
    colour: bool

    def bold(self, text: str) -> str:
        """Make a heading stand out."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, indent: str = "") -> list[str]:
        """Break a text into lines, those after the first under it."""
        said = clean_line(one_line(text))
        more = indent + "  "
        return textwrap.wrap(
            said, self.width, initial_indent=indent, subsequent_indent=more, break_on_hyphens=False
        ) or [indent]


def write(report: Report, terminal: Terminal) -> str:
    """Write the plan; each part that has nothing to say is left out."""
    plan = report.plan
    lines = [*map(terminal.bold, terminal.wrapped(status_in_words(plan))), *terminal.wrapped(value_in_words(plan)), ""]
    lines += _work(report, terminal)
    for title, said in sentences.parts(report):
        lines += ["", terminal.bold(title), *(line for one in said for line in terminal.wrapped(one, "  "))]
    lines += _loads(report, terminal)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _work(report: Report, terminal: Terminal) -> Iterator[str]:
    """Draw a line for each piece of work, the first to start first; quarters are drawn where there is room."""
    plan, quarters = report.plan, report.plan.problem.quarters
    room = terminal.width - len(f"{quarters.said(0)} to {quarters.said(0)} ") - _SCORE - quarters.number - 4
    is_drawn = room >= _LEAST
    width = min(room if is_drawn else terminal.width - 2, 44)
    for one in plan.chosen:
        work, slot = plan.problem.work[one.id], one.slot
        title = clean_line(one_line(work.initiative.title))
        when = f"{quarters.said(slot.start)} to {quarters.said(slot.finish - 1)}"
        score = "" if work.score is None else rounded(work.score)
        if is_drawn:
            drawn = "".join("█" if slot.start <= at < slot.finish else "·" for at in range(quarters.number))
            for line, rest in _beside(
                textwrap.wrap(title, width, break_on_hyphens=False) or [""], f"{drawn}  {when}  {score:>5}"
            ):
                yield f"{line:<{width}}  {rest}"
        else:
            yield from textwrap.wrap(title, terminal.width, break_on_hyphens=False)
            yield f"  {when}  {score}"


def _beside(lines: list[str], rest: str) -> Iterator[tuple[str, str]]:
    yield lines[0], rest
    yield from ((line, "") for line in lines[1:])


def _loads(report: Report, terminal: Terminal) -> Iterator[str]:
    """Draw how much of each bottleneck and of the money is used, period by period, from the plan's start on."""
    quarters, most = report.plan.problem.quarters, _BAR if terminal.width >= _ROOMY else _SHORT
    for bottleneck in report.load:
        unit = bottleneck.constraint.capacity.unit if bottleneck.constraint.capacity else ""
        name = f"{bottleneck.constraint.id}, {unit}" if unit else bottleneck.constraint.id
        lines = [
            _level(shown(report.strategy, quarters.called(load.period)), load.used, load.available, rounded, most)
            for load in bottleneck.loads
            if load.available is not None and quarters.concerns(load.period.span, is_over=bool(load.over))
        ]
        yield from _headed(terminal, f"How full {name} gets", lines)
    for purse in PURSES:
        sums = [(year.year, getattr(year, purse)) for year in report.spending.years]
        lines = [
            _level(str(year), one.spent, one.limit, lambda amount: money(report.strategy, amount), most)
            for year, one in sums
            if one.limit is not None and one.spent and span_named(year).last >= quarters.first
        ]
        yield from _headed(terminal, f"How far the {purse} money goes", lines)


def _headed(terminal: Terminal, title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", *map(terminal.bold, terminal.wrapped(title)), *lines)


def _level(name: str, used: Fraction, there: Amount, write: Callable[[Amount], str], most: int) -> str:
    """Draw how much of what is there is used, `most` characters for all of it."""
    share = float(used / Fraction(there)) if there > 0 else 1.0
    bar = "█" * round(most * min(1.0, share))
    over = f", {write(used - Fraction(there))} over" if used > there else ""
    return f"  {name:<12} {bar:░<{most}} {write(used)} of {write(there)}{over}"
