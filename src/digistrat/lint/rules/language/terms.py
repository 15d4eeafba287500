"""Hints about the glossary: does it explain every acronym, and is each of its words used?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from digistrat.lint.rules.language.acronyms import acronyms, known
from digistrat.lint.rules.language.markdown import blocks
from digistrat.lint.rules.language.texts import texts
from digistrat.model.shelf import claim
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.kinds.term import Term
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
        if _CAPITALS.search(text):
            for letters in (letters for block in blocks(text) for letters in acronyms(block)):
                first.setdefault(letters, part.at(*keys))
                times[letters] += 1
    explained = known(strategy) if first else frozenset()
    for letters, at in first.items():
        if letters not in explained:
            often = "once" if times[letters] == 1 else counted(times[letters], "time")
            message = f"{letters!r} is used {often} and never explained; add it to the glossary, or write it out"
            yield Fault(at, message, f"a product's name, or one that all readers know? lint: {{allow: {letters}}}")


_CAPITALS = re.compile(r"[A-Z][A-Z&]")


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
    unused = {
        id: _forms(term)
        for id, term in strategy.glossary.items()
        if not {term.term.casefold(), (term.short or "").casefold()} & allowed
    }
    by_first: dict[str, set[str]] = defaultdict(set)  # the first word as it may be written: ids of terms
    for id, forms in unused.items():
        for first in (word for form in forms for word in _numbers(form[0])):
            by_first[first].add(id)
    for text in _others(strategy) if unused else ():
        if not unused:
            break
        for first in by_first.keys() & set(_WORD.findall(text)):
            for id in by_first[first] & unused.keys():
                if any(_pattern(form).search(text) for form in unused[id]):
                    del unused[id]
    for id in unused:
        term = strategy.glossary[id]
        yield Fault(term.at("term"), f"no text uses the term {shown(term.term)}; take it out, or use it")


_WORD = re.compile(r"[^\W_]+")


def _forms(term: Term) -> list[list[str]]:
    """Give the words of a term and of its short form; marks between them do not count."""
    found = (_WORD.findall(name.casefold()) for name in (term.term, term.short or ""))
    return [form for form in found if form]


def _others(strategy: Strategy) -> Iterable[str]:
    """Give all that is written outside the glossary, keys and names too: a page shows what most of them say."""
    for path, document in strategy.documents.items():
        if claim(path) != ("collection", "glossary"):
            yield document.text.casefold()


def _numbers(word: str) -> set[str]:
    """Give a word in singular and plural, whichever of them it is; a form that does not exist does no harm."""
    less = {word.removesuffix("s"), word.removesuffix("es"), re.sub(r"ies$", "y", word)}
    return {word, f"{word}s", f"{word}es", re.sub(r"y$", "ies", word), *less} - {""}


def _pattern(form: list[str]) -> re.Pattern[str]:
    words = ("|".join(map(re.escape, sorted(_numbers(word), reverse=True))) for word in form)
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(f"(?:{word})" for word in words) + r"(?![^\W_])")
