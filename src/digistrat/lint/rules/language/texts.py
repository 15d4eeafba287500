"""Which texts of a strategy are its own sentences, and not names, ids, sources or what other people said."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.model.values.scores import Score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.part import Placed
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Key

Text = tuple["Placed", tuple["Key", ...], str]  # the part it stands in, the keys that lead to it there, what it says

# By collection, file or folder, the keys behind which sentences stand. Left out on purpose: names of services,
# products, groups, roles and organisations; titles of documents, studies and standards; legal formulas; quotes;
# what frameworks ask; how a commitment read before it was changed.
_PROSE = {
    "strategy": "in_scope out_of_scope.what out_of_scope.why related.note publish.accessibility.known_issues",
    "mission": "mission vision foreword context case_for_change evidence.what evidence.source.note will_not.what "
    "will_not.why",
    "outcomes": "title source.note",
    "journeys": "who today then source.note",
    "principles": "title means we_will we_will_not even_over source.note",
    "services": "summary quality opportunity.note assisted_route figures.source.note source.note",
    "users": "summary access_needs source.note",
    "needs": "need evidence.note source.note",
    "research": "found source.note",
    "technology": "outcome sourcing_reason trial.found data.consent data.retention source.note",
    "constraints": "statement response.text evidence.note source.note",
    "decisions": "title statement evidence.note source.note",
    "initiatives": "title summary outcome choice.reason hypothesis exemplar.why_here exemplar.learning scores.why "
    "updates.note source.note",
    "commitments": "statement because applies_if measure.name updates.note updates.evidence.note changes.why "
    "source.note",
    "measures": "name readings.note source.note",
    "benefits": "title method evidence.note source.note",
    "risks": "title mitigation patient_safety learning source.note",
    "stories": "title body impact.what source.note",
    "glossary": "means source.note",
    "scoring": "criteria.title criteria.scale",
    "plan": "not_now.reason",
    "system": "topics.position",
    "engagement": "objectives.title objectives.process people.why people.wants people.offer stakeholders.approach "
    "policy listen.how experiments.tried experiments.result experiments.next privacy.notice",
    "delivery": "changes.today changes.then skills.needs skills.plan",
    "maturity": "assessments.evidence.note",
    "board": "reviews.answers.note reviews.answers.action",
    "alignment": "responses.response responses.reason responses.applies_if",
}
PROSE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    name: tuple(tuple(trail.split(".")) for trail in trails.split()) for name, trails in _PROSE.items()
}


def texts(strategy: Strategy) -> tuple[Text, ...]:
    """Give every text that the strategy says in its own words, part by part."""
    return _gathered(_Same(strategy))


class _Same(NamedTuple):
    """A strategy as a key: several rules in turn read the texts of one, and gathering them takes the longest."""

    strategy: Strategy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.strategy is self.strategy

    def __hash__(self) -> int:
        return id(self.strategy)


@lru_cache(maxsize=1)
def _gathered(same: _Same) -> tuple[Text, ...]:
    strategy = same.strategy
    parts: list[tuple[str, Placed]] = [("strategy", strategy.manifest)]
    parts += [(name.partition("/")[0], single) for name, single in strategy.singles.items()]
    parts += [(record.collection, record) for record in strategy.records()]
    found: list[Text] = []
    for name, part in parts:
        for trail in PROSE.get(name, ()):
            value = getattr(part, trail[0])
            if type(value) is str:
                found.append((part, trail, value))
            elif value:
                _gather(found, part, value, trail[1:], trail[:1])
    return tuple(found)


def _gather(found: list[Text], part: Placed, value: Any, trail: tuple[str, ...], keys: tuple[Key, ...]) -> None:
    """Go along a trail, into every item of the lists and maps on it."""
    if not value:
        return
    if type(value) is str:
        found.append((part, keys, value))
    elif type(value) is tuple:
        for index, item in enumerate(value):
            place = item.keys[:-1] if isinstance(item, Score) else (index,)  # a score knows where it was written
            _gather(found, part, item, trail, (*keys, *place))
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(found, part, item, trail, (*keys, str(key)))
    else:
        _gather(found, part, getattr(value, trail[0]), trail[1:], (*keys, trail[0]))
