"""Which disciplines a group of people brings together, told from what their roles are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In this order: a medical director is a clinician first, a director of finance a financier.
# Source: NHS Providers, Building a digital strategy (2021), step 10: technologists, clinicians, executives and those
# who run services; the rest are the other professions of the public sector.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "patients and public": (
        "patients?(?! (?:safety|access|flow|experience|services|administration))", "carers?", "residents?",
        "service users?", "experts? by experience", "lay members?", "healthwatch", "citizens?", "governors?",
    ),
    "clinical": (
        "nurs\\w+", "midwi\\w+", "medical", "clinical", "clinicians?", "doctors?", "physicians?", "surgeons?",
        "surgical", "consultants?", "pharmac\\w+", "therap\\w+", "gps?", "general practitioners?", "allied health",
        "ahps?", "paramedics?", "patholog\\w+", "radiolog\\w+", "radiographers?", "psycholog\\w+", "psychiatr\\w+",
        "patient safety", "caldicott",
    ),
    "finance": ("finance", "financial", "accountants?", "treasurers?", "section 151 officer", "s151 officer", "cfo"),
    "people": ("(?<!young )people", "hr", "human resources", "workforce", "organisational development", "staff side", "unions?"),
    "law and governance": ("legal", "lawyers?", "solicitors?", "monitoring officer", "governance", "compliance", "audit"),
    "communications": ("communications?", "engagement", "marketing"),
    "digital": (
        "digital", "information", "informatics", "technology", "technical", "technologists?", "it", "ict", "data",
        "software", "developers?", "engineers?", "architects?", "cio", "ciso", "cdio", "cto", "cyber", "systems",
        "user research\\w*", "designers?", "product (?:manager|owner)s?", "analysts?", "infrastructure",
    ),
    "estates": ("estates?", "facilities"),
    "services": (
        "operating", "operations?", "operational", "coo", "service", "services", "ward", "clinic", "clinics",
        "bookings?", "outpatients?", "divisional", "social care", "social workers?", "housing", "customers?",
        "front ?line", "children", "young people",
    ),
    "executive": (
        "chief executive", "ceo", "managing director", "executives?", "non-executives?", "chair\\w*", "board",
        "councillors?", "cabinet member", "permanent secretary", "director general",
    ),
}  # fmt: skip
_KNOWN = {name: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])") for name, words in _WORDS.items()}
_SEVERAL = re.compile(r"[,;/&+]|\band\b")


def disciplines(roles: Iterable[str]) -> dict[str, list[str]]:
    """Sort roles by discipline, in the order written; one that no word tells is a discipline of its own.

    A role that names several, such as `Nurses and finance`, counts for each.
    """
    found: dict[str, list[str]] = {}
    for role in roles:
        said = " ".join(role.split())
        parts = [_discipline(part) for part in _SEVERAL.split(said.lower())]
        for name in dict.fromkeys(part for part in parts if part) or {said: None}:
            found.setdefault(name, []).append(said)
    return found


def _discipline(text: str) -> str:
    return next((name for name, words in _KNOWN.items() if words.search(text)), "")
