"""plan.yaml: the plan that is accepted, written so that people can review it; what they wrote there stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digistrat.plan.accepted import slots_of
from digistrat.plan.sentences import because
from digistrat.read.edit import append, remove, set_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digistrat.model.kinds.plan import AcceptedPlan, Chosen, NotNow
    from digistrat.model.strategy import Strategy
    from digistrat.plan.report import Report

    Entry = Mapping[str, str]

_HEAD = """\
# The plan that was accepted. `digistrat plan --accept` writes it, `digistrat plan --check` says whether it still holds.
"""
_MANY = 200  # changes: each reads the file again, so that more of them write the lists anew
_FINANCIAL = re.compile(r"\bFY\d{4}")
_OURS = re.compile(r"As of \d{4}-\d{2}-\d{2}, ")  # begins a reason that a plan gave; people's own are kept


class Wanted(NamedTuple):
    """What plan.yaml is to say, by initiative."""

    chosen: Mapping[str, Entry]
    not_now: Mapping[str, Entry]


def written(text: str, report: Report, by: str) -> str:
    """Give the text of plan.yaml with the plan in it, from the text that is there; empty where there is none.

    Entries that still say the same, reasons that people wrote, and comments stay as they are. Raises EditError where
    the text cannot be changed.
    """
    strategy = report.strategy
    wanted = Wanted(_chosen(report), _not_now(report))
    text = set_value(text or _HEAD, ("accepted",), {"by": by, "date": strategy.as_of.isoformat()})
    if strategy.plan is None or len(strategy.plan.chosen) + len(strategy.plan.not_now) > _MANY:
        text = set_value(text, ("chosen",), list(wanted.chosen.values()))
        return set_value(text, ("not_now",), list(wanted.not_now.values()))
    text = _with_chosen(text, strategy, strategy.plan, wanted.chosen)
    return _with_not_now(text, strategy, strategy.plan, wanted)


def _chosen(report: Report) -> Mapping[str, Entry]:
    quarters = report.plan.problem.quarters
    is_financial = any(_FINANCIAL.search(document.text) for document in report.strategy.documents.values())
    name = quarters.financial_name if is_financial else quarters.name
    return {
        id: {"initiative": id, "start": name(slot.start), "finish": name(slot.finish - 1)}
        for id, slot in report.plan.chosen
    }


def _not_now(report: Report) -> Mapping[str, Entry]:
    day = report.strategy.as_of.isoformat()
    return {one.id: {"initiative": one.id, "reason": f"As of {day}, {because(report, one)}"} for one in report.rest}


def _with_chosen(text: str, strategy: Strategy, old: AcceptedPlan, wanted: Mapping[str, Entry]) -> str:
    """Correct the quarters of what stays, take out the rest, and add what is new."""
    same = slots_of(strategy, old)
    new = slots_of(strategy, type(old).model_validate({"chosen": list(wanted.values())}, context=strategy.context))
    kept = _firsts(strategy, old.chosen)
    for id, place in kept.items():
        if id in wanted and same.get(id) != new[id]:
            for key in ("start", "finish"):
                text = set_value(text, ("chosen", place, key), wanted[id][key])
    gone = [place for place in range(len(old.chosen)) if place not in {kept[id] for id in kept if id in wanted}]
    return _changed(text, "chosen", gone, [entry for id, entry in wanted.items() if id not in kept])


def _with_not_now(text: str, strategy: Strategy, old: AcceptedPlan, wanted: Wanted) -> str:
    """Take out what the plan does, give reasons of ours anew, and add what is new."""
    kept = _firsts(strategy, old.not_now)
    stays = {id: place for id, place in kept.items() if id not in wanted.chosen}
    for id, place in stays.items():
        reason = old.not_now[place].reason
        if id in wanted.not_now and (not reason or _OURS.match(reason)):
            text = set_value(text, ("not_now", place, "reason"), wanted.not_now[id]["reason"])
    gone = [place for place in range(len(old.not_now)) if place not in stays.values()]
    return _changed(text, "not_now", gone, [entry for id, entry in wanted.not_now.items() if id not in stays])


def _firsts(strategy: Strategy, entries: Sequence[Chosen | NotNow]) -> Mapping[str, int]:
    """Give the place of each initiative that is known; of what stands twice the first."""
    found: dict[str, int] = {}
    for place, one in enumerate(entries):
        initiative = strategy.find("initiatives", one.initiative or "")
        if initiative:
            found.setdefault(initiative.id, place)
    return found


def _changed(text: str, key: str, gone: Sequence[int], new: Sequence[Entry]) -> str:
    for place in reversed(gone):
        text = remove(text, (key, place))
    for entry in new:
        text = append(text, (key,), entry)
    return text
