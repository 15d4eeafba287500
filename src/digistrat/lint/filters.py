"""Which rules run, and which findings a comment hides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

from digistrat.lint.finding import Finding
from digistrat.lint.rules import NAMES, SELECTABLE
from digistrat.model.values.date import parse_date
from digistrat.model.values.fault import shown
from digistrat.read.suppressions import Suppression, suppressions_in
from digistrat.wording import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.locate import Locator
    from digistrat.lint.rule import Rule
    from digistrat.model.kinds.settings import LintSettings
    from digistrat.model.strategy import Strategy


class Selection(NamedTuple):
    """Rules or topics to run and to leave out; no `select` means all."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def takes(self, rule: Rule, settings: LintSettings) -> bool:
        """Tell whether a rule runs: what the command says counts before what the manifest says."""
        names = {rule.name, rule.topic}
        if names & self.ignore or (not self.select and names & set(settings.ignore)):
            return False
        wanted = self.select or (set(settings.select) & SELECTABLE)
        return not wanted or bool(names & wanted)


@dataclass
class _Marker:
    """A suppression and what it has hidden so far."""

    suppression: Suppression
    expired: bool
    is_dated: bool = True
    hid: set[str] = field(default_factory=set)


def apply_suppressions(
    strategy: Strategy, findings: list[Finding], rules: list[Rule], locator: Locator
) -> tuple[list[Finding], list[Finding]]:
    """Divide findings into those that stay and those that a comment hides, and add what is wrong with comments."""
    markers = [
        _marker(strategy, one)
        for document in strategy.documents.values()
        for one in suppressions_in(document, locator.positions)
    ]
    by_place: dict[tuple[str, int | None], list[_Marker]] = defaultdict(list)
    for marker in markers:
        by_place[marker.suppression.file, marker.suppression.covers].append(marker)
    kept: list[Finding] = []
    hidden: list[Finding] = []
    for finding in findings:
        near = (*by_place[finding.file, None], *by_place[finding.file, finding.span.line])
        hiding = [marker for marker in near if _hides(marker, finding)]  # each of them is of use
        if hiding:
            hidden.append(finding._replace(ignored_because=hiding[0].suppression.reason))
        else:
            kept.append(finding)
    by_name = {rule.name: rule for rule in rules if rule.level_in(strategy)}
    broken = {fault.at.file for faults in strategy.faults.values() for fault in faults}
    for marker in markers:
        for name, message, help in _faults(marker, by_name, is_broken=bool(broken)):
            rule = by_name.get(name)
            level = rule.level_in(strategy) if rule else None
            if level:
                one = marker.suppression
                kept.append(Finding(name, level, message, help, one.file, one.span))
    return kept, hidden


def _marker(strategy: Strategy, suppression: Suppression) -> _Marker:
    if suppression.until is None:
        return _Marker(suppression, expired=False)
    try:
        return _Marker(suppression, expired=parse_date(suppression.until, strategy.context).last < strategy.as_of)
    except PydanticCustomError:
        return _Marker(suppression, expired=True, is_dated=False)


def _hides(marker: _Marker, finding: Finding) -> bool:
    if marker.expired or finding.rule not in marker.suppression.rules:
        return False
    marker.hid.add(finding.rule)
    return True


def _faults(marker: _Marker, rules: dict[str, Rule], *, is_broken: bool) -> Iterator[tuple[str, str, str]]:
    """Give what is wrong with a marker: rule, message, help."""
    one = marker.suppression
    if marker.expired:
        what = "ended with" if marker.is_dated else "has no date in"
        help = "mend the finding, or write another date: until 2027-03: the reason"
        yield "expired-ignore", f"this ignore {what} {shown(one.until)}", help
        return
    if not one.reason:
        yield "ignore-without-reason", "this ignore gives no reason; say why the finding may stand", ""
    if not one.rules:
        yield "unused-ignore", "this ignore names no rule; write ignore[rule-name]", ""
    for name in one.rules:
        if name not in NAMES:
            message = f"there is no rule {name!r}; take it out of this ignore"
            yield "unused-ignore", message, did_you_mean(name, NAMES)
        elif name in rules and name not in marker.hid and not is_broken:  # a broken record is not looked at
            yield "unused-ignore", f"{name!r} is found nowhere here; take it out of this ignore", ""
