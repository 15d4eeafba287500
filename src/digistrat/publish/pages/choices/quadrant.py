"""Value against effort, as a picture and as the table that stands after it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from digistrat.figures.quadrant import PARTS, quadrant
from digistrat.figures.scores import has_weights
from digistrat.publish.scatter import MOST, Scale, scatter
from digistrat.publish.words import as_key, fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.answers import Answers
    from digistrat.figures.quadrant import Apart, Dot, Quadrant
    from digistrat.model.kinds.scoring import Scoring
    from digistrat.publish.scatter import Scatter
    from digistrat.publish.words import Words


@dataclass(frozen=True, slots=True)
class PartView:
    """One of the four parts, with its dots under their numbers; those are empty where the picture has none."""

    name: str
    means: str
    dots: tuple[tuple[str, Dot], ...]


@dataclass(frozen=True, slots=True)
class QuadrantView:
    """The picture, what its lines are, and the table of what it shows."""

    chart: Scatter
    lines: str
    effort: str  # what effort is called
    effort_counts: str  # what it counts; empty where nobody has said, or its name says that already
    parts: tuple[PartView, ...]
    is_numbered: bool
    apart: tuple[tuple[Apart, str], ...]


def build(answers: Answers, words: Words) -> QuadrantView | None:
    """Draw what has a value and an effort; None where the method weighs nothing, or nothing has both."""
    scoring = answers.strategy.scoring
    found = quadrant(answers.strategy, _values(answers)) if scoring and has_weights(scoring) else None
    if found is None or scoring is None:
        return None
    is_numbered = len(found.dots) <= MOST
    numbers = {dot.initiative.id: str(place) if is_numbered else "" for place, dot in enumerate(found.dots, 1)}
    said = words["quadrant_parts"]
    return QuadrantView(
        _chart(words, found),
        _lines(words, found),
        *_effort(words, scoring),
        tuple(
            PartView(
                said[as_key(part)]["name"],
                said[as_key(part)]["means"],
                tuple((numbers[dot.initiative.id], dot) for dot in found.of(part)),
            )
            for part in PARTS
        ),
        is_numbered,
        tuple((one, words["lacking"][one.lacks]) for one in found.apart),
    )


def _effort(words: Words, scoring: Scoring) -> tuple[str, str]:
    """Name effort, and say what it counts; a title that speaks of effort itself is its name."""
    name, title = words["choices"]["effort"], (scoring.effort.title if scoring.effort else None) or ""
    return (title, "") if name.casefold() in title.casefold() else (name, title)


def _values(answers: Answers) -> Mapping[str, Fraction]:
    """Give the weighted sum of each initiative that has one."""
    return {one.initiative.id: one.value for one in answers.ranking.entries if one.value is not None}


def _chart(words: Words, found: Quadrant) -> Scatter:
    said, names = words["choices"], [words["quadrant_parts"][as_key(part)]["name"] for part in PARTS]
    numbers = [
        fill(said["part_number"], part=name, number=len(found.of(part)))
        for part, name in zip(PARTS, names, strict=True)
    ]
    win, bet, filler, hard = names
    return scatter(
        fill(said["quadrant_finding"], numbers="; ".join(numbers)),
        [(dot.effort, dot.value) for dot in found.dots],
        Scale(said["effort"], found.greatest_effort, found.effort.at),
        Scale(said["value"], Fraction(ceil(found.greatest_value)), found.value.at),
        (win, bet, filler, hard),
    )


def _lines(words: Words, found: Quadrant) -> str:
    """Say where the lines lie, what counts on them, and which of them nobody has set."""
    said = words["choices"]
    text = fill(said["lines"], value=rounded(found.value.at), effort=rounded(found.effort.at, grouped=True))
    match found.value.is_default, found.effort.is_default:
        case True, True:
            note = said["lines_not_set"]
        case True, False:
            note = said["value_not_set"]
        case False, True:
            note = said["effort_not_set"]
        case _:
            return text
    return f"{text} {note}"
