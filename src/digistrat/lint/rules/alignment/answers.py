"""Rules about the answers to a framework: is each item answered, and each no explained?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.figures.coverage import answered
from digistrat.figures.placeholders import is_placeholder
from digistrat.frameworks.library import find, item_of
from digistrat.lint.doubt import is_in_doubt
from digistrat.lint.rules.alignment.listed import listed
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.figures.coverage import Answered
    from digistrat.model.kinds.alignment import Alignment, Answer
    from digistrat.model.kinds.framework import Framework
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


def unanswered_item(strategy: Strategy) -> Iterator[Fault]:
    """Something that a framework asks of us, to which there is no answer.

    What has no status is no answer, and `awaiting` or `tbc` is none either. Items of which nobody said anything at
    all are one finding for each framework.

    Why: who asked looks for their item first, and takes silence for a no.

    Bad:
        # alignment/commitment-criteria.yaml
        responses:
          - {item: time-bound, status: met, response: Each has a date}
          - {item: tangible, status: met, response: Each names one thing}
          - {item: outcome-focused, response: Nearly all of them}  # <-
          - {item: measurable, status: met, response: Each has a measure}
          - {item: realistic, status: met, response: Each has people}
          - {item: limited-in-number, status: met, response: There are eight}

    Good:
          - {item: outcome-focused, status: partly, response: Nearly all of them}
    """
    organisation = strategy.manifest.organisation
    if is_in_doubt(strategy, strategy.manifest.at("organisation")):
        return  # nobody knows what is asked of us
    by_framework: dict[str | None, list[Alignment]] = defaultdict(list)
    for alignment in strategy.alignments.values():
        by_framework[alignment.framework].append(alignment)
    for id, alignments in by_framework.items():
        framework = find(strategy, id)
        if framework:
            yield from _Answers(strategy, framework, alignments).faults(organisation.kind if organisation else None)


_SLIPS = 50  # more unknown items than that are no slips of the pen


class _Answers:
    """What is said to one framework, in one file or in several."""

    def __init__(self, strategy: Strategy, framework: Framework, alignments: list[Alignment]) -> None:
        self.strategy = strategy
        self.framework = framework
        self.alignments = alignments
        self.said = [answer for alignment in alignments for answer in alignment.responses]
        self.places = {
            id(answer): alignment.at("responses", index)
            for alignment in alignments
            for index, answer in enumerate(alignment.responses)
        }

    def faults(self, kind: str | None) -> Iterator[Fault]:
        """Find each answer that is none, and once what nobody has answered."""
        asked = {one.item.id for one in answered(self.framework, (), kind) if one.coverage == "unanswered"}
        untold = []
        for one in answered(self.framework, self.said, kind):
            if one.item.id not in asked:
                continue
            if one.answer is None or not _says_something(one.answer):
                untold.append(one)
            elif one.answer.status is None:
                at = self.places[id(one.answer)].at("status")
                message = f"the answer to {one.item.id!r} has no status; say how far it is met"
                if not is_in_doubt(self.strategy, at):
                    yield Fault(at, message, "met, partly, planned, not-met or not-applicable")
            elif one.answer.status != "not-applicable" and is_placeholder(one.answer.response):
                at = self.places[id(one.answer)].at("response")
                message = f"{shown(one.answer.response)} is no answer to {one.item.id!r}"
                yield Fault(at, message, "say what is done, or take the response out")
        yield from self.silence(untold, len(asked))

    def silence(self, untold: list[Answered], asked: int) -> Iterator[Fault]:
        """Name what nobody has answered, unless it may be what a faulty or misspelt answer was meant for."""
        meant = self.meant()
        left = [one for one in untold if one.item.id not in meant]
        if left and None not in meant and self.can_be_read():
            ids = [one.item.id for one in left]
            message = listed(f"{len(left)} of {asked} items of {self.framework.id!r} have no answer", ids)
            if len(left) == 1:
                message = f"nobody has answered {ids[0]!r} of {self.framework.id!r}; give it a status"
            help = f"give each a status, or 'not-applicable' with a reason: {quoted(ids)}"
            yield Fault(self.first_of(left), message, help)

    def meant(self) -> set[str | None]:
        """Give the items that misspelt answers were probably meant for; None where one may be for any."""
        names = [item.id for item in self.framework.items]
        unknown = {answer.item for answer in self.said if not item_of(self.framework, answer.item)}
        if len(unknown) > _SLIPS:
            return {None}
        return {nearest(item, names) if item else None for item in unknown}

    def first_of(self, left: list[Answered]) -> Ref:
        """Give the first answer in which nothing is said yet, or the place of all where none was begun."""
        bare = {id(one.answer) for one in left}
        begun = (place.at("status") for answer, place in self.places.items() if answer in bare)
        return next(begun, self.alignments[0].at("responses"))

    def can_be_read(self) -> bool:
        faulty = any(is_in_doubt(self.strategy, alignment.at("responses")) for alignment in self.alignments)
        return self.strategy.is_whole("alignment") and not faulty


def _says_something(answer: Answer) -> bool:
    """Tell whether there is more than the item's name: a list of items to answer says nothing yet."""
    return any(value for key, value in answer if key != "item")


def not_applicable_without_reason(strategy: Strategy) -> Iterator[Fault]:
    """An item that is said not to apply, without saying why.

    Why: the shortest way out of a list of demands is to declare that they are meant for others.

    Bad:
        # alignment/commitment-criteria.yaml
        responses:
          - {item: time-bound, status: met, response: Each has a date}
          - {item: tangible, status: met, response: Each names one thing}
          - {item: outcome-focused, status: met, response: All of them}
          - {item: measurable, status: met, response: Each has a measure}
          - {item: realistic, status: met, response: Each has people}
          - {item: limited-in-number, status: not-applicable}  # <-

    Good:
          - {item: limited-in-number, status: not-applicable, reason: We promise nothing in this document}
    """
    for alignment in strategy.alignments.values():
        for index, answer in enumerate(alignment.responses):
            explained = (answer.reason and not is_placeholder(answer.reason)) or answer.applies_if
            if answer.status == "not-applicable" and not explained:
                what = f"{shown(answer.item)} is " if answer.item else ""
                message = f"{what}said not to apply, without a reason; say why"
                yield Fault(alignment.at("responses", index, "reason"), message, "under 'reason'")
