"""Whether a fix can only have been meant in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.anatomy import part_at
from digistrat.model.part import written_keys
from digistrat.model.shelf import COLLECTIONS, claim, single_kind
from digistrat.wording import nearest

if TYPE_CHECKING:
    from digistrat.read.fault import Fix

_TEXTS = (str, str | None)


def is_sure(fix: Fix) -> bool:
    """Tell a text that a comma cut short from two texts, and from a text with a key behind it that lacks its value."""
    rest = fix.new.removeprefix(fix.old).lstrip()
    if fix.span is None or not rest.startswith(","):
        return True
    _, name = claim(fix.at.file)
    model = COLLECTIONS[name].load() if name in COLLECTIONS else single_kind(name).load_single()
    part = part_at(model, fix.at.keys[:-1])
    names = written_keys(part) if part else {}
    field = part.model_fields.get(names.get(str(fix.at.keys[-1]), "")) if part else None
    pieces = rest[1:].split(",")
    return bool(field and field.annotation in _TEXTS) and not any(nearest(piece.strip(), names) for piece in pieces)
