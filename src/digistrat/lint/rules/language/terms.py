"""Hints about the glossary: does it explain every acronym, and is each of its words used?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from digistrat.lint.rules.language.acronyms import acronyms, known, may_use_any
from digistrat.lint.rules.language.markdown import blocks
from digistrat.lint.rules.language.texts import texts
from digistrat.model.shelf import claim
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref


def undefined_acronym(strategy: Strategy) -> Iterator[Fault]:
    """An acronym that neither the glossary nor any text explains; told once, at its first place.

    Why: those who know it do not notice, and the others do not ask. What everybody knows (NHS, GP), the names of
    products and organisations, and what `lint.allow` lists need no explaining.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          because: The LMC asked for it twice  # <-
          …

    Good:
          because: The local medical committee (LMC) asked for it twice

    Source: GOV.UK, A to Z style guide, on abbreviations and acronyms.
    """
    if not strategy.is_whole("glossary", "technology"):
        return
    first: dict[str, Ref] = {}
    times: Counter[str] = Counter()
    for part, keys, text in texts(strategy):
        if may_use_any(text):
            for letters in (letters for block in blocks(text) for letters in acronyms(block)):
                first.setdefault(letters, part.at(*keys))
                times[letters] += 1
    explained = known(strategy) if first else frozenset()
    for letters, at in first.items():
        if letters not in explained:
            often = "once" if times[letters] == 1 else counted(times[letters], "time")
            message = f"{letters!r} is used {often} and never explained; add it to the glossary, or write it out"
            yield Fault(at, message, f"a product's name, or one that all readers know? lint: {{allow: {letters}}}")


def unused_term(strategy: Strategy) -> Iterator[Fault]:
    """A word in the glossary that nothing else in the strategy says, neither in full nor in short.

    Why: a reader who meets it there looks for it in vain; it was left behind, or the texts call the thing otherwise.

    Bad:
        # glossary.yaml
        - term: Closed loop  # <-
          means: Each step from prescribing to giving a medicine is checked by the next

    Good:
        # glossary.yaml
        - term: Closed loop
          means: Each step from prescribing to giving a medicine is checked by the next
        # commitments.yaml
        - id: same-day-letters
          because: What is prescribed on the wards goes round in closed loops already
          …
    """
    if strategy.unread:
        return
    allowed = {word.casefold() for word in strategy.manifest.lint.allow}
    names: dict[tuple[str, ...], set[str]] = defaultdict(set)  # the words of each name: ids of terms
    for id, term in strategy.glossary.items():
        said = [name for name in (term.term, term.short) if name]
        if not {name.casefold() for name in said} & allowed:
            for name in said:
                words = tuple(_words(name))
                if len(words) <= _LONGEST:
                    names[words].add(id)
    used = _used(names.keys(), _others(strategy)) if names else set()
    found = {id for name in used for id in names[name]}
    for id in {id: None for name, ids in names.items() for id in sorted(ids) if name}:
        if id not in found:
            term = strategy.glossary[id]
            yield Fault(term.at("term"), f"no text uses the term {shown(term.term)}; take it out, or use it")


_LONGEST = 20  # words; what is longer is no term that anybody would repeat


def _used(names: Iterable[tuple[str, ...]], others: Iterable[str]) -> set[tuple[str, ...]]:
    """Give those of the names that a text says, from the place of each first word on."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths["".join(name[:1])].add(len(name))
    waiting = set(names)
    used: set[tuple[str, ...]] = set()
    for text in others:
        words = _words(text)
        for place, word in enumerate(words):
            for length in lengths.get(word, ()):
                said = tuple(words[place : place + length])
                if said in waiting:
                    used.add(said)
        if len(used) == len(waiting):
            break
    return used


def _others(strategy: Strategy) -> Iterator[str]:
    """Give all that is written outside the glossary, keys and names too: a page shows what most of them say."""
    for path, document in strategy.documents.items():
        if claim(path) != ("collection", "glossary"):
            yield document.text


_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> list[str]:
    """Give the words of a text in lower case and in singular; marks between them do not count."""
    return [_singular(word) for word in _WORD.findall(text.casefold())]


@lru_cache(maxsize=10_000)
def _singular(word: str) -> str:
    """Take the plural's ending from a word; one that only looks like it loses it everywhere."""
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + instead
    return word


_PLURALS = (
    ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("shes", "sh"), ("ches", "ch"), ("ss", "ss"), ("us", "us"),
    ("is", "is"), ("s", ""),
)  # fmt: skip
