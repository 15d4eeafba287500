"""Words by which hints know a technology, a fashion or a product; what the manifest allows is left out of all."""

from __future__ import annotations

import re
from functools import cache
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


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words whole, in singular or plural, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in longest)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?:e?s)?(?![\w-])", re.IGNORECASE)


def named_in(text: str, words: Iterable[str], strategy: Strategy) -> Iterator[str]:
    """Give each of the words that a text names, as the text writes it, but for those that `lint.allow` lists."""
    allowed = {word.casefold() for word in strategy.manifest.lint.allow}
    wanted = tuple(word for word in words if word.casefold() not in allowed)
    if wanted:
        yield from dict.fromkeys(
            found.group() for found in _pattern(wanted).finditer(text) if found.group().casefold() not in allowed
        )


def products(strategy: Strategy) -> tuple[str, ...]:
    """Give the names of everything in technology."""
    return tuple(one.name for one in strategy.technology.values() if one.name)
