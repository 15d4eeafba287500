"""Whether the accepted plan still holds, in each format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digistrat.model.values.number import plain
from digistrat.plan import sentences
from digistrat.plan.formats.machine import chosen
from digistrat.plan.words import enough
from digistrat.wording import clean, clean_line, counted, in_markdown, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digistrat.model.strategy import Strategy
    from digistrat.plan.accepted import Accepted, Broken


def _machine(strategy: Strategy, accepted: Accepted) -> str:
    data: dict[str, Any] = {
        "version": 1,
        "as_of": strategy.as_of.isoformat(),
        "check": "holds" if accepted.holds else "broken",
        "value": plain(accepted.plan.value),
        "chosen": chosen(strategy, accepted.plan),
        "broken": [_broken(one) for one in accepted.broken],
    }
    return clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _broken(one: Broken) -> dict[str, Any]:
    reason = one.reason
    return {
        "id": one.id or None,
        "kind": reason.kind,
        "what": reason.what,
        "when": reason.when or None,
        "short_by": None if reason.short_by is None else plain(enough(reason.short_by)),
    }


def _table(strategy: Strategy, accepted: Accepted) -> str:
    lines = [f"  {clean_line(one_line(said))}" for said in sentences.broken(strategy, accepted)]
    return "\n".join([_headline(strategy, accepted), *lines]) + "\n"


def _markdown(strategy: Strategy, accepted: Accepted) -> str:
    lines = [f"- {in_markdown(said)}" for said in sentences.broken(strategy, accepted)]
    return "\n".join([f"## {_headline(strategy, accepted)}\n", *lines]) + "\n"


def _headline(strategy: Strategy, accepted: Accepted) -> str:
    approval = strategy.plan.accepted if strategy.plan else None
    when = f" of {approval.date}" if approval and approval.date else ""
    if accepted.holds:
        return f"The accepted plan{when} holds: {counted(len(accepted.plan.schedule), 'piece')} of work"
    return f"The accepted plan{when} no longer holds: {counted(len(accepted.broken), 'fault')}"


FORMATS: Mapping[str, Callable[[Strategy, Accepted], str]] = {
    "table": _table,
    "json": _machine,
    "markdown": _markdown,
}
