"""Rules about keeping a commitment: is somebody at work, has anybody heard of it, and is what they say true?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.figures.pace import goal, pace
from digistrat.figures.progress import is_closed, is_past_due, last_status, silent_since, updates
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment, Update
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def overdue_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise whose date has passed and that is neither delivered nor dropped.

    Why: either it was kept and nobody said so, or it was not and nobody decided what then.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day
          due: 2026-10  # <-
          owner: Medical director
          outcomes: less-waiting
          initiatives: e-letters
          measure: {name: Letters sent on the day, unit: letters, baseline: 310, target: 900}
          updates: {date: 2026-10-20, status: on-track}

    Good:
        due: 2026-12
    """
    for commitment in strategy.commitments.values():
        due = strategy.due(commitment.due)
        last = last_status(commitment)
        if due is None or is_closed(commitment) or not is_past_due(strategy, commitment):
            continue
        if last and _says_otherwise(strategy, commitment, last):
            continue
        message = f"was due {due.in_words} and is neither delivered nor dropped; say which, or set a new date"
        yield Fault(commitment.at("due"), message, "a new date goes into 'changes' too, with the reason")


def status_disagrees(strategy: Strategy) -> Iterator[Fault]:
    """A last update that the date, the value or an earlier delivery contradicts.

    Why: whoever reads only the status is told something that the strategy itself denies.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day
          due: 2026-09
          owner: Medical director
          outcomes: less-waiting
          initiatives: e-letters
          measure: {name: Letters sent on the day, unit: letters, baseline: 310, target: 900}
          updates: {date: 2026-11-01, status: on-track}  # <-

    Good:
        updates: {date: 2026-11-01, status: delivered, value: 912, evidence: Letters audit}
    """
    for commitment in strategy.commitments.values():
        last = last_status(commitment)
        said = _says_otherwise(strategy, commitment, last) if last else ""
        if last and said:
            index = commitment.updates.index(last)
            yield Fault(commitment.at("updates", index, "status"), said, "mend whichever of the two is wrong")


def _says_otherwise(strategy: Strategy, commitment: Commitment, last: Update) -> str:
    """Say what contradicts a commitment's last status, or nothing."""
    due = strategy.due(commitment.due)
    if last.status in {"not-started", "on-track", "at-risk"}:
        if due and last.date and last.date.first > due.last:
            return f"{last.status!r} on {last.date.in_words}, after it was due ({due.in_words})"
        earlier = [update for update in updates(commitment) if update.status == "delivered"]
        if earlier and earlier[-1].date:
            return f"{last.status!r} after it was delivered on {earlier[-1].date.in_words}"
    if last.status == "delivered" and last.value and len(commitment.measure) == 1:
        aim = goal(strategy, commitment, commitment.measure[0])
        if aim and aim.target and not aim.target.is_reached_by(last.value.value, rises=aim.rises):
            return f"'delivered' at {last.value}, short of the target of {aim.target}"
    return ""


def silent_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise of which nobody has said anything for 90 days, or `lint.silent_after` days.

    Why: silence is how promises are broken.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day
          due: 2028-03
          owner: Medical director
          outcomes: less-waiting
          initiatives: e-letters
          measure: letters-sent
          updates: {date: 2026-08-01, status: on-track}  # <-

    Good:
        updates: {date: 2026-11-01, status: on-track}
    """
    for commitment in strategy.commitments.values():
        since = silent_since(strategy, commitment)
        if since is None or is_closed(commitment):
            continue
        said = updates(commitment)
        days = (strategy.as_of - since).days
        what = "the last update" if said else "the strategy was approved"
        at = commitment.at("updates", commitment.updates.index(said[-1])) if said else commitment.at("updates")
        yield Fault(at, f"nothing heard of {commitment.id!r} for {days} days, since {what}; add an update")


def delivered_without_evidence(strategy: Strategy) -> Iterator[Fault]:
    """A promise that is said to be delivered, with no evidence in any of its updates.

    Why: everybody else will ask how one knows.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day
          due: 2028-03
          owner: Medical director
          outcomes: less-waiting
          initiatives: e-letters
          measure: letters-sent
          updates: {date: 2026-11-01, status: delivered}  # <-

    Good:
        updates: {date: 2026-11-01, status: delivered, evidence: Letters audit of October 2026}
    """
    for commitment in strategy.commitments.values():
        last = last_status(commitment)
        if last and last.status == "delivered" and not any(update.evidence for update in commitment.updates):
            at = commitment.at("updates", commitment.updates.index(last), "status")
            yield Fault(at, f"{commitment.id!r} is delivered, but no update gives evidence; add 'evidence'")


_ENOUGH = Decimal("0.25")  # of the time has to be gone before a pace says anything
_TOO_FAST = 2  # times the pace so far


def unrealistic_pace(strategy: Strategy) -> Iterator[Fault]:
    """A measure that would have to move more than twice as fast as it has so far.

    Why: after a quarter of the time and two readings this is no bad start any more.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Every discharge letter leaves on the same day
          due: 2028-03
          owner: Medical director
          outcomes: less-waiting
          initiatives: e-letters
          measure: letters-sent  # <-
          updates:
            - {date: 2026-09-30, status: on-track, value: 62}
            - {date: 2026-11-01, status: on-track, value: 63}

    Good:
        measure: {name: Letters sent, unit: "%", baseline: {value: 60, date: 2026-03}, target: 66}
    """
    for commitment in strategy.commitments.values():
        if is_closed(commitment) or is_past_due(strategy, commitment):
            continue
        for index, gauge in enumerate(commitment.measure):
            speed = pace(strategy, commitment, gauge)
            if (
                speed is None
                or speed.share_of_time < _ENOUGH
                or speed.needed <= max(speed.so_far, Decimal(0)) * _TOO_FAST
            ):
                continue
            times = f"{speed.needed / speed.so_far:.1f} times as fast as so far" if speed.so_far > 0 else "at all"
            message = f"the measure of {commitment.id!r} has to move {times}; change the work, the target or the date"
            yield Fault(commitment.at("measure", index), message)


def unresourced_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise that no initiative delivers.

    Why: nobody is doing the work, or nobody can see who is.

    Bad:
        # commitments.yaml
        - id: same-day-letters  # <-
          statement: Every discharge letter leaves on the same day
          due: 2028-03
          owner: Medical director
          outcomes: less-waiting
          measure: letters-sent
          updates: {date: 2026-11-01, status: on-track}

    Good:
        - id: same-day-letters
          initiatives: e-letters
    """
    for commitment in strategy.commitments.values():
        at_work = [one for one in strategy.find_all("initiatives", commitment.initiatives) if _is_meant(one)]
        unknown = [id for id in commitment.initiatives if strategy.find("initiatives", id) is None]
        if at_work or unknown or is_closed(commitment):
            continue
        related = tuple(
            Related(one.at("status" if one.status == "stopped" else "choice"), f"{one.id!r} will not be done")
            for one in strategy.find_all("initiatives", commitment.initiatives)
        )
        message = f"no initiative delivers {commitment.id!r}; name one under 'initiatives'"
        yield Fault(commitment.at("initiatives"), message, related=related)


def _is_meant(initiative: Initiative) -> bool:
    return not initiative.is_put_aside and initiative.status != "stopped"
