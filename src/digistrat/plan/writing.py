"""plan.yaml: the plan that is accepted, written so that people can review it; what they wrote there stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.plan.accepted import ACCEPTED, slots_of
from digistrat.plan.sentences import because
from digistrat.read.document import read_document
from digistrat.read.edit import append, encoded, remove, set_value
from digistrat.read.fault import START
from digistrat.read.yaml_text import EditError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from digistrat.model.kinds.plan import Chosen, NotNow
    from digistrat.model.strategy import Strategy
    from digistrat.plan.quarters import Quarters
    from digistrat.plan.report import Report
    from digistrat.plan.work import Slot
    from digistrat.read.document import Document

    Entry = Mapping[str, str]

_HEAD = """\
# The plan that was accepted. `digistrat plan --accept` writes it, `digistrat plan --check` says whether it still holds.
"""
_MUCH = 10_000_000  # changes times characters, each change reads the file again: more of them write the list anew
OURS = re.compile(r"As of \d{4}-\d{2}-\d{2}, ")  # begins a reason that a plan gave; people's own are kept


class _Change(NamedTuple):
    """What is to change in one of the lists: values by the place of their entry, entries to take out and to add."""

    key: str
    better: Mapping[int, Entry]
    gone: Collection[int]
    new: Sequence[Entry]

    @property
    def number(self) -> int:
        """Count the single changes."""
        return sum(map(len, self.better.values())) + len(self.gone) + len(self.new)


def written(text: str, report: Report, by: str) -> str:
    """Give the text of plan.yaml with the plan in it, from the text that is there; empty where there is none.

    Entries that still say the same, reasons that people wrote, and comments stay as they are; where very much changes,
    comments within the lists go. Raises EditError where the text cannot be changed.
    """
    strategy = report.strategy
    refuse_unread(strategy)
    data = _data(strategy)
    text = _approved(text or _HEAD, strategy, by)
    for change in (_of_chosen(report), _of_not_now(report)):
        text = _changed(text, change, _entries(data, change.key))
    return text


def refuse_unread(strategy: Strategy) -> None:
    """Raise EditError where plan.yaml or an entry in it cannot be read: nobody would know what is checked or lost."""
    document, plan = _document(strategy), strategy.plan
    if document and not document.readable:
        rule, fault = document.faults[0]
        where = "" if rule == "unreadable-file" else f"line {(fault.span or START).line} must be put right first: "
        raise EditError(f"{where}{fault.message}", fault.help)
    data = _data(strategy)
    if not isinstance(data, dict):
        raise EditError("it is no map", "write its keys, each with a colon: accepted:, chosen:, not_now:")
    for key, entries in (("chosen", plan.chosen), ("not_now", plan.not_now)) if plan else ():
        if len(_entries(data, key)) != len(entries):
            raise EditError(f"{key!r} has an entry that cannot be read", "`digistrat lint` says which")


def _document(strategy: Strategy) -> Document | None:
    """Give the file of the plan, however the end of its name is written."""
    return strategy.documents.get(strategy.plan.at().file if strategy.plan else ACCEPTED)


def _data(strategy: Strategy) -> Any:
    """Give what plan.yaml holds as it is written; nothing where it is not there or empty."""
    document = _document(strategy)
    data = read_document(ACCEPTED, encoded(document.text)).data if document else None
    return {} if data is None else data


def _entries(data: Any, key: str) -> list[Any]:
    """Give the entries of a list; one bare entry stands for a list of one."""
    found = data.get(key)
    return found if isinstance(found, list) else [] if found is None else [found]


def _approved(text: str, strategy: Strategy, by: str) -> str:
    """Say who accepts the plan, and when; whoever stands there first is not written anew."""
    old, day = strategy.plan.accepted if strategy.plan else None, strategy.as_of.isoformat()
    if old is None:
        return set_value(text, ("accepted",), {"by": by, "date": day} if by else {"date": day})
    if by and (not old.by or by != str(old.by[0])):
        text = set_value(text, ("accepted", "by"), by)
    return text if old.date and str(old.date) == day else set_value(text, ("accepted", "date"), day)


def _of_chosen(report: Report) -> _Change:
    """Correct the quarters of what stays, take out the rest, and add what is new."""
    strategy, plan = report.strategy, report.strategy.plan
    name = _namer(strategy, report.plan.problem.quarters)
    wanted = {id: name(slot) for id, slot in report.plan.chosen}
    slots, same = dict(report.plan.chosen), slots_of(strategy, plan) if plan else {}
    entries = plan.chosen if plan else ()
    kept = {id: place for id, place in _firsts(strategy, entries).items() if id in wanted}
    better = {place: wanted[id] for id, place in kept.items() if same.get(id) != slots[id]}
    new = [{"initiative": id, **when} for id, when in wanted.items() if id not in kept]
    stays = {*kept.values(), *_unread(strategy, entries)}
    return _Change("chosen", better, {*range(len(entries))} - stays, new)


def _of_not_now(report: Report) -> _Change:
    """Take out what the plan does, give reasons of ours anew, and add what is new."""
    strategy, plan, day = report.strategy, report.strategy.plan, report.strategy.as_of.isoformat()
    wanted = {one.id: {"reason": f"As of {day}, {because(report, one)}"} for one in report.rest}
    entries = plan.not_now if plan else ()
    ours = {place for place, one in enumerate(entries) if not one.reason or OURS.match(one.reason)}
    firsts = _firsts(strategy, entries)
    kept = {id: place for id, place in firsts.items() if id not in report.plan.schedule}
    better = {
        place: wanted[id]
        for id, place in kept.items()
        if place in ours and id in wanted and entries[place].reason != wanted[id]["reason"]
    }
    new = [{"initiative": id, **why} for id, why in wanted.items() if id not in kept]
    nameless = {place for place, one in enumerate(entries) if not strategy.find("initiatives", one.initiative or "")}
    stays = {*kept.values(), *_unread(strategy, entries), *(nameless - ours)}  # a misspelt id loses nobody's words
    return _Change("not_now", better, {*range(len(entries))} - stays, new)


def _namer(strategy: Strategy, quarters: Quarters) -> Callable[[Slot], Entry]:
    """Choose how a slot is written: in financial quarters where the strategy's dates are, else by the calendar.

    Where the financial year begins within a month, its quarters are not those of the plan: then in months.
    """
    if strategy.context.year_starts[1] != 1:
        return lambda slot: {
            "start": _month(quarters.months(*slot).first),
            "finish": _month(quarters.months(*slot).last),
        }
    name = quarters.said
    return lambda slot: {"start": name(slot.start), "finish": name(slot.finish - 1)}


def _month(number: int) -> str:
    year, month = divmod(number, 12)
    return f"{year}-{month + 1:02}"


def _firsts(strategy: Strategy, entries: Sequence[Chosen | NotNow]) -> Mapping[str, int]:
    """Give the place of each initiative that is known; of what stands twice the first."""
    found: dict[str, int] = {}
    for place, one in enumerate(entries):
        initiative = strategy.find("initiatives", one.initiative or "")
        if initiative:
            found.setdefault(initiative.id, place)
    return found


def _unread(strategy: Strategy, entries: Sequence[Chosen | NotNow]) -> set[int]:
    """Give the places of initiatives that are there and cannot be read; nothing is known of them."""
    ids = [one.initiative or "" for one in entries]
    known = (strategy.knows("initiatives", id) and not strategy.find("initiatives", id) for id in ids)
    return {place for place, is_unread in enumerate(known) if is_unread}


def _changed(text: str, change: _Change, entries: list[Any]) -> str:
    """Make the changes one by one, so that all else stays as it is written; or the list anew where they are many."""
    key, better, gone, new = change
    if not change.number:
        return text
    if not entries or change.number * len(text) > _MUCH:
        kept = [{**one, **better.get(place, {})} for place, one in enumerate(entries) if place not in gone]
        return set_value(text, (key,), [*kept, *new])
    for place, values in better.items():
        for name, value in values.items():
            text = set_value(text, (key, place, name), value)
    for place in sorted(gone, reverse=True):
        text = remove(text, (key, place))
    for entry in new:
        text = append(text, (key,), entry)
    return text
