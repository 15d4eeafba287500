"""The plan for a terminal: a line a piece of work with its quarters drawn, then why not the rest, and how full it gets."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from digistrat.plan import sentences
from digistrat.plan.words import status_in_words
from digistrat.wording import clean_line, one_line, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.figures.load import Bottleneck
    from digistrat.plan.report import Report

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
    lines = [*map(terminal.bold, terminal.wrapped(status_in_words(plan))), ""]
    lines += _work(report, terminal)
    for title, said in _parts(report):
        found = list(said)
        if found:
            lines += ["", terminal.bold(title), *(line for one in found for line in terminal.wrapped(one, "  "))]
    lines += _loads(report, terminal)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _parts(report: Report) -> Iterator[tuple[str, Iterable[str]]]:
    yield "What does not fit", sentences.overloads(report)
    yield "Why not the rest", (f"{title}: {why}" for title, why in sentences.rest(report))
    yield "What keeps work out", sentences.kept_out(report)
    yield "What if", sentences.what_if(report)
    yield "If all takes more", sentences.overrun(report)
    yield "How sure this is", sentences.sureness(report)


def _work(report: Report, terminal: Terminal) -> Iterator[str]:
    """Draw a line for each piece of work, the first to start first; quarters are drawn where there is room."""
    plan, quarters = report.plan, report.plan.problem.quarters
    room = terminal.width - len(f"{quarters.name(0)} to {quarters.name(0)} ") - _SCORE - quarters.number - 4
    is_drawn = room >= _LEAST
    width = min(room if is_drawn else terminal.width - 2, 44)
    for one in plan.chosen:
        work, slot = plan.problem.work[one.id], one.slot
        title = clean_line(one_line(work.initiative.title))
        when = f"{quarters.name(slot.start)} to {quarters.name(slot.finish - 1)}"
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
    """Draw how much of each bottleneck is used, period by period, from the plan's start on."""
    for bottleneck in report.load:
        lines = list(_load(report, bottleneck, _BAR if terminal.width >= _ROOMY else _SHORT))
        if lines:
            unit = bottleneck.constraint.capacity.unit if bottleneck.constraint.capacity else ""
            name = f"{bottleneck.constraint.id}, {unit}" if unit else bottleneck.constraint.id
            yield ""
            yield from map(terminal.bold, terminal.wrapped(f"How full {name} gets"))
            yield from lines


def _load(report: Report, bottleneck: Bottleneck, most: int) -> Iterator[str]:
    """Draw its periods within the plan, `most` characters for all there is."""
    quarters = report.plan.problem.quarters
    for load in bottleneck.loads:
        span = load.period.span
        is_past = span.months > 0 and span.last < quarters.first
        is_beyond = span.first > quarters.span.last and not load.over  # work may be said to go on for centuries
        if load.available is None or is_past or is_beyond:
            continue
        name = load.period.name if span.months <= 0 else quarters.named(span, load.period.name)
        share = float(load.used / load.available) if load.available > 0 else 1.0
        bar = "█" * round(most * min(1.0, share))
        over = f", {rounded(load.over)} over" if load.over else ""
        yield f"  {name:<12} {bar:░<{most}} {rounded(load.used)} of {rounded(load.available)}{over}"
