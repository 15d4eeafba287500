"""New records for `digistrat add`: where each goes, and its text with the keys of a good one as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

from digistrat.describe.meanings import meanings
from digistrat.describe.schema import schema_text
from digistrat.describe.schema_files import schema_line, schema_path
from digistrat.errors import DigistratError, UsageError
from digistrat.frameworks.library import find
from digistrat.model.shelf import BUILT_IN_FRAMEWORKS, COLLECTIONS, HELD, SERIES, SINGLES, claim
from digistrat.model.values.text import is_id, parse_id, slug
from digistrat.read.document import read_document
from digistrat.read.edit import append, append_text
from digistrat.read.yaml_text import EditError, scalar
from digistrat.starters.offers import commented
from digistrat.wording import did_you_mean, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.framework import Framework
    from digistrat.model.part import Placed
    from digistrat.model.record import Record
    from digistrat.model.strategy import Strategy
    from digistrat.read.document import Document
    from digistrat.read.fault import Key

KINDS = (*COLLECTIONS, *HELD, *SINGLES, "alignment", "frameworks")  # exchange/ waits for import


class Wanted(NamedTuple):
    """What somebody asked for; `id` and `within` may be empty."""

    kind: str
    title: str
    id: str = ""
    within: str = ""  # the user group that a need belongs to


class Addition(NamedTuple):
    """A change to one file: its new text, the text it had (None where there was no file), and what was added."""

    path: str
    text: str
    before: str | None
    added: str


def addition(strategy: Strategy, wanted: Wanted) -> Addition:
    """Say what to write, and where; raises UsageError where that cannot be, and EditError where the file is odd."""
    if wanted.kind in SINGLES:
        return _single(strategy, wanted)
    if wanted.kind in SERIES:
        return _one_of_a_series(strategy, wanted)
    if wanted.kind in HELD:
        return _held(strategy, wanted)
    return _record(strategy, wanted)


def _record(strategy: Strategy, wanted: Wanted) -> Addition:
    """Put a record into its collection's folder where there is one, else at the end of its list."""
    kind = wanted.kind
    model = COLLECTIONS[kind].load()
    id = _free_id(strategy, kind, wanted, model)
    lines = _lines(strategy, model, id, wanted.title)
    stem = f"a-{id}" if id.startswith("x-") else id  # names that begin with x- are the writer's own
    one, file = f"{kind}/{stem}.yaml", f"{kind}.yaml"
    in_a_folder = any(path.startswith(f"{kind}/") for path in strategy.documents)
    written = _document(strategy, file)
    if in_a_folder or (written and _holds_one_record(strategy, file)):
        return Addition(one, f"{schema_line(kind, 1)}\n{lines}", None, f"{kind}/{id}")
    if written:
        return Addition(file, _appended(file, written.text, (), lines), written.text, f"{kind}/{id}")
    return Addition(file, _appended(file, f"{schema_line(kind)}\n", (), lines), None, f"{kind}/{id}")


def _appended(file: str, text: str, keys: tuple[Key, ...], lines: str) -> str:
    """Add a record at the end of a list; in a list in brackets without its comments, for which there is no room."""
    record = read_document(file, lines.encode()).data
    try:
        try:
            return append_text(text, keys, lines)
        except EditError:
            if record is None:
                raise
            return append(text, keys, record)
    except EditError as error:
        raise EditError(f"{file}: {error.message}", error.hint) from error


def _document(strategy: Strategy, file: str) -> Document | None:
    """Give a file as it was read, or None; raises DigistratError where it is there and cannot be read."""
    document = strategy.documents.get(file)
    if document and not document.readable:
        fault = document.faults[0][1]
        raise DigistratError(f"{file}: {fault.message}", fault.help)
    return document


def _holds_one_record(strategy: Strategy, file: str) -> bool:
    return any(record.at().file == file and not record.at().keys for record in strategy.records())


def _held(strategy: Strategy, wanted: Wanted) -> Addition:
    """Put a record into the file or record that such records stand in: outcomes into mission.yaml, needs to users."""
    from digistrat.model.kinds.mission import Journey, Outcome  # noqa: PLC0415  (only where one is added)
    from digistrat.model.kinds.user import Need  # noqa: PLC0415

    models: dict[str, type[Record]] = {"outcomes": Outcome, "journeys": Journey, "needs": Need}
    model = models[wanted.kind]
    holder: Placed | None = strategy.mission
    taken = set(strategy.declared.get(wanted.kind, ()))
    if wanted.kind == "needs":
        holder, taken = _user(strategy, wanted.within)
    if holder is None:
        raise UsageError(f"{wanted.kind} stand in mission.yaml, which is not there", "digistrat add mission")
    id = _id_besides(taken, wanted, model)
    at = holder.at(HELD[wanted.kind][1])
    document = _document(strategy, at.file)
    text = document.text if document else ""
    lines = _lines(strategy, model, id, wanted.title)
    return Addition(at.file, _appended(at.file, text, at.keys, lines), text, f"{wanted.kind}/{id}")


