"""What the figures say, in sentences for a board: each is made from one entry of the figures, and from titles."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.score.numbers import written
from digistrat.score.robustness.phrases import Titles, among_first, how_often, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digistrat.score.robustness.comparison import Comparison
    from digistrat.score.robustness.dominance import Dominance
    from digistrat.score.robustness.flips import Flip

About = Literal["limit", "flip", "steady", "level", "share", "dominance"]
_SAID = 5  # sentences of one sort about single initiatives; the figures have them all
_NEAR = 20  # a change of one part in 20, which is 5 of 100: weights are seldom agreed more finely
_SELDOM = 20  # who is in less often than once in 20 gets no sentence


class Statement(NamedTuple):
    """A sentence, what it is made from, and the criterion or initiatives whose entry that is."""

    text: str
    about: About
    ids: tuple[str, ...] = ()


def of_limits(comparison: Comparison, titles: Titles) -> Iterator[Statement]:
    """Say what nobody needs to ask: everyone has a place, or there is no weight to change."""
    number = len(comparison.profiles)
    if comparison.is_settled:
        who = "The one initiative" if number == 1 else f"Each of the {number:,} initiatives"
        yield Statement(f"{who} that could be ranked is {among_first(comparison.top)}.", "limit")
    elif not comparison.weights:
        place = among_first(comparison.top)
        text = f"{titles.method} has no weights to change: who is {place} is as sure as the numbers it takes."
        yield Statement(text, "limit")
    elif not comparison.whole:
        yield Statement("No criterion has a weight, so all initiatives are level.", "limit")


def of_flips(comparison: Comparison, titles: Titles, flips: Sequence[Flip]) -> Iterator[Statement]:
    """Say which weight, changed how far, changes the first places, nearest first; then which weights never do."""
    if comparison.is_settled or not comparison.whole:
        return
    for flip in flips:
        yield Statement(_flip(comparison, titles, flip), "flip", (flip.criterion,))
    changes = f"from 0 to {written(Fraction(comparison.whole), 1)} changes who is {among_first(comparison.top)}"
    weights = dict(zip(comparison.criteria, comparison.weights, strict=True))
    steady = weights.keys() - {flip.criterion for flip in flips}
    if not flips and max(weights.values()) < comparison.whole:
        yield Statement(f"No change of a single weight to anything {changes}.", "steady", comparison.criteria)
        return
    for criterion, weight in weights.items():
        name = titles.criterion(criterion)
        if weight == comparison.whole:
            yield Statement(f"{name} has all the weight: there is no other to set it against.", "steady", (criterion,))
        elif criterion in steady:
            yield Statement(f"No weight of {name} {changes}.", "steady", (criterion,))


def _flip(comparison: Comparison, titles: Titles, flip: Flip) -> str:
    weight, to = moved(flip.weight, flip.to)
    more, less = ("more", "less") if flip.to > flip.weight else ("less", "more")
    is_near = flip.distance * _NEAR <= comparison.whole
    return (
        f"{'A small change is enough: if' if is_near else 'If'} {titles.criterion(flip.criterion)} "
        f"weighed a little {more} than {to} instead of {weight}, and the others {less} in proportion, "
        f"{_which(titles, flip, flip.entering)} would be {among_first(comparison.top)} "
        f"instead of {_which(titles, flip, flip.leaving)}."
    )


def _which(titles: Titles, flip: Flip, names: tuple[str, ...]) -> str:
    """Name those who enter or leave; `or` where some of them are level, so that the new weights do not say which."""
    return titles.initiatives_of(names, "or" if set(names) & set(flip.level) else "and")


def of_ties(comparison: Comparison, titles: Titles) -> Iterator[Statement]:
    """Say who is level for the last place."""
    if comparison.level:
        names = titles.initiatives_of(comparison.level)
        place = "first place" if comparison.top == 1 else f"the last of the first {comparison.top:,} places"
        uncounted = ", and a change among them is not counted as one" if comparison.whole else ""
        text = f"{names} are level for {place}: the ranking does not decide between them{uncounted}."
        yield Statement(text, "level", comparison.level)


def of_shares(comparison: Comparison, titles: Titles, shares: Mapping[str, Fraction]) -> Iterator[Statement]:
    """Say how often the least sure of the first keep their places, and who else gets one how often."""
    if comparison.is_settled or len([weight for weight in comparison.weights if weight]) == 1:
        return  # nothing was tried
    place = among_first(comparison.top)
    inside = sorted((share, name) for name, share in shares.items() if name in comparison.first)
    outside = sorted((-share, name) for name, share in shares.items() if name not in comparison.first)
    for share, name in inside[:_SAID]:
        text = f"{titles.initiatives_of([name])} stays {place} {how_often(share)} tried around the agreed weights."
        yield Statement(text, "share", (name,))
    for less, name in outside[:_SAID]:
        if -less * _SELDOM >= 1:
            text = f"{titles.initiatives_of([name])} is {place} {how_often(-less)} tried around the agreed weights."
            yield Statement(text, "share", (name,))


def of_dominance(comparison: Comparison, titles: Titles, dominance: Iterable[Dominance]) -> Iterator[Statement]:
    """Say what no weights can change: of those in the first places, and of those that come next."""
    write = _whatever_the_weights if comparison.weights else _on_everything
    said = {"stays": 0, "ahead": 0, "behind": 0}
    for one in dominance:
        said[one.kind] += 1
        if said[one.kind] <= _SAID:
            yield Statement(write(comparison, titles, one), "dominance", (one.id,))


def _whatever_the_weights(comparison: Comparison, titles: Titles, one: Dominance) -> str:
    name = titles.initiatives_of([one.id])
    if one.kind == "stays":
        beat = "beats" if len(one.others) == 1 else "beat"
        rivals = f"only {titles.initiatives_of(one.others)} {beat}" if one.others else "nothing beats"
        return f"{name} is {among_first(comparison.top)} whatever the weights: {rivals} it on any criterion."
    others = titles.initiatives_of(one.others, "or")
    if one.kind == "ahead":
        return f"No weights put {others} ahead of {name}, which is at least as good on every criterion."
    is_one = len(one.others) == 1
    return (
        f"No weights put {name} ahead of {others}: {'it' if is_one else 'each'} is at least as good on every criterion."
    )


def _on_everything(_: Comparison, titles: Titles, one: Dominance) -> str:
    name, others = titles.initiatives_of([one.id]), titles.initiatives_of(one.others)
    if one.kind == "behind":
        are = "is" if len(one.others) == 1 else "are"
        return f"{others} {are} at least as good as {name} on every number that {titles.method} takes."
    if one.kind == "ahead":
        return f"{name} is at least as good as {others} on every number that {titles.method} takes."
    better = f"Only {others} {'is' if len(one.others) == 1 else 'are'}" if one.others else "Nothing is"
    return f"{better} better than {name} on even one number that {titles.method} takes."
