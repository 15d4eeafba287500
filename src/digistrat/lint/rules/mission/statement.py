"""Rules about the mission's own words: short enough to repeat, and about this place?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.lint.doubt import is_in_doubt
from digistrat.read.fault import Fault
from digistrat.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.mission import Mission
    from digistrat.model.strategy import Strategy

_MOST = 25  # words. Source: GOV.UK content design, on the length of a sentence

# A full stop behind one of these ends no sentence, and behind the others none where a number follows.
_ABBREVIATIONS = frozenset({
    "etc", "eg", "ie", "vs", "cf", "al", "incl", "excl", "esp", "approx", "ca", "dr", "mr", "mrs", "ms", "mx",
    "prof", "rev", "st", "sr", "jr", "mt", "hon", "gen", "dept", "govt", "org", "inc", "ltd", "plc",
})  # fmt: skip
_BEFORE_A_NUMBER = frozenset({
    "no", "nos", "nr", "vol", "fig", "ch", "sec", "para", "art", "pp", "min", "max", "est",
})  # fmt: skip
_PARAGRAPH = re.compile(r"\n\s*\n")
_STOP = re.compile(r"""(?<![.!?])(?P<stop>[.!?]++)["'”’)\]*_]*+\s++(?=["'“‘(\[*_]*(?P<next>\w))""")
_BETWEEN = re.compile(r"[\s—]+")


def long_mission(strategy: Strategy) -> Iterator[Fault]:
    """A mission of over 25 words, or of more than one sentence.

    Why: what nobody can repeat guides nobody. The mission is the one line that everyone should know by heart.

    Bad:
        # mission.yaml
        mission: Nobody waits for care. Every message arrives on the same day.  # <-
        context: Two hospitals that lie an hour apart
        case_for_change: Four letters in ten arrive after the patient
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}

    Good:
        mission: Nobody waits for care because a message did

    Source: NHS Providers, Building a digital strategy (2021), on a mission that is short and easy to remember.
    """
    mission = strategy.mission
    if mission is None:
        return
    words, sentences = _count_words(mission.mission), _sentences(mission.mission)
    if words <= _MOST and sentences <= 1:
        return
    said = [counted(words, "word")] if words > _MOST else []
    said += [counted(sentences, "sentence")] if sentences > 1 else []
    message = f"the mission has {' in '.join(said)}; say it in one sentence of at most {_MOST} words"
    yield Fault(mission.at("mission"), message, "the rest can stand under 'vision'")


def _count_words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in _BETWEEN.split(text))


def _sentences(text: str) -> int:
    """Count the sentences of a text: those parts of it that hold a letter."""
    parts: list[str] = []
    for paragraph in _PARAGRAPH.split(text):
        start = 0
        for found in _STOP.finditer(paragraph):
            if _ends(paragraph[start : found.start()], found["stop"], found["next"]):
                parts.append(paragraph[start : found.end()])
                start = found.end()
        parts.append(paragraph[start:])
    return sum(any(map(str.isalpha, part)) for part in parts)


def _ends(before: str, stop: str, following: str) -> bool:
    """Tell whether a stop ends a sentence; in doubt it does not."""
    if following.islower():
        return False
    if stop != ".":
        return not stop.endswith("..")
    words = before.split()
    last = words[-1].lower().strip("\"'“‘([*_") if words else ""
    if following.isdigit() and last in _BEFORE_A_NUMBER:
        return False
    is_initial = len(last.rpartition(".")[2]) == 1 and last[-1].isalpha()  # J. Smith, U.K., a.m.
    return not is_initial and last.replace(".", "") not in _ABBREVIATIONS


def no_context(strategy: Strategy) -> Iterator[Fault]:
    """A mission that says nothing about this place, its people and how it performs today.

    Why: a strategy that would fit any organisation was written for none.

    Bad:
        # mission.yaml
        mission: Nobody waits for care because a message did  # <-
        case_for_change: Four letters in ten arrive after the patient
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}

    Good:
        mission: Nobody waits for care because a message did
        context: Two hospitals that lie an hour apart, and 400,000 people

    Source: NHS Providers, Building a digital strategy (2021), on strategies that could be anybody's.
    """
    if (mission := strategy.mission) and _lacks(strategy, mission, "context"):
        message = "nothing is said about this place; describe it under 'context'"
        yield Fault(mission.at("context"), message, "its people, its sites, and how it performs today")


def no_case_for_change(strategy: Strategy) -> Iterator[Fault]:
    """A mission that does not say why things cannot stay as they are.

    Why: people give up what they know only for a reason, and a board can weigh only what it was told.

    Bad:
        # mission.yaml
        mission: Nobody waits for care because a message did  # <-
        context: Two hospitals that lie an hour apart
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}

    Good:
        mission: Nobody waits for care because a message did
        case_for_change: Four letters in ten arrive after the patient
    """
    if (mission := strategy.mission) and _lacks(strategy, mission, "case_for_change"):
        message = "nothing says why things have to change; say it under 'case_for_change'"
        yield Fault(mission.at("case_for_change"), message, "what goes wrong today, for whom, and how often")


def _lacks(strategy: Strategy, mission: Mission, key: str) -> bool:
    """Tell whether a mission leaves something out; of one in which nothing stands yet, reading has spoken."""
    is_begun = any(value for _, value in mission)
    return is_begun and not getattr(mission, key) and not is_in_doubt(strategy, mission.at(key))
