"""What a question is made of: the strands that a full answer has, and the rules that find gaps in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digistrat.model.part import Placed
    from digistrat.model.strategy import Strategy


class Evidence(NamedTuple):
    """Something that speaks for an answer, in a sentence, and the part of the strategy that says it."""

    text: str
    part: Placed
    field: str = ""  # the dotted keys in a file of its own that say it

    @property
    def record(self) -> str:
        """Name the record, `collection/id`; empty where it stands in a file of its own."""
        return str(getattr(self.part, "address", ""))


class Gap(NamedTuple):
    """Something that an answer lacks: in a sentence, the rule that finds it, the record and the file it is in."""

    text: str
    rule: str
    record: str = ""
    file: str = ""
    accepted: str = ""  # why a comment lets it stand; it stays a gap all the same


class Strand(NamedTuple):
    """One side of an answer: how to find evidence for it, and what to say where there is none."""

    find: Callable[[Strategy], Iterable[Evidence]]
    lacking: str
    rule: str  # the one that finds the lack, or would once the subject is begun


class Question(NamedTuple):
    """A question that a board asks; `rules` find its gaps, `sorts` are the files in which a fault is one too."""

    id: str
    text: str
    prompts: tuple[str, ...]
    strands: tuple[Strand, ...]
    rules: frozenset[str]
    sorts: frozenset[str]
    gaps: Callable[[Strategy], Iterable[Gap]] = lambda _: ()  # those that no rule of lint finds by itself
