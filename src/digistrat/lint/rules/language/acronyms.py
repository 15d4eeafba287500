"""Which acronyms a text uses, and which of them need no word of explanation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.read.document import Document

# What people know by its letters better than by its words.
# Source: GOV.UK, A to Z style guide, "abbreviations and acronyms", names UK, DVLA, US, EU, VAT and MP as well known.
_WELL_KNOWN = frozenset({
    "UK", "GB", "US", "USA", "EU", "UN", "NHS", "GP", "BBC", "ITV", "MP", "VAT", "HMRC", "DVLA", "MOT", "GDPR",
    "IT", "AI", "ID", "PC", "TV", "CD", "DVD", "PIN", "QR", "SIM", "SMS", "USB", "GPS", "CCTV", "PDF", "FAQ",
    "URL", "HTML", "WWW", "HTTP", "HTTPS", "A&E", "MRI", "CT", "HIV", "AIDS", "DNA", "COVID", "HR", "PR", "CEO",
    "CV", "R&D", "Q&A", "AGM", "VIP", "DIY", "OK", "AM", "PM", "GMT", "BST", "BC", "AD", "CE", "NB", "PS", "FYI",
    "ASAP", "TBC", "TBD", "KB", "MB", "TB", "KW", "MW", "KWH", "CO2", "GBP", "EUR", "USD", "IBM", "SAP", "BT",
    "NATO", "UNICEF", "LGBT",
})  # fmt: skip
# Words that are in capitals to be heard, not because they are letters.
_LOUD = frozenset({
    "ALL", "AND", "ANY", "ARE", "BOTH", "BUT", "CAN", "CANNOT", "DO", "DOES", "EACH", "EVER", "EVERY", "HAS",
    "HAVE", "IF", "IN", "IS", "MAY", "MUST", "NEED", "NEVER", "NEW", "NO", "NONE", "NOT", "NOW", "OF", "ON", "ONE",
    "ONLY", "OR", "OUR", "SHALL", "SHOULD", "STOP", "THE", "THEY", "TO", "TWO", "WE", "WHEN", "WHO", "WILL",
    "WITH", "YES", "YOU", "YOUR",
})  # fmt: skip
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z&]")
_TWO_OR_MORE = re.compile(r"[A-Z][A-Z&][A-Z0-9&]*")
# Not a part of a name on the web, a standard's number (ISO 27001), a year (FY2027) or a postcode (M1 1AA).
_ACRONYM = re.compile(
    r"(?<![\w&.@#])(?P<letters>[A-Z][A-Z0-9]*(?:&[A-Z0-9]+)*)s?(?![\w&@])(?!\.[A-Za-z])(?! ?\d{3})(?! \d[A-Z]{2}\b)"
)
_CODE = re.compile(r"[IVX]+|.*\d\d")  # a Roman number, or letters that only lead a number
_SHOUTED = re.compile(r"(?<!\w)[A-Z]{2,}(?: [A-Z]{2,}){2,}(?!\w)")
_LONGEST = 8  # letters; in more of them a word is shouted
_GIVEN = re.compile(r"\((?:the )?([A-Z][A-Z0-9&]+)s?\)|(?<![\w&])([A-Z][A-Z0-9&]+)s?\s\(([^()]{3,100})\)")


def may_use_any(text: str) -> bool:
    """Look quickly for an acronym that not everybody knows."""
    return any(letters not in _WELL_KNOWN for letters in _TWO_OR_MORE.findall(text))


def acronyms(block: str) -> Iterator[str]:
    """Give each acronym of a block that not everybody knows, as often as it stands there, in its singular."""
    if block.upper() == block:
        return  # a heading in capitals
    for found in _ACRONYM.finditer(_SHOUTED.sub("", block)):
        letters = found["letters"]
        is_one = _TWO_CAPITALS.search(letters) and len(letters) <= _LONGEST and not _CODE.fullmatch(letters)
        if is_one and letters not in _WELL_KNOWN and letters not in _LOUD:
            yield letters


def known(strategy: Strategy) -> frozenset[str]:
    """Give the acronyms that need no explaining in this strategy: it explains them, allows them or names them so."""
    named = {letters for name in _names(strategy) for letters in _ACRONYM.findall(name)}
    short = {name.upper() for term in strategy.glossary.values() for name in (term.term, term.short) if name}
    allowed = {word.upper() for word in strategy.manifest.lint.allow}
    frameworks = {part for name in _frameworks(strategy) for part in name.upper().split("-")}
    return frozenset({*named, *short, *allowed, *frameworks, *_given(strategy.documents.values())})


def _names(strategy: Strategy) -> Iterator[str]:
    """Give what has a name of its own: the organisation and others, products, units, and the glossary's words."""
    yield strategy.manifest.organisation.name or "" if strategy.manifest.organisation else ""
    for term in strategy.glossary.values():
        yield from (term.term, term.short or "")
    for one in strategy.technology.values():
        yield from (one.name, one.supplier or "", *one.standards)
    for initiative in strategy.initiatives.values():
        yield from (initiative.lead_organisation or "", *initiative.partners)
    for service in strategy.services.values():
        yield service.provider or ""
    for measure in strategy.measures.values():
        yield from (measure.unit or "", measure.of or "")
    for benefit in strategy.benefits.values():
        yield benefit.unit or ""
    for commitment in strategy.commitments.values():
        yield from (name for gauge in commitment.measure for name in (gauge.unit or "", gauge.of or ""))
    for framework in strategy.own_frameworks.values():
        yield framework.title or ""


def _frameworks(strategy: Strategy) -> Iterator[str]:
    """Give the ids of the frameworks that the strategy answers or measures itself by."""
    yield from (answers.framework for answers in strategy.alignments.values() if answers.framework)
    assessments = strategy.maturity.assessments if strategy.maturity else ()
    yield from (one.framework for one in assessments if one.framework)


def _given(documents: Iterable[Document]) -> Iterator[str]:
    """Give what any text explains in passing: General Medical Services (GMS), or GMS (General Medical Services)."""
    for document in documents:
        for behind, before, inside in _GIVEN.findall(document.text):
            if behind:
                yield behind
            elif _spells(inside, before):
                yield before


def _spells(words: str, letters: str) -> bool:
    """Tell whether an acronym's letters occur in some words, in their order, the first one at the start."""
    rest = iter(words.upper())
    return words[:1].upper() == letters[0] and all(letter in rest for letter in letters if letter != "&")
