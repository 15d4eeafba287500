"""Which words of a text the glossary explains; on each page the first of them leads there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digistrat.publish.addresses import address

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from digistrat.model.kinds.term import Term

_WORD = re.compile(r"\w+(?:-\w+)*")  # what a hyphen joins is one word
_MOST_WORDS = 12  # a longer term is a sentence, and no page says it by chance


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms and their short forms, each with the address that explains it."""

    acronyms: Mapping[str, str]  # all in capitals, and meant only so: IT is not it
    others: Mapping[str, str]  # in lower case
    lengths: Mapping[str, Collection[int]]  # by first word in lower case: how many words terms have, most first

    def address_of(self, words: str) -> str:
        """Give where some words are explained; empty where they are not."""
        words = " ".join(words.split())
        return self.acronyms.get(words) or self.others.get(words.casefold(), "")


def terms(glossary: Iterable[Term], address: Callable[[Term], str] = address) -> Terms:
    """Gather what can be found in a text; of two that read alike the first counts, and a term before a short form.

    `address` says where a term is explained.
    """
    acronyms: dict[str, str] = {}
    others: dict[str, str] = {}
    lengths: dict[str, set[int]] = {}
    known = list(glossary)
    for text, term in [*((one.term, one) for one in known), *((one.short or "", one) for one in known)]:
        name = " ".join(text.split())
        found = list(_WORD.finditer(name))
        if found and len(found) <= _MOST_WORDS and (found[0].start(), found[-1].end()) == (0, len(name)):
            lengths.setdefault(found[0].group().casefold(), set()).add(len(found))
            names, key = (acronyms, name) if name.isupper() else (others, name.casefold())
            names.setdefault(key, address(term))
    return Terms(acronyms, others, {first: sorted(many, reverse=True) for first, many in lengths.items()})


@dataclass(slots=True)
class PageTerms:
    """The terms of one page, each of which it links once."""

    terms: Terms
    root: str
    _linked: set[str] = field(default_factory=set)

    def split(self, text: str) -> Iterator[tuple[str, str]]:
        """Cut a text into pieces, each with the address it leads to, or with nothing."""
        words, place, end = list(_WORD.finditer(text)), 0, 0
        while place < len(words):
            last, found = self._term_at(text, words, place)
            if found and found not in self._linked:
                self._linked.add(found)
                yield text[end : words[place].start()], ""
                yield text[words[place].start() : words[last].end()], self.root + found
                end = words[last].end()
            place = last + 1
        yield text[end:], ""

    def _term_at(self, text: str, words: Sequence[re.Match[str]], place: int) -> tuple[int, str]:
        """Give the longest term that begins with a word: the place of its last word, and its address."""
        first = words[place]
        for length in self.terms.lengths.get(first.group().casefold(), ()):
            last = place + length - 1
            if last < len(words) and (found := self.terms.address_of(text[first.start() : words[last].end()])):
                return last, found
        return place, ""
