"""The words that GOV.UK asks writers to avoid, each in the forms that can hardly be meant otherwise.

Source: GOV.UK, A to Z style guide, "words to avoid", read 2026-11. Left out, because sound uses are as common:
advance (in advance, advance care planning), and the nouns impact and progress.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Avoided(NamedTuple):
    """A word of the list."""

    word: str
    signs: str  # what a word or phrase begins with that has to be there, for a quick look before a careful one
    forms: str  # a pattern
    instead: str  # what to do


_THE = r"(?:a|an|the|our|these|this|its|their|every)"
_GOODS = (
    r"(?:better|real|greater|more|further|lasting|significant|measurable|tangible|digital|strategic|continuous|its|our|"
    r"the|these|key|on|against|maximum|best|clear|sustainable|cost|efficiency|financial|major)"
)
_CHANGE = (
    r"(?:improvements?|change|innovation|transformation|efficienc(?:y|ies)|savings|benefits|value|outcomes|growth|reform|"
    r"excellence|success|productivity)"
)
_AIMS = r"(?:priorities|objectives|goals|ambitions?|aims|vision|strategy|agenda)"
_MODAL = r"(?:will|would|may|might|could|can|must|not|should)"

AVOIDED = (
    Avoided(
        "agenda",
        "agenda",
        r"(?:digital|transformation|change|improvement|efficiency|modernisation|reform|prevention|integration|"
        r"innovation|inclusion|productivity|sustainability|policy) agenda(?! items?\b)",
        "write 'plan'",
    ),
    Avoided("collaborate", "collab", r"collaborat(?:e[sd]?|ing)(?! cent)", "write 'work with'"),
    Avoided("combat", "combat", rf"(?:to|{_MODAL}|and|helps?|we) combat|combatt?ing", "write 'stop' or 'solve'"),
    Avoided(
        "commit",
        "commit",
        r"commit(?:s|ting)? to|(?:is|are|am|remain|remains) (?:\w{3,20}ly )?committed to",
        "write 'we will'",
    ),
    Avoided("pledge", "pledg", r"pledg(?:e[sd]?|ing) to", "write 'we will'"),
    Avoided("counter", "counter", r"to counter (?:the|this|these|any|such)", "write 'prevent'"),
    Avoided(
        "deliver",
        "deliver",
        rf"deliver(?:s|ed|ing)?(?: {_GOODS}){{0,2}} (?:{_CHANGE}|{_AIMS})",
        "write 'make' or 'provide'",
    ),
    Avoided(
        "deploy",
        "deploy",
        rf"deploy(?:s|ed|ing)?(?: {_THE}| more)? (?:resources|skills|expertise|funding|money|efforts|people)",
        "write 'use'",
    ),
    Avoided("dialogue", "dialog", r"(?<!competitive )dialogues?(?! (?:box|window))", "say who talks to whom"),
    Avoided("disincentivise", "disincent", r"disincentivi[sz](?:e[sd]?|ing)", "write 'discourage'"),
    Avoided(
        "drive",
        "drive|driving|drove",
        rf"(?:drives?|driving|drove)(?: (?:forward|up|down|out|through))?(?: {_GOODS})? "
        rf"(?:{_CHANGE}|costs?|waste|inefficienc(?:y|ies)|variation|adoption|up-?take|take-up)",
        "write 'cause' or 'reduce'",
    ),
    Avoided("empower", "empower", r"empower(?:s|ed|ing)?", "write 'allow' or 'let'"),
    Avoided("facilitate", "facilit", r"facilitat(?:e[sd]?|ing)", "say how you help"),
    Avoided("focus", "focus", r"focus(?:e[sd]|sing|ing)? on", "write 'work on'"),
    Avoided(
        "foster",
        "foster",
        rf"foster(?:s|ed|ing)?(?: {_THE})?(?: (?:greater|stronger|closer|better))? (?:culture|innovation|collaboration|"
        r"relationships?|links|partnerships?|environment|sense|trust|learning|engagement|ownership|spirit|cooperation)",
        "write 'encourage' or 'help'",
    ),
    Avoided(
        "impact",
        "impact",
        rf"(?:{_MODAL}|negatively|positively|adversely|directly) impact (?:on|upon|the|our|their|patients|people|staff)|"
        r"impacted (?:by|on|upon|the|our|their|patients|people|staff)|impacting",
        "write 'affect'",
    ),
    Avoided("incentivise", "incent", r"incentivi[sz](?:e[sd]?|ing)", "write 'encourage'"),
    Avoided("initiate", "initiat", r"(?<!patient )initiat(?:e[sd]?|ing)", "write 'start'"),
    Avoided(
        "key",
        "key ",
        r"key (?:priorit(?:y|ies)|themes?|areas?|objectives?|challenges?|issues?|principles?|enablers?|drivers?|"
        r"deliverables?|messages?|outcomes?|benefits?|stakeholders?|partners?|role|goals?|factors?|elements?)|"
        r"(?:is|are|be) key (?:to|for|in)",
        "write 'important', or nothing",
    ),
    Avoided(
        "land",
        "land |landing |landed ",
        r"land(?:ing|ed)? (?:the|our|this) (?:change|changes|message|messages|programme|strategy)",
        "write 'get' or 'achieve'",
    ),
    Avoided("leverage", "leverag", r"leverag(?:e[sd]?|ing)(?! (?:ratio|buy))", "write 'use'"),
    Avoided("liaise", "liais", r"liais(?:e[sd]?|ing)", "write 'work with'"),
    Avoided("overarching", "over-arch|overarch", r"over-?arching", "leave it out"),
    Avoided("progress", "progress", rf"(?:to|{_MODAL}) progress (?:the|our|this|these|with)", "write 'work on'"),
    Avoided(
        "promote",
        "promot",
        rf"promot(?:e[sd]?|ing)(?: {_THE})?(?: (?:greater|better|stronger))? (?:culture|innovation|collaboration|"
        r"integration|inclusion|interoperability|transparency|openness|best practice|good practice|learning)",
        "write 'recommend' or 'support'",
    ),
    Avoided(
        "robust",
        "robust",
        r"robust(?:ly)?(?! (?:devices?|tablets?|laptops?|cases?|cables?|buildings?|hardware))",
        "say what makes it sound",
    ),
    Avoided(
        "slim down",
        "slim",
        r"slim(?:s|med|ming)? down (?:the|our|its|their|this|processes|paperwork|bureaucracy)",
        "write 'cut'",
    ),
    Avoided("streamline", "streamlin", r"streamlin(?:e[sd]?|ing)", "write 'simplify'"),
    Avoided(
        "strengthen",
        "strengthen",
        rf"strengthen(?:s|ed|ing)?(?: {_THE})?(?: (?:digital|clinical|local|data|information|cyber|joint|own))? "
        r"(?:governance|capabilit(?:y|ies)|capacity|leadership|partnerships?|relationships?|resilience|links|culture|"
        r"engagement|skills|accountability|collaboration|oversight|assurance)",
        "say what is added",
    ),
    Avoided(
        "tackle", "tackl", rf"(?:to|{_MODAL}|we|and|helps?|that) tackle|tackle[sd]|tackling", "write 'stop' or 'solve'"
    ),
    Avoided(
        "transform",
        "transform",
        rf"transform(?:s|ed|ing)?(?! {_THE}? ?(?:data|files?|images?|messages?|records?)\b) (?:the|our|how|this|its|their|"
        r"care|services?|lives|outcomes|health|patient|people|working|outpatients?|community|primary|urgent|"
        r"mental|clinical|public)",
        "say what will be different",
    ),
    Avoided("utilise", "utili", r"utili[sz](?:e[sd]?|ing)", "write 'use'"),
    Avoided(
        "going forward",
        "forward",
        r"(?<!is )(?<!are )(?<!of )(?:going|moving) forwards?(?=[,.;:)]|$)",
        "write 'from now on'",
    ),
    Avoided("in order to", "in order to", r"in order to", "write 'to'"),
    Avoided("one-stop shop", "one-stop|one stop", r"one[ -]stop[ -]shops?", "say what it is"),
    Avoided("ring fencing", "ring-fenc|ringfenc|ring fenc", r"ring[ -]?fenc(?:e[sd]?|ing)", "write 'set aside'"),
)

_BY_SIGN = {sign: place for place, one in enumerate(AVOIDED) for sign in one.signs.split("|")}


def _tree(beginnings: Sequence[str]) -> str:
    """Write a pattern that looks at each letter once, however many beginnings share it."""
    if "" in beginnings:
        return ""
    branches = [
        re.escape(first) + _tree([one[1:] for one in beginnings if one[0] == first])
        for first in dict.fromkeys(one[0] for one in beginnings)
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_SIGN = re.compile(rf"[\s(\"'“‘*_\[/]({_tree(tuple(_BY_SIGN))})")


def avoided_in(text: str) -> list[Avoided]:
    """Give the words of the list that a text may hold in one of their forms, in the list's order."""
    found = _SIGN.findall(f" {text.lower()}")
    return [AVOIDED[place] for place in sorted({_BY_SIGN[sign] for sign in found})] if found else []


@cache
def pattern_of(avoided: Avoided) -> re.Pattern[str]:
    """Match the forms of a word."""
    return re.compile(rf"(?<![\w-])(?:{avoided.forms})(?![\w-])", re.IGNORECASE)
