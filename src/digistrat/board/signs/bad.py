"""Six signs of a bad strategy: the rules that show each plainly, and those that show it in part."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from digistrat.model.strategy import Strategy


class BadSign(NamedTuple):
    """A sign that nobody wants to see; `plain` rules show it, `partly` rules show something of it."""

    id: str
    text: str
    plain: frozenset[str]
    partly: frozenset[str]
    silent: Callable[[Strategy], str] = lambda _: ""  # what shows it plainly where no rule has begun to look


def _sign(name: str, text: str, plain: set[str], partly: set[str]) -> BadSign:
    return BadSign(name, text, frozenset(plain), frozenset(partly))


def _promises_nothing(strategy: Strategy) -> str:
    return "" if strategy.commitments or not strategy.is_whole("commitments") else "it makes no commitment at all"


SIGNS = (
    _sign(
        "it-driven",
        "The IT department drives it",
        {"owner-not-the-board", "digital-owns-everything"},
        {"technology-led-initiative", "names-a-product", "technology-without-outcome"},
    ),
    _sign(
        "cookie-cutter",
        "It could be anybody's",
        {"no-context", "untouched-template"},
        {"no-case-for-change", "unconsidered-constraint", "constraint-without-response"},
    ),
    _sign(
        "unproven-technology",
        "It bets on what nobody has tried",
        {"hype-without-trial"},
        {"untried-purchase", "endless-experiment"},
    ),
    _sign(
        "vague",
        "It cannot be held to anything",
        {"undated-commitment", "unmeasured-commitment"},
        {
            "unowned-commitment",
            "vague-commitment",
            "completion-is-no-measure",
            "unmeasured-outcome",
            "commitment-without-baseline",
            "plan-missing",
        },
    )._replace(silent=_promises_nothing),
    _sign(
        "too-long-term",
        "It looks too far ahead and is never looked at again",
        {"period-out-of-range", "strategy-ended"},
        {"no-next-review", "review-overdue", "due-outside-period"},
    ),
    _sign(
        "wish-list",
        "It wants everything",
        {"wish-list", "nothing-ruled-out"},
        {
            "undecided-initiative",
            "unscored-initiative",
            "too-many-commitments",
            "too-many-exemplars",
            "too-many-at-once",
            "capacity-exceeded",
            "envelope-exceeded",
        },
    ),
)
