"""Rules about scores: is everything scored, on the criteria agreed, within their bounds?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.scores import HUNDRED, criteria, has_weights, is_decided, missing_scores
from digistrat.lint.doubt import has_nameless
from digistrat.read.fault import Fault, Related
from digistrat.wording import did_you_mean, in_words, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.model.strategy import Strategy


def unscored_initiative(strategy: Strategy) -> Iterator[Fault]:
    """An initiative that was not scored, or not on every criterion.

    Why: what is not known is not zero, so it cannot be ranked, and the choice looks like an accident.

    Bad:
        # initiatives.yaml
        - id: e-letters  # <-
          … without scores

    Good:
        - id: e-letters
          scores: {patient: 4}
    """
    scoring = strategy.scoring
    if scoring is None or not criteria(scoring):
        return
    for initiative in _compared(strategy):
        if is_decided(strategy, initiative):
            continue
        missing = missing_scores(scoring, initiative)
        if len(missing) > len(_strays(scoring, initiative)):
            message = f"initiative {initiative.id!r} has no score for {in_words(missing)}; score it"
            field = "scores" if missing[0] in criteria(scoring) else missing[0]
            yield Fault(initiative.at(field), message, "what is not known is not zero: it cannot be ranked")


def _strays(scoring: Scoring, initiative: Initiative) -> set[str]:
    """Give the names it is scored on that are like no criterion's: each may stand for one that has no score."""
    known = criteria(scoring)
    scored = {score.criterion for score in initiative.scores}
    return {name for name in scored if name not in known and not nearest(name, set(known) - scored)}


def score_above_maximum(strategy: Strategy) -> Iterator[Fault]:
    """A score above the most points its criterion gives.

    Why: it counts for more than its weight allows, and lifts the initiative over others unseen.

    Bad:
        # initiatives.yaml
        - id: e-letters
          scores:
            patient: 7  # <-
          …

    Good:
        patient: 5
    """
    scoring = strategy.scoring
    if scoring is None:
        return
    most = {criterion.id: (criterion.max, n) for n, criterion in enumerate(scoring.criteria)}
    for initiative in strategy.initiatives.values():
        for score in initiative.scores if has_weights(scoring) else ():
            limit, index = most.get(score.criterion, (None, 0))
            if limit is not None and score.points > limit:
                message = f"{score.points:f} for {score.criterion!r} is above its maximum of {limit:f}"
                related = (Related(scoring.at("criteria", index, "max"), "the maximum is set here"),)
                help = "score it again, or ignore this with the reason"
                yield Fault(initiative.at("scores", *score.keys), message, help, related)
        limit = scoring.effort.max if scoring.effort else None
        if limit is not None and initiative.effort is not None and initiative.effort > limit:
            message = f"an effort of {initiative.effort:f} is above its maximum of {limit:f}"
            related = (Related(scoring.at("effort", "max"), "the maximum is set here"),)
            yield Fault(initiative.at("effort"), message, "estimate it again", related)


def _compared(strategy: Strategy) -> Iterator[Initiative]:
    """Give the work that has to be scored: no ideas, and nothing that is over."""
    return (one for one in strategy.initiatives.values() if one.status != "idea" and not one.is_over)


def weights_not_100(strategy: Strategy) -> Iterator[Fault]:
    """Weights that do not add up to 100.

    Why: scores are read as per cent of the best possible; with other weights they are not.

    Bad:
        # scoring.yaml
        method: weighted
        criteria:  # <-
          - {id: patient, weight: 90, max: 5}

    Good:
        # scoring.yaml
        method: weighted
        criteria:
          - {id: patient, weight: 100, max: 5}
    """
    scoring = strategy.scoring
    if scoring is None or not has_weights(scoring):
        return
    weights = [criterion.weight for criterion in scoring.criteria]
    if sum(weights) != HUNDRED:
        message = f"the weights add up to {sum(weights):f}, not 100"
        yield Fault(scoring.at("criteria"), message, f"{' + '.join(f'{weight:f}' for weight in weights)}")


def unknown_criterion(strategy: Strategy) -> Iterator[Fault]:
    """A score on a criterion that scoring.yaml does not have.

    Why: nobody counts it.

    Bad:
        # initiatives.yaml
        - id: e-letters
          scores:
            patient: 4
            staf: 3  # <-
          …

    Good:
        # initiatives.yaml
        - id: e-letters
          scores:
            patient: 4
          …
    """
    scoring = strategy.scoring
    known = criteria(scoring) if scoring else ()
    written = {
        *known,
        *strategy.declared.get("scoring/criteria", ()),
    }  # one with a mistake of its own is there all the same
    is_complete = scoring is None or not has_nameless(strategy, scoring.at("criteria"))
    for initiative in strategy.initiatives.values() if known else ():
        for score in initiative.scores:
            meant = "" if score.criterion in written else did_you_mean(score.criterion, known)
            if meant or (score.criterion not in written and is_complete):
                place = initiative.at("scores", *score.keys[: score.keys.index(score.criterion)]).key(score.criterion)
                message = f"there is no criterion {score.criterion!r}"
                said = f"{message}; {meant}" if meant else f"{message} in scoring.yaml; add it there or take it out"
                yield Fault(place, said, f"criteria: {in_words(known)}")
