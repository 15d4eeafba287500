"""Which file holds what: documents sorted onto the shelf of kinds, and those that no kind claims."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.model.shelf import COLLECTIONS, FOLDERS, SERIES, SINGLES, claim
from digistrat.read.fault import Fault, Ref
from digistrat.wording import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.read.document import Document


class Written(NamedTuple):
    """One record as it was written, before anybody looked at its shape."""

    data: Any
    ref: Ref
    stem: str = ""  # its id, where the file's name says it


@dataclass(slots=True)
class Sorted:
    """The documents of a strategy by what they hold."""

    singles: dict[str, Document] = field(default_factory=dict)
    records: dict[str, list[Written]] = field(default_factory=lambda: defaultdict(list))
    unread: set[str] = field(default_factory=set)  # names of which a file could not be read
    faults: list[tuple[str, Fault]] = field(default_factory=list)


def sort_documents(documents: Iterable[Document], elsewhere: Iterable[str] = ()) -> Sorted:
    """Put every document where it belongs."""
    found = Sorted()
    for document in documents:
        claimed, name = claim(document.file)
        if claimed == "unknown":
            found.faults += _unknown(document, name)
            # users.yml, user.yaml, users/north/x.yaml, or a folder users/ that leads elsewhere
            folder, within, _ = document.file.partition("/")
            found.unread.add(_meant(folder if within else name))
        elif claimed != "free":
            _take(found, document, name, is_single=claimed == "single")
    for path in elsewhere:
        faults = _elsewhere(path)
        found.faults += faults
        found.unread |= {_meant(path.partition("/")[0])} if faults else set()
    return found


def _meant(name: str) -> str:
    """Give the sort that a file holds whose name nothing claims: that sort is not whole."""
    return nearest(name, [*COLLECTIONS, *SINGLES, *SERIES]) or name


def _take(found: Sorted, document: Document, name: str, *, is_single: bool) -> None:
    found.faults += document.faults
    if not document.readable:
        found.unread.add(name)
    elif is_single:
        found.singles[name] = document
    elif isinstance(document.data, list):
        found.records[name] += [Written(data, Ref(document.file, (n,))) for n, data in enumerate(document.data)]
    elif document.data is not None:
        folder, _, file = document.file.rpartition("/")
        found.records[name].append(
            Written(document.data, Ref(document.file), file.rpartition(".")[0] if folder else "")
        )


def _unknown(document: Document, stem: str) -> list[tuple[str, Fault]]:
    """Say what an unclaimed file was probably meant to be; what it is not matters more than what stands in it."""
    refused = [(rule, fault) for rule, fault in document.faults if rule == "unreadable-file"]
    if refused or not document.file.lower().endswith((".yaml", ".yml")):
        return refused
    folder, _, name = document.file.rpartition("/")
    if name.lower().endswith(".yml"):
        message, help = "digistrat reads files that end in .yaml", f"rename it to {name[:-4]}.yaml"
    elif folder:
        message, help = "a folder inside a collection's folder is not read", "move this file one folder up"
    elif stem in SERIES:
        message, help = f"{stem} is a folder with a file for each", f"put this into {stem}/, under a name of its own"
    else:
        message = f"nothing in the format is called {stem!r}"
        help = did_you_mean(stem, [*COLLECTIONS, *SINGLES, *SERIES]) or f"name it x-{name} to keep it as your own"
    return [("unknown-file", Fault(Ref(document.file), message, help))]


def _elsewhere(path: str) -> list[tuple[str, Fault]]:
    """Name a file in a folder whose own name is almost that of a collection."""
    folder = path.partition("/")[0]
    meant = did_you_mean(folder, sorted(FOLDERS))
    message = f"no collection is called {folder!r}, so this file is not read"
    return [("unknown-file", Fault(Ref(path), message, meant))] if meant else []
