"""The shelf of kinds: which file holds what. A new kind is a file in `kinds/` and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from digistrat.model.part import Single
    from digistrat.model.record import Record


class Kind(NamedTuple):
    """A sort of thing, and where its model stands; models are imported when a strategy uses them."""

    name: str  # the collection, or the stem of the one file
    module: str
    model: str

    def load(self) -> type[Record]:
        """Import the model of a collection's records."""
        return self._model()

    def load_single(self) -> type[Single]:
        """Import the model of a file of its own."""
        return self._model()

    def _model(self) -> type:
        module = import_module(f"digistrat.model.kinds.{self.module}")
        found: type = getattr(module, self.model)
        return found


COLLECTIONS = {
    kind.name: kind
    for kind in (
        Kind("principles", "principle", "Principle"),
        Kind("services", "service", "Service"),
        Kind("users", "user", "User"),
        Kind("constraints", "constraint", "Constraint"),
        Kind("initiatives", "initiative", "Initiative"),
        Kind("commitments", "commitment", "Commitment"),
        Kind("measures", "measure", "Measure"),
    )
}
SINGLES = {
    kind.name: kind
    for kind in (
        Kind("strategy", "manifest", "Manifest"),
        Kind("mission", "mission", "Mission"),
        Kind("scoring", "scoring", "Scoring"),
    )
}
# Records that stand inside another file or record: which, and in which of its keys.
HELD = {"outcomes": ("mission", "outcomes"), "journeys": ("mission", "journeys"), "needs": ("users", "needs")}
BUILT = frozenset({*COLLECTIONS, *HELD})  # what references may lead to in this version
Claim = Literal["collection", "single", "free", "unknown"]


def claim(path: str) -> tuple[Claim, str]:
    """Say who claims a file, and under which name: `users/carers.yaml` belongs to the collection `users`."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return "unknown", name
    if stem.startswith("x-"):
        return "free", stem
    if ending.lower() == "yaml":
        if folder in COLLECTIONS:
            return "collection", folder
        if not folder and stem in COLLECTIONS:
            return "collection", stem
        if not folder and stem in SINGLES:
            return "single", stem
    return "unknown", stem
