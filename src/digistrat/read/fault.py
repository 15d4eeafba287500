"""The address of a value and what is wrong there: the two types that every floor above shares."""

from __future__ import annotations

from typing import Literal, NamedTuple

Key = str | int
Level = Literal["error", "warning", "info"]


class Ref(NamedTuple):
    """An address: a file, relative to the strategy with `/`, and the keys that lead to a value in it."""

    file: str
    keys: tuple[Key, ...] = ()
    on_key: bool = False  # point at the last key itself, not at its value

    def at(self, *keys: Key) -> Ref:
        """Go further in."""
        return Ref(self.file, (*self.keys, *keys))

    def key(self, key: Key) -> Ref:
        """Address a key of this map rather than what stands behind it."""
        return Ref(self.file, (*self.keys, key), on_key=True)

    @property
    def field(self) -> str:
        """The keys, dotted."""
        return ".".join(str(key) for key in self.keys)


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


class Related(NamedTuple):
    """Another place that a fault is about, and what it has to do with it."""

    at: Ref
    message: str
    span: Span | None = None


class Fix(NamedTuple):
    """What would mend a fault for certain: a key or a text as it is written, and what to write there instead.

    Where YAML ended a text too soon, `span` is the stretch that holds the whole of it: `new` takes its place, in quotes.
    """

    at: Ref
    old: str
    new: str
    span: Span | None = None


class Fault(NamedTuple):
    """What is wrong at an address. The engine adds the rule, its level and the position."""

    at: Ref
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    level: Level | None = None  # instead of the rule's own
    span: Span | None = None  # known at once where the reader found it; else looked up from `at`
    fix: Fix | None = None  # only where nothing else can have been meant
