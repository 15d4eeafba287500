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


def _by_name(*kinds: Kind) -> dict[str, Kind]:
    return {kind.name: kind for kind in kinds}


COLLECTIONS = _by_name(
    Kind("principles", "principle", "Principle"),
    Kind("services", "service", "Service"),
    Kind("users", "user", "User"),
    Kind("research", "research", "Research"),
    Kind("technology", "technology", "Technology"),
    Kind("constraints", "constraint", "Constraint"),
    Kind("decisions", "decision", "Decision"),
    Kind("initiatives", "initiative", "Initiative"),
    Kind("commitments", "commitment", "Commitment"),
    Kind("measures", "measure", "Measure"),
    Kind("benefits", "benefit", "Benefit"),
    Kind("risks", "risk", "Risk"),
    Kind("stories", "story", "Story"),
    Kind("glossary", "term", "Term"),
)
SINGLES = _by_name(
    Kind("strategy", "manifest", "Manifest"),
    Kind("mission", "mission", "Mission"),
    Kind("scoring", "scoring", "Scoring"),
    Kind("plan", "plan", "AcceptedPlan"),
    Kind("system", "system", "System"),
    Kind("engagement", "engagement", "Engagement"),
    Kind("delivery", "delivery", "Delivery"),
    Kind("maturity", "maturity", "Maturity"),
    Kind("board", "board", "BoardReviews"),
)
# Folders in which each file is a single one of its own: `alignment/dtac.yaml`.
SERIES = _by_name(
    Kind("alignment", "alignment", "Alignment"),
    Kind("frameworks", "framework", "Framework"),
    Kind("exchange", "exchange", "Exchange"),
)
FOLDERS = frozenset({*COLLECTIONS, *SERIES})
# Records that stand inside another file or record: which, and in which of its keys.
HELD = {"outcomes": ("mission", "outcomes"), "journeys": ("mission", "journeys"), "needs": ("users", "needs")}
# The packs that come with digistrat: no strategy's own may take their names.
BUILT_IN_FRAMEWORKS = frozenset({
    "integration", "eu-digital-capability", "engagement-maturity", "signs", "commitment-criteria", "uk-gds-2012",
    "dhsc-2022", "wgll", "nhs-service-standard", "gds-service-standard", "tcop", "dtac",
})  # fmt: skip
# The sections of the web version, by which `publish.leave_out` names what stays unpublished; publish/pages has them.
SECTIONS = (
    "home", "choices", "commitments", "services", "users", "technology", "limits", "measures", "benefits", "risks",
    "engagement", "system", "delivery", "standards", "board", "stories", "topics", "glossary",
)  # fmt: skip
Claim = Literal["collection", "single", "free", "unknown"]


def single_kind(name: str) -> Kind:
    """Give the kind of a single file by the name it is claimed under: `mission`, or `alignment/dtac`."""
    return SINGLES.get(name) or SERIES[name.partition("/")[0]]


def claim(path: str) -> tuple[Claim, str]:
    """Say who claims a file, and under which name: `users/carers.yaml` belongs to `users`."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return "unknown", name
    if stem.startswith("x-"):
        return "free", stem
    if ending.lower() != "yaml":
        return "unknown", stem
    if folder in SERIES:
        return "single", f"{folder}/{stem}"
    named = folder or stem
    if named in COLLECTIONS:
        return "collection", named
    return ("single", stem) if not folder and stem in SINGLES else ("unknown", stem)
