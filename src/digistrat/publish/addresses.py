"""Where each record stands in the web version: the only place that knows page names and anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digistrat.model.record import Record

_PAGE_OF = {
    "initiatives": "choices.html",
    "principles": "choices.html",
    "commitments": "commitments.html",
    "users": "users.html",
    "needs": "users.html",
    "outcomes": "index.html",
}


def address(record: Record) -> str:
    """Give a record's address relative to the site: a page of its own, or a place on one."""
    if record.collection == "services":
        return f"services/{record.id}.html"
    return f"{_PAGE_OF[record.collection]}#{anchor(record)}"


def anchor(record: Record) -> str:
    """Give a record's place on its page; two kinds on one page never share an anchor, for no id holds a `/`."""
    return f"principles/{record.key}" if record.collection == "principles" else record.key
