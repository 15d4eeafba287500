"""Where each record stands in the web version: the only place that knows page names and anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.model.record import Record

# The section that shows a collection or a file of its own, and takes it along when it is left out.
# Of several collections in one section the first has the plain anchors.
SECTION_OF = {
    "mission": "home",
    "outcomes": "home",
    "journeys": "home",
    "initiatives": "choices",
    "principles": "choices",
    "scoring": "choices",
    "plan": "choices",
    "commitments": "commitments",
    "services": "services",
    "users": "users",
    "needs": "users",
    "research": "users",
    "measures": "measures",
    "technology": "technology",
    "constraints": "limits",
    "decisions": "limits",
    "benefits": "benefits",
    "risks": "risks",
    "stories": "stories",
    "glossary": "glossary",
    "engagement": "engagement",
    "system": "system",
    "delivery": "delivery",
    "alignment": "standards",
    "frameworks": "standards",
    "maturity": "standards",
    "board": "board",
}
_WITH_PREFIX = frozenset({"journeys", "principles", "research", "decisions"})


def section_of(record: Record) -> str:
    """Name the section that shows a record."""
    return SECTION_OF[record.collection]


def page_of(section: str) -> str:
    """Give the page that a section begins with."""
    return "index.html" if section == "home" else f"{section}.html"


def address(record: Record) -> str:
    """Give a record's address relative to the site: a page of its own, or a place on one."""
    if record.collection == "services":
        return f"services/{record.id}.html"
    return f"{page_of(section_of(record))}#{anchor(record)}"


def anchor(record: Record) -> str:
    """Give a record's place on its page; two kinds on one page never share an anchor, for no id holds a `/`."""
    return anchor_of(record, record.key)


def anchor_of(record: Record, key: str) -> str:
    """Give the place that a record has, or had, by a key."""
    is_doubtful = record.collection == "needs" and key.partition("/")[0] in _WITH_PREFIX  # a user group so called
    return f"{record.collection}/{key}" if is_doubtful or record.collection in _WITH_PREFIX else key
