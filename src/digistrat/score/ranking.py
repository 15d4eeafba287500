"""The ranking: who is in the running, in which order, with ties; what is decided already, and what came after."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digistrat.errors import DigistratError
from digistrat.figures.scores import Standing, missing_scores, standing
from digistrat.model.shelf import claim
from digistrat.score.methods import METHODS
from digistrat.score.table import Column, Result, columns, row
from digistrat.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from digistrat.lint.finding import Finding, Report
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy

_SCORED_BY = ("scores", "effort", "reach", "confidence")  # fields of an initiative that make its score


@dataclass(frozen=True, slots=True)
class Entry:
    """One initiative in the ranking; `rank` is None outside it, `score` where it could not be scored."""

    initiative: Initiative
    standing: Standing
    result: Result | None
    effort: Fraction | None
    missing: tuple[str, ...]  # criteria and fields that nobody scored
    findings: tuple[Finding, ...]  # about its scores
    ignored: tuple[Finding, ...]  # about its scores, hidden by a comment: the number stands as written
    rank: int | None = None
    tied: bool = False

    @property
    def score(self) -> Fraction | None:
        """Give the score by the strategy's method."""
        return self.result.score if self.result else None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Initiatives by score, highest first; `errors` stop it, and then nothing is ranked."""

    method: str
    columns: tuple[Column, ...]
    top: int
    running: tuple[Entry, ...]
    decided: tuple[Entry, ...]
    after: tuple[Entry, ...]
    errors: tuple[Finding, ...]
    left_out: tuple[Finding, ...]  # about initiatives that could not be read

    @property
    def is_stopped(self) -> bool:
        """Tell whether scoring errors stop the ranking."""
        return bool(self.errors)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Give all, decided ones first."""
        return self.decided + self.running + self.after


_TOP = 3  # where scoring.yaml does not say


def rank(strategy: Strategy, report: Report) -> Ranking:
    """Rank a strategy's initiatives; raises DigistratError where its method is not built yet."""
    scoring = strategy.scoring
    method = scoring.method if scoring else "weighted"
    if method not in METHODS:
        raise DigistratError(f"this digistrat cannot rank by {method!r} yet", f"it knows {quoted(METHODS)}")
    across = columns(scoring) if scoring else ()
    top = _TOP if scoring is None or scoring.top is None else scoring.top
    errors = tuple(one for one in report.findings if one.level == "error" and _is_about_scores(one))
    left_out = tuple(
        one
        for one in report.findings
        if one.level == "error"
        and one not in errors
        and claim(one.file)[1] == "initiatives"
        and _is_lost(strategy, one)
    )
    if errors:
        return Ranking(method, across, top, (), (), (), errors, left_out)
    about = _by_record(report.findings), _by_record(report.hidden)
    entries = [_entry(strategy, one, across, method, about) for one in strategy.initiatives.values()]
    return Ranking(
        method,
        across,
        top,
        _ranked([entry for entry in entries if entry.standing == "in the running"]),
        _sorted([entry for entry in entries if entry.standing == "decided"]),
        _sorted([entry for entry in entries if entry.standing not in {"in the running", "decided"}]),
        errors,
        left_out,
    )


_ByRecord = Mapping[str, "tuple[Finding, ...]"]


def _is_about_scores(finding: Finding) -> bool:
    claimed = claim(finding.file)
    if claimed == ("single", "scoring"):
        return True
    if claimed[1] != "initiatives":
        return False
    return not finding.record or finding.field.partition(".")[0] in _SCORED_BY


def _is_lost(strategy: Strategy, finding: Finding) -> bool:
    """Tell whether the record of a finding is not among those that could be read."""
    return finding.record.partition("/")[2] not in strategy.initiatives


def _by_record(findings: Iterable[Finding]) -> _ByRecord:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.record and _is_about_scores(finding):
            found[finding.record].append(finding)
    return {record: tuple(findings) for record, findings in found.items()}


def _entry(
    strategy: Strategy,
    initiative: Initiative,
    across: tuple[Column, ...],
    method: str,
    about: tuple[_ByRecord, _ByRecord],
) -> Entry:
    here = row(initiative)
    missing = tuple(missing_scores(strategy.scoring, initiative)) if strategy.scoring else ()
    result = METHODS[method](across, here)
    findings, ignored = (found.get(initiative.address, ()) for found in about)
    return Entry(initiative, standing(initiative), result, here.effort, missing, findings, ignored)


def _sorted(entries: list[Entry]) -> tuple[Entry, ...]:
    """Order by score, highest first, then by id; what could not be scored comes last."""
    return tuple(sorted(entries, key=lambda one: (one.score is None, -(one.score or 0), one.initiative.id)))


def _ranked(entries: list[Entry]) -> tuple[Entry, ...]:
    """Give ranks from 1; equal scores share the higher rank, and the next one counts them all."""
    scores = [one.score for one in entries if one.score is not None]
    times = Counter(scores)
    first: dict[Fraction, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        first.setdefault(score, place)
    ranked = []
    for one in _sorted(entries):
        if one.score is None:
            ranked.append(one)
        else:
            ranked.append(replace(one, rank=first[one.score], tied=times[one.score] > 1))
    return tuple(ranked)
