"""Hints about the words of a commitment: never more than info, for words are a poor judge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.figures.progress import is_closed
from digistrat.read.fault import Fault
from digistrat.wording import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

_VAGUE = (
    "support|explore|consider|continue|encourage|promote|facilitate|look at|look into|work towards|work with|"
    "seek|aim|aspire|strive|investigate|champion|embrace|foster|leverage|raise awareness|endeavour"
)
_OPENING = re.compile(
    rf"^(?:we|the \w+|our \w+)?\s*(?:will|shall|are going to|plan to|intend to)?\s*(?:also|actively|further)?\s*"
    rf"(?P<word>{_VAGUE})\b(?P<rest>.*)$",
    re.DOTALL,
)
_SECOND = re.compile(rf"\b(?:to|and|or)\s+(?P<word>{_VAGUE})\b")
_COUNTABLE = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|hundred|thousand|million|half|third|quarter|"
    r"twice|double|every|each|all|none|no one|nobody|never|always)\b",
)


def vague_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise that only supports, explores, considers, continues or encourages, with nothing one could count.

    Why: it cannot be broken, so it promises nothing. This is a hint from its words alone.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          statement: Continue to explore better discharge letters  # <-
          …

    Good:
          statement: Send every discharge letter on the same day

    Source: NHS Providers, Building a digital strategy (2021), on tangible commitments.
    """
    allowed = {word.casefold() for word in strategy.manifest.lint.allow}
    for commitment in strategy.commitments.values():
        statement = one_line(commitment.statement).lower()
        opening = _OPENING.match(statement)
        if opening is None or is_closed(strategy, commitment) or _COUNTABLE.search(statement):
            continue
        words = [opening["word"], *(found["word"] for found in _SECOND.finditer(opening["rest"]))]
        if opening["word"] not in allowed:
            message = f"{quoted(dict.fromkeys(words))} cannot be counted; say what will be different"
            yield Fault(commitment.at("statement"), message, "and by how much, for whom")
