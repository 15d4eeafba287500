"""Words by which hints know a technology, a fashion or a product; what the manifest allows is left out of all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.strategy import Strategy

# Sorts of technology that a need or an outcome should not be: what somebody buys or builds, in singular form.
TECHNOLOGY = (
    "app", "application", "portal", "platform", "website", "web site", "chatbot", "dashboard", "software", "database",
    "tablet", "ipad", "laptop", "smartphone", "kiosk", "wearable", "cloud", "data warehouse", "data lake", "intranet",
    "digital tool", "it system", "computer system", "electronic record", "electronic patient record", "epr", "crm",
    "video link", "e-form", "barcode scanner", "sensor", "api", "single sign-on", "wi-fi",
)  # fmt: skip

# What is promised before it is proven. Source: NHS Providers, Building a digital strategy (2021), on unproven technology.
HYPE = (
    "ai", "artificial intelligence", "machine learning", "deep learning", "generative ai", "large language model", "llm",
    "chatgpt", "blockchain", "distributed ledger", "rpa", "robotic process automation", "metaverse", "virtual reality",
    "augmented reality", "vr headset", "digital twin", "quantum computing", "nft", "web3", "drone", "internet of things",
    "robot",
)  # fmt: skip


_RUN = re.compile(r"\w+")


class Matcher:
    """Some words, ready to be looked for in many texts; only those are tried that a text could hold.

    Each word is filed under the part of it that fewest of the others share, so that ten thousand names, all of which
    may begin alike, cost a text no more than ten.
    """

    def __init__(self, words: Iterable[str], allowed: Iterable[str] = ()) -> None:
        self._allowed = {word.casefold() for word in allowed}
        self._spelt = frozenset(words)
        self._longest = sorted((one for one in self._spelt if one.casefold() not in self._allowed), key=_by_length)
        parts = [_parts(word) for word in self._longest]
        shared_by = Counter(part for some in parts for part in some)
        self._filed: dict[str, list[int]] = defaultdict(list)
        for place, some in enumerate(parts):
            self._filed[min(some, key=lambda part: (shared_by[part], part))].append(place)

    def named_in(self, text: str) -> Iterator[str]:
        """Give each of the words that a text names, as the text writes it, but for those that are allowed."""
        words = self._possible(text) if self._filed else ()
        said = dict.fromkeys(match.group() for match in _pattern(words).finditer(text)) if words else ()
        yield from (one for one in said if one.casefold() not in self._allowed)

    def _possible(self, text: str) -> tuple[str, ...]:
        """Give the words of which the part that they are filed under stands in a text, the longest first."""
        parts = _parts(text)
        singular = {part.removesuffix(end) for part in parts for end in ("s", "es")}
        found = {place for part in parts | singular | {""} for place in self._filed.get(part, ())}
        return tuple(self._longest[place] for place in sorted(found))

    def is_spelt(self, said: str) -> bool:
        """Tell whether what a text says begins with one of the words, capitals and all, allowed or not."""
        return any(said[:length] in self._spelt for length in range(1, len(said) + 1))


def _by_length(word: str) -> tuple[int, str]:
    return -len(word), word


def _parts(text: str) -> set[str]:
    """Give what stands between spaces and signs in a text; a word of signs alone has one part, which is empty."""
    return set(_RUN.findall(text.casefold())) or {""}


@lru_cache(maxsize=64)  # many texts hold the same few
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words whole, in singular or plural, the first that fits."""
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?:e?s)?(?![\w-])", re.IGNORECASE)


def matcher(words: Iterable[str], strategy: Strategy) -> Matcher:
    """Make ready to look for some words, but for those that `lint.allow` lists; once for a rule, not for a text."""
    return Matcher(words, strategy.manifest.lint.allow)


def products(strategy: Strategy) -> tuple[str, ...]:
    """Give the names of everything in technology."""
    return tuple(one.name for one in strategy.technology.values() if one.name)
