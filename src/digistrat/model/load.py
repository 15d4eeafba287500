"""From a folder's files to a Strategy. Nothing in them stops it: what is wrong becomes a fault, by rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from digistrat.disk.folder import Tree, folder_beside, read_folder
from digistrat.model.build import blank_manifest, build
from digistrat.model.files import sort_documents
from digistrat.model.shelf import COLLECTIONS, FOLDERS, HELD, claim
from digistrat.model.strategy import Strategy
from digistrat.model.values.fault import shown
from digistrat.model.values.number import parse_number
from digistrat.read import limits
from digistrat.read.document import Document, read_document, refused
from digistrat.read.events import FASTEST, MakeEvents
from digistrat.read.fault import Fault, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

FORMAT = 1


Tick = Callable[[int, int], None]  # told how many of how many files are read


def load(tree: Tree, as_of: date, make_events: MakeEvents = FASTEST, tick: Tick | None = None) -> Strategy:
    """Read every file and make the strategy as of a day."""
    documents = _read(tree.contents, make_events, tick or (lambda *_: None))
    for path, refusal in tree.refused.items():
        documents[path] = refused(path, refusal.rule, refusal.message, refusal.help)
    elsewhere, beyond = tree.elsewhere, tree.beyond
    del tree  # as the bytes of every file are no longer needed
    manifest = _manifest_among(documents.values())
    newer = _newer_format(manifest) if manifest else None
    if manifest and newer:
        faults = {"newer-format": (newer,)}
        return Strategy(as_of, blank_manifest(manifest.file), faults=faults, documents={manifest.file: manifest})
    documents = {path: documents[path] for path in sorted(documents)}
    found = sort_documents(documents.values(), elsewhere)
    found.unread.update(claim(path)[1] for path in beyond)
    # The data goes as records are made of it: at 10,000 files that is a quarter of the memory.
    texts = {path: document._replace(data=None) for path, document in documents.items()}
    documents.clear()
    return build(found, texts, as_of)


def _read(contents: Mapping[str, bytes], make_events: MakeEvents, tick: Tick) -> dict[str, Document]:
    """Read every file until there are too many values in all."""
    documents: dict[str, Document] = {}
    values = 0
    for path, content in contents.items():
        document = read_document(path, content, make_events)
        values += document.values
        if values > limits.ALL_VALUES:
            message = f"more than {limits.ALL_VALUES:,} values in one strategy"
            document = refused(path, "oversized-yaml", message, "take away what is no part of it")
        documents[path] = document
        tick(len(documents), len(contents))
    return documents


def _bounds() -> Mapping[str, int]:
    return {"file_bytes": limits.FILE_BYTES, "files": limits.FILES, "all_bytes": limits.ALL_BYTES}


def load_folder(root: Path, as_of: date, tick: Tick | None = None) -> Strategy:
    """Read a strategy's folder and make the strategy as of a day."""
    strategy = load(read_folder(root, FOLDERS, **_bounds()), as_of, tick=tick)
    return _beside_its_counterpart(strategy, root) if strategy.manifest.translation_of else strategy


def _beside_its_counterpart(strategy: Strategy, root: Path) -> Strategy:
    """Add the ids of the strategy of which this is a translation; that it is not there is a fault."""
    translation = strategy.manifest.translation_of
    path = translation.path if translation else None
    if not path:
        return strategy
    other = folder_beside(root, path)
    if other is None:
        message = f"no strategy at {shown(path)} in this repository"
        fault = Fault(strategy.manifest.at("translation_of", "path"), message, "name its folder, seen from this one")
        faults = {**strategy.faults, "bad-value": (*strategy.faults.get("bad-value", ()), fault)}
        return replace(strategy, faults=faults)
    there = load(read_folder(other, FOLDERS, **_bounds()), strategy.as_of)
    if "newer-format" in there.faults:
        return strategy
    read = [name for name in (*COLLECTIONS, *HELD) if name not in there.unread]
    return replace(strategy, counterpart={name: there.declared.get(name, {}) for name in read})


def load_revision(root: Path, revision: str, environment: Mapping[str, str], as_of: date) -> Strategy | None:
    """Make the strategy that a folder held at a revision, as of a day; None where it held none.

    Raises what `tree_at` raises.
    """
    from digistrat.disk.git import tree_at  # noqa: PLC0415  (only where somebody asks about the past)

    tree = tree_at(root, revision, environment, FOLDERS, **_bounds())
    return load(tree, as_of) if tree.contents or tree.refused else None


def _manifest_among(documents: Iterable[Document]) -> Document | None:
    return next((document for document in documents if claim(document.file) == ("single", "strategy")), None)


def _newer_format(manifest: Document) -> Fault | None:
    """Tell whether a newer digistrat wrote this."""
    written = manifest.data.get("format") if isinstance(manifest.data, dict) else None
    try:
        number = parse_number(written)
    except PydanticCustomError:
        return None
    if number <= FORMAT:
        return None
    message = f"format {written} is newer than this digistrat, which reads format {FORMAT}"
    return Fault(Ref(manifest.file, ("format",)), message, "install a newer digistrat: pip install -U digistrat")
