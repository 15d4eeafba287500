"""The ranking: who is in the running, in which order, with ties; what is decided already, and what came after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED
from digistrat.figures.scores import Standing, doubts, impossible, standing, unscored
from digistrat.score.methods import METHODS, weighted
from digistrat.score.stops import ByRecord, about_scores, leaving_out, stopping
from digistrat.score.table import Column, Result, columns, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digistrat.figures.methods import Method
    from digistrat.lint.finding import Finding, Report
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.strategy import Strategy


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
    worth: Result | None = None  # the weighted sum, where the method has weights
    impossible: tuple[str, ...] = ()  # numbers that keep it from having a score, in words
    doubts: tuple[str, ...] = ()  # numbers that count as they stand and may mean something else, in words
    rank: int | None = None
    tied: bool = False

    @property
    def score(self) -> Fraction | None:
        """Give the score by the strategy's method."""
        return self.result.score if self.result else None

    @property
    def value(self) -> Fraction | None:
        """Give the weighted sum, out of 100, known without any effort; None where the method has no weights."""
        return self.worth.score if self.worth else None

    @property
    def parts(self) -> Mapping[str, Fraction]:
        """Give what the score, or at least the value, is made of; empty where neither is known."""
        known = self.result or self.worth
        return known.parts if known else {}


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
    def how(self) -> Method:
        """Give what the method is: its title, formula and scale."""
        return DECLARED[self.method]

    @property
    def first(self) -> tuple[Entry, ...]:
        """Give those in the top that the ranking is asked about, and whoever is level with the last of them."""
        return tuple(entry for entry in self.running if entry.rank is not None and entry.rank <= self.top)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Give all, decided ones first."""
        return self.decided + self.running + self.after

    @property
    def is_without_scores(self) -> bool:
        """Tell whether somebody is in the running and nobody could be ranked."""
        return bool(self.running) and all(entry.rank is None for entry in self.running)

    def full_bar(self, shown: Iterable[Entry]) -> Fraction:
        """Give the score that fills a bar: the best possible, or the biggest shown where nothing is the best."""
        scores = (entry.score for entry in shown if entry.score is not None)
        return Fraction(self.how.out_of or max(scores, default=0))


_TOP = 3  # where scoring.yaml does not say


def rank(strategy: Strategy, report: Report) -> Ranking:
    """Rank a strategy's initiatives; scoring errors leave it empty."""
    scoring = strategy.scoring
    method = scoring.method if scoring else "weighted"
    across = columns(scoring) if scoring else ()
    top = _TOP if scoring is None or scoring.top is None else scoring.top
    errors, left_out = stopping(report), leaving_out(strategy, report)
    if errors:
        return Ranking(method, across, top, (), (), (), errors, left_out)
    about = about_scores(report.findings), about_scores(report.hidden)
    entries = [_entry(strategy, one, across, about) for one in strategy.initiatives.values()]
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


def _entry(
    strategy: Strategy, initiative: Initiative, across: tuple[Column, ...], about: tuple[ByRecord, ByRecord]
) -> Entry:
    scoring = strategy.scoring
    method = DECLARED[scoring.method if scoring else "weighted"]
    here = row(method, initiative)
    findings, ignored = (found.get(initiative.address, ()) for found in about)
    return Entry(
        initiative,
        standing(strategy, initiative),
        _result(scoring, initiative, across) if scoring else None,
        here.effort,
        tuple(unscored(scoring, initiative)) if scoring else (),
        findings,
        ignored,
        weighted.score(across, here) if method.is_weighted else None,
        tuple(impossible(scoring, initiative)) if scoring else (),
        tuple(doubts(scoring, initiative)) if scoring else (),
    )


def score_of(strategy: Strategy, initiative: Initiative) -> Result | None:
    """Score one initiative by the strategy's method; None where a number is not known, or is one no work can have."""
    return _result(strategy.scoring, initiative, columns(strategy.scoring)) if strategy.scoring else None


def _result(scoring: Scoring, initiative: Initiative, across: tuple[Column, ...]) -> Result | None:
    if any(impossible(scoring, initiative)):
        return None
    return METHODS[scoring.method](across, row(DECLARED[scoring.method], initiative))


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
