"""`digistrat score`: which initiatives come first."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digistrat.cli.console import FINE, NO, colours, give, say, show
from digistrat.cli.opening import Opened, open_strategy
from digistrat.cli.options import AsOf, Folder, Output, day, one_of
from digistrat.cli.workbook import give_matrix
from digistrat.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.lint.finding import Report
    from digistrat.score.ranking import Ranking

_NAMED = 5  # initiatives of one sort before the rest is only counted


class Request(NamedTuple):
    """What to rank, and how to say it."""

    folder: Path | None
    as_of: date
    method: str  # empty: the strategy's own
    format: str
    output: Path | None


def score(
    folder: Folder = None,
    method: Annotated[
        str,
        typer.Option(metavar="NAME", help="Rank by this method instead of scoring.yaml's.", show_default=False),
    ] = "",
    format: Annotated[str, typer.Option(metavar="NAME", help="table, json, csv, markdown or xlsx.")] = "table",
    output: Output = None,
    as_of: AsOf = "",
) -> None:
    """Rank the initiatives by the strategy's own criteria.

    Example: digistrat score examples/strategy-repo --as-of 2026-11-21
    """
    from digistrat.figures.methods import DECLARED  # noqa: PLC0415  (scoring loads when something is to be scored)
    from digistrat.score.formats import FORMATS  # noqa: PLC0415

    by = one_of("--method", method, list(DECLARED)) if method else ""
    request = Request(folder, day(as_of), by, one_of("--format", format, ["table", *FORMATS, "xlsx"]), output)
    raise typer.Exit(_run(request))


def _run(request: Request) -> int:
    from digistrat.answers import Answers  # noqa: PLC0415  (see above)
    from digistrat.score.instead import scored_by  # noqa: PLC0415

    opened = open_strategy(request.folder, request.as_of)
    opened.check_output(request.output)
    strategy = scored_by(opened.strategy, request.method) if request.method else opened.strategy
    answers = Answers(strategy)
    ranking = answers.ranking
    if request.format == "xlsx" and not ranking.is_stopped:
        give_matrix(strategy, ranking, request.output)
    elif request.format == "json" or not ranking.is_stopped:
        give(_text(request, ranking), request.output)
    else:
        _show_errors(opened, answers.report, ranking)
    return NO if _explain(ranking) else FINE


def _text(request: Request, ranking: Ranking) -> str:
    from digistrat.score.formats import FORMATS  # noqa: PLC0415  (see above)

    if request.format in FORMATS:
        return FORMATS[request.format](ranking)
    from digistrat.cli.tables import table_of_ranking  # noqa: PLC0415  (only for a terminal)

    return table_of_ranking(ranking, colour=request.output is None and colours(sys.stdout))


def _show_errors(opened: Opened, report: Report, ranking: Ranking) -> None:
    """Show the errors that stop the ranking as lint does: talk, not a result."""
    from digistrat.lint.formats import written  # noqa: PLC0415  (only when something is wrong)
    from digistrat.lint.formats.show import Show  # noqa: PLC0415

    only = replace(report, findings=ranking.errors, hidden=())
    show(written("full", only, Show(opened.prefix, colours(sys.stderr))))


def _explain(ranking: Ranking) -> bool:
    """Say what to know of the ranking, and what could not be ranked; tell whether the answer is no."""
    for remark in _remarks(ranking):
        say(remark)
    why = _why_not(ranking)
    if why:
        say(f"nothing is ranked: {why}")
    return bool(why)


def _why_not(ranking: Ranking) -> str:
    """Say why nothing is ranked though somebody asked; empty where something is, or where nobody is in the running."""
    if ranking.is_stopped:
        return f"{counted(len(ranking.errors), 'scoring error')}; mend them, or ignore each with a reason"
    if not ranking.columns:
        return "there are no criteria; write them into scoring.yaml"
    if ranking.is_without_scores:
        return f"no initiative in the running has a {ranking.how.title} score; each note says why"
    return ""


def _remarks(ranking: Ranking) -> Iterator[str]:
    if ranking.is_stopped or not ranking.columns:
        return
    lost = {(finding.file, finding.record or finding.span.line) for finding in ranking.left_out}
    if lost:
        yield f"{counted(len(lost), 'initiative')} could not be read and is left out; `digistrat lint` says why"
    unscored = sum(bool(entry.missing) for entry in ranking.running if entry.score is None)
    if unscored:
        yield f"{counted(unscored, 'initiative')} without all scores: what is not known is not zero"
    wrong = sum(bool(entry.impossible) for entry in ranking.running)
    if wrong:
        yield f"{counted(wrong, 'initiative')} with a number that {ranking.how.title} cannot use: its note says which"
    doubtful = [entry for entry in (*ranking.decided, *ranking.running) if entry.doubts]
    for entry in doubtful[:_NAMED]:
        yield f"{entry.initiative.id!r}: {'; '.join(entry.doubts)}"
    if doubtful[_NAMED:]:
        yield f"and {len(doubtful) - _NAMED:,} more with such a confidence: each note says it"
