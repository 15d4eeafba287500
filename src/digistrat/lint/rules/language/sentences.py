"""Hints about sentences: are they short, and are their words?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.readability import count, sentences, syllables, words
from digistrat.lint.rules.language.markdown import blocks
from digistrat.lint.rules.language.texts import texts
from digistrat.read.fault import Fault
from digistrat.wording import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref

_LONGEST = 25  # words; Source: GOV.UK, Content design, on short sentences
_FEWEST = 50  # words of a text below which a grade says nothing
_HARDEST = 12  # years of school


def long_sentence(strategy: Strategy) -> Iterator[Fault]:
    """A sentence of more than 25 words; of several in one text the longest is named.

    Why: readers lose the thread, and those who read on a telephone or in a second language lose it first.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          because: >-  # <-
            Family doctors told us that they often see a patient before they see the letter, so that they have to ask
            the patient what the hospital did and why.
          …

    Good:
        # commitments.yaml
        - id: same-day-letters
          because: >-
            Family doctors told us that they often see a patient before they see the letter. They have to ask the
            patient what the hospital did and why.
          …

    Source: GOV.UK, Content design: writing for GOV.UK, on sentences of up to 25 words.
    """
    for at, said in _long_texts(strategy, _LONGEST):
        too_long = [found for sentence in said if len(found := words(sentence)) > _LONGEST]
        if too_long:
            longest = max(too_long, key=len)
            message = f"{_beginning(longest)!r} goes on for {len(longest)} words; cut it to {_LONGEST} at most"
            others = counted(len(too_long) - 1, "other sentence")
            yield Fault(at, message, f"{others} in this text too long as well" if len(too_long) > 1 else "make it two")


def _long_texts(strategy: Strategy, least: int) -> Iterator[tuple[Ref, list[str]]]:
    """Give the sentences of each text that may have more than so many words; of a mission another rule speaks."""
    for part, keys, text in texts(strategy):
        if len(text) > 2 * least and text.count(" ") + text.count("\n") >= least and keys != ("mission",):
            yield part.at(*keys), [sentence for block in blocks(text) for sentence in sentences(block)]


_SHOWN = 40  # characters


def _beginning(sentence: list[str]) -> str:
    """Give the first words of a sentence."""
    shown = sentence[0][:_SHOWN]
    for word in sentence[1:]:
        if len(shown) + len(word) >= _SHOWN:
            break
        shown += f" {word}"
    return f"{shown} …"


def hard_to_read(strategy: Strategy) -> Iterator[Fault]:
    """A text of 50 words or more that asks for over 12 years of school, though none of its sentences is long.

    Why: long words slow every reader down and stop some. The years are the Flesch-Kincaid grade, which counts the
    words in a sentence and the syllables in a word.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          because: >-  # <-
            Delayed communication undermines continuity. General practitioners experience considerable difficulty
            obtaining information regarding inpatient investigations. Medication reconciliation becomes unreliable.
            Administrative personnel spend approximately forty hours weekly answering avoidable telephone enquiries.
            Patients experience unnecessary anxiety. Organisational reputation deteriorates correspondingly. Earlier
            transmission eliminates these difficulties. Comparable organisations already demonstrate feasibility beyond reasonable doubt.
          …

    Good:
        # commitments.yaml
        - id: same-day-letters
          because: >-
            A late letter breaks the thread. Family doctors do not know what was found on the ward, or which medicines
            were changed. Our desks spend forty hours a week on calls that nobody should have to make. Patients worry
            when they need not. People think less of us. A letter that leaves on the day would end all this. Others
            already do it.
          …

    Source: Kincaid and others, Derivation of new readability formulas, 1975.
    """
    for at, said in _long_texts(strategy, _FEWEST - 1):
        lengths = [len(words(sentence)) for sentence in said]
        if sum(lengths) < _FEWEST or max(lengths) > _LONGEST:
            continue
        grade = count(said).grade
        if grade > _HARDEST:
            message = f"asks for {grade:.1f} years of school (Flesch-Kincaid); use shorter words"
            yield Fault(at, message, f"such as for {quoted(_hardest(said))}; {_HARDEST} or fewer are wanted")


def _hardest(said: list[str]) -> list[str]:
    """Give three of the words with the most syllables."""
    found = dict.fromkeys(word.strip(".,;:!?()\"'").lower() for sentence in said for word in words(sentence))
    return sorted(found, key=syllables, reverse=True)[:3]
