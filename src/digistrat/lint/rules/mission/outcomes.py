"""Rules about outcomes: do they serve the whole organisation, is anybody at work, will anybody see it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.outcomes import commitments_for, initiatives_for, is_measured
from digistrat.lint.doubt import is_in_doubt, meant, without_strays
from digistrat.model.values.text import slug
from digistrat.read.fault import Fault, Related
from digistrat.wording import nearest, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.manifest import Goal
    from digistrat.model.kinds.mission import Outcome
    from digistrat.model.strategy import Strategy


def unlinked_outcome(strategy: Strategy) -> Iterator[Fault]:
    """An outcome that supports no goal of the organisation's own strategy.

    Why: a digital strategy that stands beside the real one is the first to lose its money.

    Bad:
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes:
          - {id: less-waiting, title: People wait less, measures: letters-sent}  # <-

    Good:
          - {id: less-waiting, title: People wait less, measures: letters-sent, supports: Timely care}

    Source: NHS Providers, Building a digital strategy (2021), on a strategy that is integrated.
    """
    for outcome in strategy.outcomes.values():
        if not outcome.supports:
            message = f"outcome {outcome.id!r} supports no goal of the organisation; name one under 'supports'"
            help = "a goal of 'part_of' in strategy.yaml by its id, or the goal in its own words"
            yield Fault(outcome.at("supports"), message, help)


def unsupported_goal(strategy: Strategy) -> Iterator[Fault]:
    """A goal of the organisation's own strategy that no outcome supports.

    Why: digital work need not serve every goal, but somebody should have thought about each.

    Bad:
        # strategy.yaml
        part_of:
          goals:
            - {id: timely-care, title: Timely care}
            - {id: every-pound, title: Every pound used well}  # <-
        …

    Good:
            - {title: Timely care}
    """
    part_of, outcomes = strategy.manifest.part_of, strategy.outcomes.values()
    if part_of is None or not outcomes or not strategy.is_whole("mission", "outcomes"):
        return
    if not all(outcome.supports for outcome in outcomes):
        return  # an unlinked outcome may be the one that was meant for it
    said = {_key(text): outcome.at("supports", n) for outcome in outcomes for n, text in enumerate(outcome.supports)}
    known = {key for goal in part_of.goals for key in _keys(goal)}
    for number, goal in enumerate(part_of.goals):
        keys, at = _keys(goal), strategy.manifest.at("part_of", "goals", number)
        if (
            not keys
            or is_in_doubt(strategy, at.at("id"))
            or any(_means(text, key, known) for text in said for key in keys)
        ):
            continue
        near = [key for key in keys if nearest(key, said.keys() - known)]
        other = nearest(near[0], said.keys() - known) if near else None
        related = (Related(said[other], "does this mean it?"),) if other else ()
        name = goal.id or f"{one_line(goal.title or '')[:40]}"
        message = f"no outcome supports the goal {name!r}; name it under an outcome's 'supports'"
        yield Fault(at, message, "or say why digital cannot help", related)


def _keys(goal: Goal) -> list[str]:
    return [_key(text) for text in (goal.id, goal.title) if text]


def _key(text: str) -> str:
    """Fold what tells two spellings of a goal apart: case, blanks and punctuation."""
    return slug(text) or one_line(text).casefold()


def _means(text: str, goal: str, known: set[str]) -> bool:
    """Tell whether an outcome's words mean a goal: the goal itself, or words around it or out of it."""
    return text == goal or (text not in known and "-" in text and (goal in text or text in goal))


def unmeasured_outcome(strategy: Strategy) -> Iterator[Fault]:
    """An outcome with neither a measure of its own nor a commitment that has one.

    Why: nobody will be able to say whether it came true.

    Bad:
        # measures.yaml missing
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care}  # <-

    Good:
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}

    Source: NHS Providers, Building a digital strategy (2021), on knowing whether it works.
    """
    if not strategy.is_whole("commitments"):
        return
    for outcome in strategy.outcomes.values():
        if not is_measured(strategy, outcome):
            message = f"outcome {outcome.id!r} has no measure and no measured commitment; name a measure"
            yield Fault(outcome.at("measures"), message, "under 'measures', by its id in measures.yaml")


def unserved_outcome(strategy: Strategy) -> Iterator[Fault]:
    """An outcome that no initiative and no commitment works towards.

    Why: it will come true only by chance. What was given up or dropped does not count.

    Bad:
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes:
          - {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}
          - {id: one-story, title: Nobody tells us twice, supports: Safe care, measures: letters-sent}  # <-

    Good:
        # initiatives.yaml
        - id: e-letters
          outcomes: [less-waiting, one-story]
          …
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes:
          - {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}
          - {id: one-story, title: Nobody tells us twice, supports: Safe care, measures: letters-sent}
    """
    linked = any(one.outcomes for one in strategy.initiatives.values())
    if not (linked or any(one.outcomes for one in strategy.commitments.values())):
        return  # where nothing names an outcome, each initiative and commitment is told so
    if not strategy.is_whole("initiatives", "commitments"):
        return
    misspelt = meant(strategy, "outcomes")
    left = [one for one in strategy.outcomes.values() if one.id not in misspelt and not _is_served(strategy, one)]
    for outcome in without_strays(strategy, "outcomes", left):
        message = f"no initiative and no commitment works towards {outcome.id!r}; name it in one, or drop it"
        yield Fault(outcome.at(), message, "under 'outcomes'; what was given up or dropped does not count")


def _is_served(strategy: Strategy, outcome: Outcome) -> bool:
    return bool(initiatives_for(strategy, outcome) or commitments_for(strategy, outcome))
