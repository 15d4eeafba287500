"""Run the rules over a strategy: faults in, findings with level and place out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.lint import settings
from digistrat.lint.filters import Selection, apply_suppressions
from digistrat.lint.finding import Finding, Other, Report
from digistrat.lint.locate import Locator
from digistrat.lint.rules import RULES
from digistrat.model.shelf import claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.rule import Rule
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Fault, Fix, Key, Ref

EVERYTHING = Selection()


def run(strategy: Strategy, selection: Selection = EVERYTHING) -> Report:
    """Check everything that is selected."""
    locator = Locator(strategy)
    rules = [rule for rule in RULES if selection.takes(rule, strategy.manifest.lint)]
    found = [_finding(rule, fault, strategy, locator) for rule, fault in _faults(strategy, rules)]
    kept, hidden = apply_suppressions(strategy, [finding for finding in found if finding], rules, locator)
    return Report(
        strategy.as_of,
        strategy.manifest.title,
        sum(claim(path)[0] in {"single", "collection"} for path in strategy.documents),
        sum(1 for _ in strategy.records()),
        tuple(sorted(kept, key=lambda finding: finding.order)),
        tuple(sorted(hidden, key=lambda finding: finding.order)),
        strategy.documents,
    )


def _faults(strategy: Strategy, rules: list[Rule]) -> Iterator[tuple[Rule, Fault]]:
    """Give every fault but those at a place about which reading has already spoken."""
    if "newer-format" in strategy.faults:
        rules = [rule for rule in rules if rule.name == "newer-format"]
    told = _Told(strategy)
    for rule in rules:
        if rule.level_in(strategy) is None:
            continue
        is_from_reading = rule.name in strategy.faults
        found = rule.check(strategy)
        for fault in (*found, *settings.faults(strategy)) if rule.name == "bad-value" else found:
            if is_from_reading or not told.about(fault.at):
                yield rule, fault


class _Told:
    """The places at which reading found something: no rule speaks there again."""

    def __init__(self, strategy: Strategy) -> None:
        self.places: dict[str, set[tuple[Key, ...]]] = defaultdict(set)
        self.around: dict[str, set[tuple[Key, ...]]] = defaultdict(set)  # fields of which a part is in doubt
        for faults in strategy.faults.values():
            for fault in faults:
                keys = fault.at.keys
                self.places[fault.at.file].add(keys)
                self.around[fault.at.file].update(
                    keys[:length] for length in range(1, len(keys)) if isinstance(keys[length - 1], str)
                )

    def about(self, ref: Ref) -> bool:
        """Tell whether reading spoke about this, about what it stands in, or about a part of this field."""
        places = self.places.get(ref.file)
        if places is None:
            return False
        within = any(ref.keys[:length] in places for length in range(len(ref.keys) + 1))
        return within or ref.keys in self.around[ref.file]


def _finding(rule: Rule, fault: Fault, strategy: Strategy, locator: Locator) -> Finding | None:
    level = rule.level_in(strategy, fault)
    if level is None:
        return None
    record, field = locator.record_at(fault.at)
    related = tuple(
        Other(other.at.file, other.span or locator.span(other.at), other.message) for other in fault.related
    )
    return Finding(
        rule.name,
        level,
        fault.message,
        fault.help,
        fault.at.file,
        fault.span or locator.span(fault.at),
        record,
        field,
        related,
        fix=_sure(fault.fix) if fault.fix else None,
    )


def _sure(fix: Fix) -> Fix | None:
    """Leave out what may have been meant otherwise: nobody is told that it can be mended."""
    from digistrat.lint.sure import is_sure  # noqa: PLC0415  (only where there is something to mend)

    return fix if is_sure(fix) else None
