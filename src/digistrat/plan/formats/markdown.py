"""The plan as Markdown, for a report or a git host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.plan import sentences
from digistrat.plan.words import status_in_words, value_in_words
from digistrat.wording import in_markdown, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.plan.report import Report


def write(report: Report) -> str:
    """Write what is done when, and why not the rest."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    plan = report.plan
    name = plan.problem.quarters.said
    yield "## Plan\n"
    yield f"{status_in_words(plan)}. {value_in_words(plan)}.\n"
    yield "| Initiative | Start | Finish | Score |"
    yield "| --- | --- | --- | ---: |"
    for one in plan.chosen:
        work = plan.problem.work[one.id]
        said = rounded(work.score) if work.score is not None else "not scored"
        when = f"{name(one.slot.start)} | {name(one.slot.finish - 1)}"
        yield f"| {in_markdown(work.initiative.title)} | {when} | {said} |"
    for title, lines in sentences.parts(report):
        yield f"\n## {title}\n"
        yield from (f"- {in_markdown(line)}" for line in lines)
