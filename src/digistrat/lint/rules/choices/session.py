"""Rules about how scores came about: who scored, how far they were apart, and what nobody estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.disciplines import disciplines
from digistrat.figures.live import is_open
from digistrat.figures.scores import has_weights, missing_scores
from digistrat.read.fault import Fault, Related
from digistrat.wording import counted, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.scores import Score


def scorers_disagree(strategy: Strategy) -> Iterator[Fault]:
    """Two scorers who are over half of a criterion's scale apart.

    Why: their mean is a number that nobody gave. They know different things, or read the criterion differently.

    Bad:
        # initiatives.yaml
        - id: e-letters
          scores:
            - {by: Clinicians, scores: {patient: 5}}
            - {by: Finance, scores: {patient: 1}}  # <-
          …

    Good:
            - {by: Finance, scores: {patient: 3}}
    """
    scoring = strategy.scoring
    if scoring is None or not has_weights(scoring):
        return
    most = {criterion.id: criterion.max for criterion in scoring.criteria}
    for initiative in strategy.initiatives.values():
        if initiative.status == "idea" or initiative.is_over:
            continue
        for first, second in _furthest_apart(initiative, most):
            message = (
                f"{second.points:f} for {second.criterion!r}, and {first.by!r} gives {first.points:f}; talk it over"
            )
            related = (Related(initiative.at("scores", *first.keys), f"{first.by!r} gives {first.points:f}"),)
            help = "each says why; then score it again"
            yield Fault(initiative.at("scores", *second.keys), message, help, related)


def _furthest_apart(initiative: Initiative, most: Mapping[str, Decimal]) -> Iterator[tuple[Score, Score]]:
    """Give, for each criterion, the two scores furthest apart if that is too far, as they are written."""
    given: dict[str, list[Score]] = {}
    for score in initiative.scores:
        if score.by and score.points <= most.get(score.criterion, -1):
            given.setdefault(score.criterion, []).append(score)
    for criterion, scores in given.items():
        lowest, highest = (pick(scores, key=lambda score: score.points) for pick in (min, max))
        if highest.points - lowest.points > most[criterion] / 2:
            yield (lowest, highest) if scores.index(lowest) < scores.index(highest) else (highest, lowest)


_ENOUGH = 3  # disciplines


def one_discipline_scoring(strategy: Strategy) -> Iterator[Fault]:
    """Scores that fewer than three disciplines gave.

    Why: each discipline sees what its own work needs. Two nurses are one discipline: roles are sorted by their words,
    and one that no word tells counts for itself.

    Bad:
        # scoring.yaml
        method: weighted
        criteria: {id: patient, weight: 100, max: 5}
        session:
          roles: [Chief nurse, Ward nurse, Medical director, Head of IT]  # <-

    Good:
          roles: [Chief nurse, Head of IT, Outpatients service manager]

    Source: NHS Providers, Building a digital strategy (2021), step 10, on who takes part.
    """
    scoring = strategy.scoring
    if scoring is None or scoring.session is None or not scoring.session.roles:
        return
    found = disciplines(scoring.session.roles)
    if len(found) < _ENOUGH:
        message = f"only {counted(len(found), 'discipline')} scored; ask at least {_ENOUGH}"
        help = "; ".join(f"{name}: {in_words(roles)}" for name, roles in found.items())
        yield Fault(scoring.at("session", "roles"), message, help)


def no_effort(strategy: Strategy) -> Iterator[Fault]:
    """A piece of work that does not say what effort it takes, where others do.

    Why: value alone chooses whatever is biggest. Where the method itself needs effort, unscored-initiative says it.

    Bad:
        # scoring.yaml
        method: weighted
        criteria: {id: patient, weight: 100, max: 5}
        effort: {title: Weeks of work, max: 60}
        # initiatives.yaml
        - id: e-letters  # <-
          …

    Good:
        - id: e-letters
          effort: 12
    """
    scoring = strategy.scoring
    work = [one for one in strategy.initiatives.values() if one.status != "idea"]
    states_it = any(initiative.effort is not None for initiative in work)
    if not states_it and not (scoring and (scoring.effort or scoring.mix)):
        return
    for initiative in work:
        if initiative.effort is not None or not is_open(strategy, initiative):
            continue
        if scoring is None or "effort" not in missing_scores(scoring, initiative):
            message = f"initiative {initiative.id!r} has no effort; estimate it under 'effort'"
            unit = scoring.effort.title if scoring and scoring.effort else None
            yield Fault(initiative.at("effort"), message, f"counted as: {unit}" if unit else "a rough number will do")
