"""`digistrat score`: which initiatives come first."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digistrat.cli.console import FINE, NO, colours, give, say
from digistrat.cli.opening import Opened, open_strategy
from digistrat.cli.options import AsOf, Folder, Output, day, one_of
from digistrat.wording import counted

if TYPE_CHECKING:
    from datetime import date

    from digistrat.score.ranking import Ranking


@dataclass(frozen=True, slots=True)
class Request:
    """What to rank, and how to say it."""

    folder: Path | None
    as_of: date
    format: str
    output: Path | None


def score(
    folder: Folder = None,
    format: Annotated[str, typer.Option(metavar="NAME", help="table, json, csv or markdown.")] = "table",
    output: Output = None,
    as_of: AsOf = "",
) -> None:
    """Rank the initiatives by the strategy's own criteria.

    Example: digistrat score examples/strategy-repo --as-of 2026-11-21
    """
    from digistrat.score.formats import FORMATS  # noqa: PLC0415  (scoring loads when something is to be scored)

    request = Request(folder, day(as_of), one_of("--format", format, ["table", *FORMATS]), output)
    raise typer.Exit(_run(request))


def _run(request: Request) -> int:
    from digistrat.answers import Answers  # noqa: PLC0415  (see above)

    opened = open_strategy(request.folder, request.as_of)
    ranking = Answers(opened.strategy).ranking
    give(_text(request, opened, ranking), request.output)
    return NO if _explain(ranking) else FINE


def _text(request: Request, opened: Opened, ranking: Ranking) -> str:
    from digistrat.score.formats import FORMATS  # noqa: PLC0415  (see above)

    if request.format == "json" or (request.format in FORMATS and not ranking.is_stopped):
        return FORMATS[request.format](ranking)
    if ranking.is_stopped:
        return _findings(opened, ranking)
    from digistrat.cli.tables import table_of_ranking  # noqa: PLC0415  (only for a terminal)

    return table_of_ranking(ranking, colour=request.output is None and colours(sys.stdout))


def _findings(opened: Opened, ranking: Ranking) -> str:
    """Show the errors that stop the ranking as lint does."""
    from dataclasses import replace  # noqa: PLC0415  (only when something is wrong)

    from digistrat.answers import Answers  # noqa: PLC0415
    from digistrat.lint.formats import FORMATS  # noqa: PLC0415
    from digistrat.lint.formats.show import Show  # noqa: PLC0415

    report = replace(Answers(opened.strategy).report, findings=ranking.errors, hidden=())
    return FORMATS["full"](report, Show(opened.prefix, colours(sys.stdout)))


def _explain(ranking: Ranking) -> bool:
    """Say what could not be ranked; tell whether the answer is no."""
    if ranking.is_stopped:
        say(
            f"nothing is ranked: {counted(len(ranking.errors), 'scoring error')}; mend them, or ignore each with a reason"
        )
        return True
    lost = {finding.record for finding in ranking.left_out}
    if lost:
        say(f"{counted(len(lost), 'initiative')} could not be read and is left out; `digistrat lint` says why")
    if not ranking.columns:
        say("nothing is ranked: there are no criteria; write them into scoring.yaml")
        return True
    unscored = sum(entry.score is None for entry in ranking.running)
    if unscored:
        say(f"{counted(unscored, 'initiative')} without all scores: what is not known is not zero")
    return False
