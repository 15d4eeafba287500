"""The YAML event stream, from libyaml or from its pure-Python twin, one way for both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class EventSource(Protocol):
    """What gives events until the stream ends, then None."""

    def get_event(self) -> Any:
        """Give the next event; raises yaml.YAMLError where the text is no YAML."""


class PythonEvents(Reader, Scanner, Parser):
    """PyYAML's own parser, for machines without libyaml: the same events, ten times slower."""

    def __init__(self, text: str) -> None:
        """Open the text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


MakeEvents = Callable[[str], EventSource]


def _fastest() -> MakeEvents:
    """Take libyaml's parser where PyYAML was built with it."""
    if yaml.__with_libyaml__:
        from yaml import cyaml  # noqa: PLC0415  (it is absent without libyaml)

        return cyaml.CParser  # type: ignore[attr-defined]  # the stubs leave it out
    return PythonEvents  # pragma: no cover  (only on a machine without libyaml; the tests run it by name)


FASTEST = _fastest()


def events(text: str, make: MakeEvents = FASTEST) -> Iterator[Any]:
    """Give every event of a text; raises yaml.YAMLError where it is no YAML."""
    source = make(text)
    while (event := source.get_event()) is not None:
        yield event
