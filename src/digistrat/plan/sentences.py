"""A plan told in sentences, for the terminal and for Markdown: each from one entry of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.plan.sureness import sentences as sure_sentences
from digistrat.plan.words import amount_of, obstacle, reason_in_words, reasons_in_words, shown, title
from digistrat.wording import counted, in_words, one_line, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.plan.accepted import Accepted
    from digistrat.plan.overrun import Overrun
    from digistrat.plan.report import Report
    from digistrat.plan.what_if import WhatIf
    from digistrat.plan.why import Left


def parts(report: Report) -> Iterator[tuple[str, list[str]]]:
    """Give everything that is said of a plan beside its work, part by part; those with nothing to say left out."""
    found = {
        "To know first": report.notes,
        "What does not fit": overloads(report),
        "Why not the rest": (f"{name}: {why}" for name, why in rest(report)),
        "What keeps work out": kept_out(report),
        "What if": what_if(report),
        "If all takes more": overrun(report),
        "How sure this is": sureness(report),
    }
    yield from ((name, lines) for name, some in found.items() if (lines := list(some)))


def rest(report: Report) -> Iterator[tuple[str, str]]:
    """Give each initiative that is left out by its title, and why, with what it would cost where that is known."""
    for left in report.rest:
        yield report.strategy.initiatives[left.id].title, one_line(_why(report, left))


def because(report: Report, left: Left) -> str:
    """Say what keeps an initiative out, in one sentence without its full stop."""
    return reasons_in_words(report.strategy, left.reasons)


def _why(report: Report, left: Left) -> str:
    said = because(report, left)
    cost = report.costs.get(left.id)
    if cost is None or not cost.is_possible:
        return said
    price = f"To do it all the same would cost {rounded(cost.costs)} of what the plan is worth"
    return f"{said}. {price}{_instead(report.strategy, cost)}"


def _instead(strategy: Strategy, one: WhatIf) -> str:
    return f", in the place of {_titles(strategy, one.displaces)}" if one.displaces else ""


def _titles(strategy: Strategy, ids: Iterable[str]) -> str:
    return in_words(title(strategy, id) for id in ids)


def kept_out(report: Report) -> Iterator[str]:
    """Say which limit keeps out how many."""
    for one in report.kept_out:
        yield f"{counted(one.number, 'initiative')}: {obstacle(one.kind, one.what)}"


def overloads(report: Report) -> Iterator[str]:
    """Say, of a plan that is none, which limits it passes, when and by how much, and what cannot be done at all."""
    plan, strategy = report.plan, report.strategy
    for id, reason in plan.problem.conflicts.items():
        yield f"{title(strategy, id)} has to be done and cannot: {reason_in_words(strategy, reason)}"
    for first, second in plan.problem.at_odds:
        yield f"{title(strategy, first)} and {title(strategy, second)} both have to be done, and exclude each other"
    for reason in report.passed:
        yield reason_in_words(strategy, reason)


def what_if(report: Report) -> Iterator[str]:
    """Say what the work that was asked about would cost, displace, move, free and bring."""
    one, strategy = report.asked, report.strategy
    if one is None:
        return
    asked = [f"with {_titles(strategy, one.forced)}"] if one.forced else []
    asked += [f"without {_titles(strategy, one.without)}"] if one.without else []
    said = in_words(asked)
    if not one.is_possible:
        yield f"There is no plan {said}"
        return
    worth = f"is worth {rounded(one.costs)} less" if one.costs >= 0 else f"is worth {rounded(-one.costs)} more"
    yield f"The plan {said} {worth}"
    if one.displaces:
        yield f"It does without {_titles(strategy, one.displaces)}"
    if one.brings:
        yield f"It has room for {_titles(strategy, one.brings)}"
    name = one.plan.problem.quarters.said
    for id, before, after in one.moves:
        yield f"{title(strategy, id)} moves from {name(before.start)} to {name(after.start)}"
    yield from _freed(strategy, one)


def _freed(strategy: Strategy, one: WhatIf) -> Iterator[str]:
    """Say what is free again, the same amount of the same limit together."""
    found: dict[str, list[str]] = {}
    for limit, amount in one.frees:
        of = f" of {limit.what}" if limit.kind == "capacity" else ""
        when = shown(strategy, limit.when)
        room = "room for " if limit.kind == "at-once" else ""
        found.setdefault(f"{room}{amount_of(strategy, limit, amount)}{of}", []).append(when)
    for what, periods in found.items():
        said = in_words(periods)
        when = said if said == "in all" else f"in {'each of ' if len(periods) > 1 else ''}{said}"
        yield f"Left out, it frees {what} {when}"


def sureness(report: Report) -> Iterator[str]:
    """Say how sure the chosen set is, where that was asked."""
    if report.robustness:
        yield from sure_sentences(report.strategy, report.robustness)


def overrun(report: Report) -> Iterator[str]:
    """Say whether the plan can be kept where all takes more than people think."""
    one, strategy = report.overrun, report.strategy
    if one is None:
        return
    if one.fits:
        yield f"The plan holds even if all work takes and costs {rounded(one.percent)}% more"
        return
    now = (
        "The plan does not fit as it is"
        if report.plan.status == "infeasible"
        else "The plan fits only if nothing overruns"
    )
    yield f"{now}. If all work takes and costs {rounded(one.percent)}% more:"
    for reason in one.short:
        yield reason_in_words(strategy, reason)
    yield _then(report, one)


def _then(report: Report, one: Overrun) -> str:
    if one.plan.status == "infeasible":
        return "Then no plan holds all that has to be done"
    lost = report.plan.schedule.keys() - one.plan.schedule.keys()
    if not lost:
        return "Then the same work fits, in other quarters"
    return f"Then the best plan does without {_titles(report.strategy, sorted(lost))}"


def broken(strategy: Strategy, accepted: Accepted) -> Iterator[str]:
    """Say what of the accepted plan no longer holds."""
    for id, reason in accepted.broken:
        said = reason_in_words(strategy, reason)
        yield f"{title(strategy, id)}: {said}" if id else said
