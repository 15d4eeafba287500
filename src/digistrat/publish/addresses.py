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
    "outcomes": "index.html",
    "measures": "commitments.html",
}


def address(record: Record) -> str:
    """Give a record's address relative to the site: a page of its own, or a place on one."""
    if record.collection == "services":
        return f"services/{record.id}.html"
    prefix = "" if record.collection in {"initiatives", "commitments", "users", "outcomes"} else f"{record.collection}-"
    return f"{_PAGE_OF.get(record.collection, 'index.html')}#{prefix}{record.id}"
