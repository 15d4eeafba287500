"""Rules about templates: did somebody write this, or was it there from the start?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from digistrat.disk.templates import files_below
from digistrat.model.anatomy import leaves
from digistrat.read.document import read_document
from digistrat.read.fault import Fault
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy


def untouched_template(strategy: Strategy) -> Iterator[Fault]:
    """Text that `digistrat init` wrote and nobody has changed, once the strategy is no longer a draft.

    Why: a strategy that fits every organisation says nothing about this one.

    Bad:
        # principles.yaml
        - id: open-first
          title: Say here what you were asked for and will not do  # <-

    Good:
        # principles.yaml
        - id: open-first
          title: Open first
    """
    if strategy.manifest.status == "draft":
        return
    known = _starter_texts()
    files = {file for file, document in strategy.documents.items() if _holds_any(document.text, known)}
    for part in strategy.parts() if files else ():
        if part.at().file not in files:
            continue
        for keys, value in leaves(part):
            if isinstance(value, str) and one_line(value) in known:
                yield Fault(part.at(*keys), "this text is still the starter's; write your own, or leave it out")


def _holds_any(text: str, known: frozenset[str]) -> bool:
    """Tell quickly whether a file can hold one of the sentences at all."""
    folded = one_line(text)
    return any(sentence in folded for sentence in known)


_PROSE = 25  # characters: a shorter text two people may well write alike


@cache
def _starter_texts() -> frozenset[str]:
    """Give every sentence that the starters bring."""
    starters = files_below("starters").items()
    documents = [read_document(path, content) for path, content in starters if path.endswith(".yaml")]
    texts = (one_line(text) for document in documents for text in _texts(document.data))
    return frozenset(text for text in texts if len(text) >= _PROSE and " " in text and "$" not in text)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)
