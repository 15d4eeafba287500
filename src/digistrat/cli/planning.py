"""What `digistrat plan` does: plan, check or accept, and say what could not be taken into account."""

from __future__ import annotations

import shutil
import sys
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.cli.console import FINE, NO, colours, give, say
from digistrat.cli.opening import open_strategy
from digistrat.cli.progress import Progress
from digistrat.errors import DigistratError, UsageError
from digistrat.plan import solver
from digistrat.plan.accepted import ACCEPTED
from digistrat.plan.formats import FORMATS
from digistrat.plan.formats.terminal import Terminal
from digistrat.plan.formats.terminal import write as drawn
from digistrat.plan.reason import Reason
from digistrat.plan.report import Wishes
from digistrat.plan.solver import Means
from digistrat.plan.words import reason_in_words
from digistrat.read.yaml_text import EditError
from digistrat.wording import counted, did_you_mean

if TYPE_CHECKING:
    from digistrat.cli.opening import Opened
    from digistrat.cli.plan import Request
    from digistrat.model.strategy import Strategy
    from digistrat.plan.accepted import Accepted
    from digistrat.plan.plan import Plan
    from digistrat.plan.report import Report

_NARROWEST, _WIDEST = 40, 130  # columns
_RESTS_ON = (
    "strategy",
    "mission",
    "scoring",
    "initiatives",
    "constraints",
    "decisions",
)  # what has to be read for a plan to count


def run(request: Request) -> int:
    """Plan, show the plan, and accept it where that is asked; the answer is no where there is none."""
    opened = open_strategy(request.folder, request.as_of)
    opened.check_output(request.output)
    strategy = opened.strategy
    forced, without = _known(strategy, request.forced), _known(strategy, request.without)
    if both := set(forced) & set(without):
        raise UsageError(f"{min(both)!r} cannot be both with and without", "leave one of the two out")
    progress = Progress(limit=request.seconds)
    means = Means(request.solver != "greedy", request.seconds, progress.search)
    percent = None if request.overrun is None else Fraction(str(request.overrun))
    try:
        report = Answers(strategy).plan(Wishes(means, forced, without, percent, request.robust))
    finally:
        progress.end()
    give(_text(request, report), request.output)
    _explain(request, report)
    _explain_asked(report, forced, without)
    is_no = _is_no(report, forced)
    if request.accept and is_no:
        say("nothing is written: there is no such plan to accept")
    elif request.accept:
        _accept(opened, report, request.by)
    return NO if is_no else FINE


def _is_no(report: Report, forced: tuple[str, ...]) -> bool:
    """Tell whether there is no plan, or none with the work that was asked for."""
    if any(id not in report.plan.problem.work for id in forced):
        return True
    return not report.asked.is_possible if report.asked else report.plan.status == "infeasible"


def _known(strategy: Strategy, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Find the initiatives that are meant, each once; raises UsageError with the one that was meant."""
    for id in ids:
        if not strategy.find("initiatives", id):
            if strategy.knows("initiatives", id):
                raise UsageError(f"initiative {id!r} cannot be read", "mend what `digistrat lint` finds in it")
            hint = did_you_mean(id, strategy.initiatives) or "name one by its id, as it stands in initiatives.yaml"
            raise UsageError(f"there is no initiative {id!r}", hint)
    return tuple(dict.fromkeys(strategy.find("initiatives", id).id for id in ids))


def _text(request: Request, report: Report) -> str:
    if request.format in FORMATS:
        return FORMATS[request.format](report)
    width = max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
    return drawn(report, Terminal(width, request.output is None and colours(sys.stdout)))


def _explain(request: Request, report: Report) -> None:
    """Say what would give a better plan, or more about it."""
    plan = report.plan
    if not plan.problem.work:
        kept_out = plan.problem.barred or plan.problem.conflicts
        say(f"there is nothing to plan: {'nothing can be done' if kept_out else 'no initiative is certain or scored'}")
    if not plan.in_time:
        say("the clock stopped the solver: another run may find another plan; give it longer with --limit")
    if request.solver == "auto" and not solver.is_there():
        say("without a solver plans are filled up with the best first; pip install 'digistrat[plan]' gives better ones")
    if request.robust and report.robustness is None:
        say("how sure a plan is can be said only where a solver proved it best, by criteria with weights")
    elif report.robustness is None and plan.status == "optimal" and plan.how == "solver" and _is_chosen(plan):
        say("--robust says how sure the plan is; that takes some time")


def _is_chosen(plan: Plan) -> bool:
    """Tell whether there was a choice: something that could be done is left out."""
    return len(plan.schedule) < len(plan.problem.work)


def _explain_asked(report: Report, forced: tuple[str, ...], without: tuple[str, ...]) -> None:
    """Say why what was asked about could not be planned with, or without."""
    problem = report.plan.problem
    reasons = {**problem.barred, **problem.conflicts}
    for id in forced:
        if id in report.plan.schedule:
            say(f"{id!r} is in the plan already")
        elif id not in problem.work:
            reason = reasons.get(id, Reason("given-up", id))
            say(f"no plan can hold {id!r}: {reason_in_words(report.strategy, reason)}")
    for id in without:
        if id not in report.plan.schedule:
            say(f"{id!r} is not in the plan")


def _say_faults(strategy: Strategy) -> None:
    faults = sum(len(found) for found in strategy.faults.values())
    if faults:
        say(f"{counted(faults, 'fault')} in what the files say; what cannot be read is left out: see `digistrat lint`")


def _accept(opened: Opened, report: Report, by: str) -> None:
    """Write the plan, or the one that was asked about, to plan.yaml; raises DigistratError."""
    problem, gone = report.plan.problem, report.asked.without if report.asked else ()
    certain = [id for id in gone if id in problem.work and problem.work[id].must]
    if certain:
        hint = "take off its must_do, or the decision that names it, first"
        raise DigistratError(f"nothing is written: {certain[0]!r} is certain, and no plan can leave it out", hint)
    if not opened.strategy.is_whole(*_RESTS_ON):
        raise DigistratError(
            "nothing is written: a plan rests on all there is, and some of it cannot be read",
            "mend what `digistrat lint` finds first",
        )
    from digistrat.cli.accepting import accept  # noqa: PLC0415  (only where something is written)

    accept(opened, report, by)


def check(request: Request) -> int:
    """Say whether the accepted plan still holds; the answer is no where it does not."""
    opened = open_strategy(request.folder, request.as_of)
    opened.check_output(request.output)
    accepted = _accepted(opened.strategy)
    _say_faults(opened.strategy)
    from digistrat.plan.formats import checked  # noqa: PLC0415  (only where it is asked)

    give(checked.FORMATS[request.format](opened.strategy, accepted), request.output)
    return FINE if accepted.holds else NO


def _accepted(strategy: Strategy) -> Accepted:
    """Give the accepted plan; raises DigistratError where there is none, or it cannot all be read."""
    from digistrat.plan.writing import refuse_unread  # noqa: PLC0415  (as above)

    try:
        refuse_unread(strategy)
    except EditError as error:
        raise DigistratError(f"{ACCEPTED} cannot be checked: {error.message}", error.hint) from error
    accepted, plan = Answers(strategy).accepted, strategy.plan
    if accepted is None or plan is None:
        raise DigistratError(f"there is no {ACCEPTED} to check", "make one with: digistrat plan --accept")
    if not plan.chosen and plan.accepted is None:
        raise DigistratError(f"{ACCEPTED} holds no plan", "make one with: digistrat plan --accept")
    return accepted
