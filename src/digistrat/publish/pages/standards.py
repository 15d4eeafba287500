"""Standards: how the strategy answers what others expect, and how far the organisation stands on shared scales."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digistrat.figures.coverage import Coverage, answered, counted
from digistrat.frameworks.library import find, item_of, level_of
from digistrat.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digistrat.answers import Answers
    from digistrat.figures.coverage import Answered
    from digistrat.model.kinds.alignment import Answer
    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.framework import Framework, Item, ScaleLevel
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.maturity import Assessment
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing that is expected, what is said to it, and what is done; `item` is None where nobody knows it."""

    title: str
    item: Item | None
    answer: Answer | None
    coverage: Coverage
    commitments: tuple[Commitment, ...]
    initiatives: tuple[Initiative, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A framework whose items are answered one by one; `framework` is None where nobody knows it."""

    title: str
    framework: Framework | None
    has_expired: bool
    counts: Mapping[Coverage, int]
    groups: tuple[_Group, ...]  # with their titles, empty for items outside groups
    not_asked: tuple[str, ...]  # what is asked of others only


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """Where one stood on a scale; each step None where the scale has none of that name."""

    assessment: Assessment
    level: ScaleLevel | None
    target: ScaleLevel | None


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A scale, and where one stood on it over time, newest first."""

    title: str
    framework: Framework | None
    has_expired: bool
    assessments: tuple[AssessmentView, ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless nothing is answered and nowhere is stood."""
    strategy = answers.strategy
    checklists, scales = list(_checklists(strategy)), list(_scales(strategy, words))
    if checklists or scales:
        data = {"checklists": checklists, "scales": scales}
        yield Page("standards.html", words["pages"]["standards"], "standards", data)


def _checklists(strategy: Strategy) -> Iterator[ChecklistView]:
    """Give every framework that is answered, then those of one's own that wait for answers."""
    named = {alignment.framework for alignment in strategy.alignments.values()}
    for name, alignment in strategy.alignments.items():
        framework = find(strategy, alignment.framework)
        yield _checklist(strategy, framework, alignment.framework or name, alignment.responses)
    for id, framework in strategy.own_frameworks.items():
        if id not in named and framework.items:
            yield _checklist(strategy, framework, id, ())


def _checklist(strategy: Strategy, framework: Framework | None, id: str, said: tuple[Answer, ...]) -> ChecklistView:
    organisation = strategy.manifest.organisation
    items = answered(framework, said, organisation.kind if organisation else None) if framework else ()
    asked = [(one.item.group, _item(strategy, one)) for one in items if one.coverage != "not-asked"]
    unknown = [answer for answer in said if not (framework and item_of(framework, answer.item))]
    return ChecklistView(
        (framework.title if framework else "") or id,
        framework,
        _has_expired(strategy, framework),
        counted(items),
        tuple(_grouped(framework, asked, [_unknown(strategy, answer) for answer in unknown])),
        tuple(_title(one.item) for one in items if one.coverage == "not-asked"),
    )


_Group = tuple[str, tuple[ItemView, ...]]


def _grouped(
    framework: Framework | None, asked: list[tuple[str | None, ItemView]], rest: list[ItemView]
) -> Iterator[_Group]:
    """Give items group by group, then those of no known group with the answers to what nobody knows."""
    groups = {group.id: group.title or group.id for group in framework.groups} if framework else {}
    for id, title in groups.items():
        inside = tuple(view for group, view in asked if group == id)
        if inside:
            yield title, inside
    outside = (*(view for group, view in asked if group not in groups), *rest)
    if outside:
        yield "", outside


def _item(strategy: Strategy, one: Answered) -> ItemView:
    return ItemView(_title(one.item), one.item, one.answer, one.coverage, *_work(strategy, one.answer))


def _unknown(strategy: Strategy, answer: Answer) -> ItemView:
    """Show an answer to something that the framework does not ask, as it was written."""
    return ItemView(answer.item or "", None, answer, answer.status or "unanswered", *_work(strategy, answer))


def _title(item: Item) -> str:
    return item.title or item.id


_Work = tuple[tuple["Commitment", ...], tuple["Initiative", ...]]


def _work(strategy: Strategy, answer: Answer | None) -> _Work:
    """Give the commitments and the initiatives that an answer names."""
    if answer is None:
        return (), ()
    return strategy.find_all("commitments", answer.commitments), strategy.find_all("initiatives", answer.initiatives)


def _has_expired(strategy: Strategy, framework: Framework | None) -> bool:
    return bool(framework and framework.expires and framework.expires.last < strategy.as_of)


def _scales(strategy: Strategy, words: Words) -> Iterator[ScaleView]:
    """Give every scale one has stood on, then those of one's own that nobody has used yet."""
    assessments = strategy.maturity.assessments if strategy.maturity else ()
    for id in dict.fromkeys(one.framework for one in assessments):
        yield _scale(strategy, words, id, [one for one in assessments if one.framework == id])
    used = {one.framework for one in assessments}
    for id, framework in strategy.own_frameworks.items():
        if id not in used and framework.levels:
            yield _scale(strategy, words, id, [])


def _scale(strategy: Strategy, words: Words, id: str | None, assessments: Iterable[Assessment]) -> ScaleView:
    framework = find(strategy, id)
    newest_first = sorted(assessments, key=lambda one: one.date.last if one.date else date.min, reverse=True)
    return ScaleView(
        (framework.title if framework else "") or id or words["shared"]["not_known"],
        framework,
        _has_expired(strategy, framework),
        tuple(_assessment(framework, one) for one in newest_first),
    )


def _assessment(framework: Framework | None, one: Assessment) -> AssessmentView:
    if framework is None:
        return AssessmentView(one, None, None)
    return AssessmentView(one, level_of(framework, one.level), level_of(framework, one.target))
