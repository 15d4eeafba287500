"""The ways to score, each declared once: what it takes, how it counts, and on which scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Method(NamedTuple):
    """What a method is; the sum itself stands in `score/methods/`, under the same name."""

    name: str  # as scoring.yaml has it
    title: str  # as in "ranked by RICE score"
    formula: str
    inputs: tuple[str, ...] = ()  # in the order of the formula; empty: the criteria of scoring.yaml, by their weights
    fields: tuple[str, ...] = ()  # of an initiative, besides its scores; an input among them is none of its scores
    out_of: int | None = None  # what the best possible initiative scores; None where there is no best

    @property
    def is_weighted(self) -> bool:
        """Tell whether the criteria and their weights are the organisation's own."""
        return not self.inputs

    @property
    def criteria(self) -> tuple[str, ...]:
        """Give what is written under `scores`; empty where scoring.yaml has the criteria."""
        return tuple(name for name in self.inputs if name not in self.fields)

    @property
    def divides(self) -> bool:
        """Tell whether the score is a ratio to effort, which has to be above 0."""
        return "effort" in self.fields

    @property
    def scale(self) -> str:
        """Say how to read the score."""
        return f"out of {self.out_of}" if self.out_of else f"not out of 100: {self.formula}"

    def label(self, criterion: str) -> str:
        """Say an input's name to a reader."""
        return criterion.replace("-", " ").capitalize()


_WSJF = ("value", "urgency", "risk-reduction", "effort")
_ICE = ("impact", "confidence", "ease")
_MEAN = "mean of impact, confidence and ease"
DECLARED: Mapping[str, Method] = {
    one.name: one
    for one in (
        Method("weighted", "weighted", "weight × points ÷ most points, added up", out_of=100),
        Method("value-effort", "value-effort", "value out of 100 ÷ effort", fields=("effort",)),
        Method(
            "rice",
            "RICE",
            "reach × impact × confidence ÷ effort",
            ("reach", "impact", "confidence", "effort"),
            ("reach", "confidence", "effort"),
        ),
        Method("ice", "ICE", _MEAN, _ICE),
        Method("ice-mean", "ICE (mean)", _MEAN, _ICE),
        Method("ice-product", "ICE (product)", "impact × confidence × ease", _ICE),
        Method("wsjf", "WSJF", "(value + urgency + risk reduction) ÷ effort", _WSJF, ("effort",)),
    )
}
