"""A hint about words: could it be said more plainly?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.lint.rules.commitments.wording import vague_commitment
from digistrat.lint.rules.language.avoided import avoided_in, pattern_of
from digistrat.lint.rules.language.markdown import blocks
from digistrat.lint.rules.language.texts import texts
from digistrat.lint.vocabulary import matcher
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.rules.language.avoided import Avoided
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref

_VAGUE = frozenset({"facilitate", "foster", "leverage", "promote"})  # of these vague-commitment speaks as well


def word_to_avoid(strategy: Strategy) -> Iterator[Fault]:
    """A word on GOV.UK's list of words to avoid, or one that the organisation avoids (`lint.words`).

    Why: such words say little, or not what is meant. Only those forms of a word are told that are almost surely
    jargon: key priorities, not a door key. What stands in quotation marks or is part of a name is left alone;
    `lint.allow` lists words that may stand.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          because: We utilise what others have built  # <-
          …

    Good:
          because: We use what others have built

    Source: GOV.UK, A to Z style guide, "words to avoid".
    """
    allowed = {word.casefold() for word in strategy.manifest.lint.allow}
    own = matcher(strategy.manifest.lint.words, strategy)
    vague: frozenset[Ref] | None = None
    for part, keys, text in texts(strategy):
        may_hold = avoided_in(text)
        found = _jargon(text, may_hold, allowed) if may_hold else {}
        if keys == ("statement",) and not _VAGUE.isdisjoint(found):
            vague = frozenset(fault.at for fault in vague_commitment(strategy)) if vague is None else vague
            found = {word: said for word, said in found.items() if word not in _VAGUE or part.at(*keys) not in vague}
        for said, instead in found.values():
            yield Fault(part.at(*keys), f"{shown(said)} is a word that GOV.UK avoids; {instead}")
        told = {*found, *(said.casefold() for said, _ in found.values())}
        for word in own.named_in(text):
            if word.casefold() not in told:
                message = f"{shown(word)} is a word that your organisation avoids; write another"
                yield Fault(part.at(*keys), message, "lint.words in strategy.yaml has it")


_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|‘[^‘’]*’|(?<!\w)'[^']{1,80}'(?!\w)")
_NAME_GOES_ON = re.compile(r" [A-Z][a-z]")


def _jargon(text: str, may_hold: list[Avoided], allowed: set[str]) -> dict[str, tuple[str, str]]:
    """Give each word of the list that a text holds, with what the text says and what to do instead."""
    found: dict[str, tuple[str, str]] = {}
    for said in (_QUOTED.sub("“”", block) for block in blocks(text)):
        for one in may_hold:
            for match in pattern_of(one).finditer(said):
                if not _is_name(said, match) and not {one.word, match[0].casefold()} & allowed:
                    found.setdefault(one.word, (match[0], one.instead))
    return found


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word is in capitals because it is part of a name: Tackling Together, the Empower programme."""
    if not match[0][0].isupper():
        return False
    before = text[: match.start()].rstrip(" \"'“‘(")
    starts = not before or before[-1] in ".!?:;…”"
    return not starts or bool(_NAME_GOES_ON.match(text, match.end()))