def _user(strategy: Strategy, named: str) -> tuple[Placed, set[str]]:
    """Find the user group that a need is for, and the ids its needs have."""
    if not named and len(strategy.users) == 1:
        named = next(iter(strategy.users))
    user = strategy.find("users", named)
    if user is None:
        known = ", ".join(list(strategy.users)[:8]) or "none yet: digistrat add user"
        said = f"there is no user group {named!r}" if named else "a need belongs to a user group"
        raise UsageError(said, f"name it with --to: {known}")
    return user, {need.id for need in user.needs}


def _free_id(strategy: Strategy, kind: str, wanted: Wanted, model: type[Record]) -> str:
    taken = {*strategy.declared.get(kind, ()), *strategy.renamed.get(kind, ())}
    return _id_besides(taken, wanted, model)


def _id_besides(taken: set[str], wanted: Wanted, model: type[Record]) -> str:
    """Give the id that was asked for, or one made of the title; raises UsageError where it is taken or none."""
    asked = _checked(wanted.id) if wanted.id else slug(wanted.title)
    if asked and is_id(asked):
        if asked in taken:
            raise UsageError(
                f"{wanted.kind} has {asked!r} already", "give another title, or an id of its own with --id"
            )
        return asked
    new = f"new-{model.__name__.lower()}"
    return next(id for id in (new, *(f"{new}-{number}" for number in range(2, len(taken) + 3))) if id not in taken)


def _lines(strategy: Strategy, model: type[Record], id: str, title: str) -> str:
    """Write a record: its id and name, then what a good one says besides, as comments to take the `#` from."""
    said = meanings(model)
    name = title or f"Say here: {said[model.named_by].says.rstrip('.')}"
    first = f"id: {scalar(id)}\n{model.named_by}: {scalar(name)}\n"
    return first + commented(strategy, model)


def _single(strategy: Strategy, wanted: Wanted) -> Addition:
    """Write a file of its own with everything a good one says as comments."""
    path = f"{wanted.kind}.yaml"
    if path in strategy.documents:
        raise UsageError(f"{path} is there already", "open it in any editor")
    if wanted.title:
        raise UsageError(f"{path} has no title", f"digistrat add {wanted.kind}")
    model = SINGLES[wanted.kind].load_single()
    said = meanings(model)
    needed = "".join(f"# {said[key].says}\n{key}: {said[key].example}\n" for key in model.required)
    return Addition(path, f"{schema_line(wanted.kind)}\n{needed}{commented(strategy, model)}", None, path)


def _fit(id: str) -> str:
    """Check an id that becomes a file's name of its own; raises UsageError."""
    if id.startswith("x-"):
        raise UsageError(f"names that begin with 'x-' are the writer's own: {id!r}", "name it otherwise with --id")
    return _checked(id)


def _checked(id: str) -> str:
    """Check the form of an id; raises UsageError."""
    try:
        return parse_id(id)
    except PydanticCustomError as error:
        said = error.context or {}
        raise UsageError(said["message"], said["help"]) from error


def _one_of_a_series(strategy: Strategy, wanted: Wanted) -> Addition:
    """Write a file of a folder of its own, named after what it is about."""
    if not (wanted.id or slug(wanted.title)):
        raise UsageError(f"a file in {wanted.kind}/ needs a name", f"digistrat add {wanted.kind} NAME")
    name = _fit(wanted.id or slug(wanted.title))
    if wanted.kind == "frameworks" and name in BUILT_IN_FRAMEWORKS:
        raise UsageError(f"{name!r} comes with digistrat", f"answer it with: digistrat add alignment {name}")
    framework = find(strategy, name) if wanted.kind == "alignment" else None
    if wanted.kind == "alignment" and not framework:
        known = sorted({*BUILT_IN_FRAMEWORKS, *strategy.own_frameworks})
        raise UsageError(
            f"there is no framework {name!r}", did_you_mean(name, known) or f"take {in_words(known, 'or')}"
        )
    path = f"{wanted.kind}/{name}.yaml"
    if path in strategy.documents:
        raise UsageError(f"{path} is there already", "open it in any editor")
    model = SERIES[wanted.kind].load_single()
    first = schema_line(wanted.kind, 1)
    if framework:
        return Addition(path, f"{first}\nframework: {name}\n{_responses(framework)}", None, path)
    titled = f"title: {scalar(wanted.title)}\n" if "title" in model.model_fields else ""
    return Addition(path, f"{first}\n{titled}{commented(strategy, model)}", None, path)


def _responses(framework: Framework) -> str:
    """Write an answer to fill in for every item of a framework."""
    text = "# met, partly, planned, not-met or not-applicable (with a reason); without a status it is no answer.\nresponses:\n"
    for item in framework.items:
        asks = "".join(f"  # {part}\n" for part in (item.title, item.asks) if part)
        text += f"{asks}  - item: {item.id}\n    # status: planned\n    # response: What we do about it\n"
    return text


def schema_beside(made: Addition) -> Mapping[str, bytes]:
    """Give the schema that a new file's first line names, by its path."""
    kind = claim(made.path)[1].partition("/")[0]
    return {schema_path(kind): schema_text(kind).encode()}


def line_of(addition: Addition) -> int:
    """Give the line, from 1, at which what was added begins."""
    old = (addition.before or "").splitlines()
    new = addition.text.splitlines()
    first = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return next((n for n, line in enumerate(new[first:], first + 1) if line.strip()), first + 1)
