"""Write the reference pages: rules from their docstrings, keys from the models, commands from their own help."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from digistrat.cli.app import app
from digistrat.cli.console import guarded
from digistrat.describe.meanings import meanings
from digistrat.describe.schema import SHARED_VALUES, required_keys
from digistrat.disk.templates import files_below
from digistrat.lint.manual import as_markdown
from digistrat.lint.rules import RULES
from digistrat.model.part import Part, written_keys
from digistrat.model.shelf import COLLECTIONS, SERIES, SINGLES
from digistrat.model.values.deadline import AFTER
from digistrat.model.values.link import To
from digistrat.read.document import read_document
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
GENERATED = "<!-- Written by docs/generate.py (make docs): change the code, not this page. -->\n"


def rules() -> str:
    """Write the rule reference."""
    text = [GENERATED, "# What lint finds\n", "`digistrat explain RULE` says the same in a terminal.\n"]
    topic = ""
    for rule in RULES:
        if rule.topic != topic:
            topic = rule.topic
            text.append(f"## {topic.capitalize()}\n")
        text += [f"### {rule.name}\n", as_markdown(rule)]
    return "\n".join(text)


def keys() -> str:
    """Write the reference of every file and key that this version reads."""
    text = [GENERATED, "# The files and their keys\n"]
    text.append(
        "Only `strategy.yaml` and `mission.yaml` have to be there. A collection is one file (`services.yaml`, a list) or a "
        "folder (`services/`, a file a record), or both. `digistrat add KIND` writes the beginning of a record, and "
        "`digistrat schema` gives all of this to an editor.\n"
    )
    text += ["## What values look like\n", "| value | how it is written |", "| --- | --- |", *_values(), ""]
    for name, kind in SINGLES.items():
        text += _kind(f"{name}.yaml", kind.load_single())
    for name, kind in COLLECTIONS.items():
        text += _kind(name, kind.load())
    for name, kind in SERIES.items():
        text += _kind(f"{name}/NAME.yaml", kind.load_single())
    return "\n".join(text)


def _values() -> list[str]:
    return [f"| {name} | {said} |" for name, said in SHARED_VALUES.items()]


def _kind(title: str, part: type[Part]) -> list[str]:
    return [f"## {title}\n", f"{part.__doc__}\n", *_table(part, ""), ""]


def _table(part: type[Part], prefix: str) -> list[str]:
    rows = ["| key | what it is | what it takes | for example |", "| --- | --- | --- | --- |"] if not prefix else []
    said, required = meanings(part), required_keys(part)
    for key, name in written_keys(part).items():
        field = part.model_fields[name]
        inner = next(_parts(field.annotation), None)
        example = f"`{said[key].example}`".replace("|", "\\|") if said[key].example else ""
        needed = " (required)" if key in required else ""
        rows.append(
            f"| `{prefix}{key}`{needed} | {said[key].says} | {_said(field.annotation, field.metadata)} | {example} |"
        )
        if inner and not _is_shared(inner):
            rows += _table(inner, f"{prefix}{key}.")
    return rows


def _is_shared(part: type[Part]) -> bool:
    """Tell whether a part is a value type, which is described where it is used rather than taken apart."""
    return part.__module__.startswith("digistrat.model.values")


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _said(annotation: Any, metadata: list[Any]) -> str:
    """Say what a key takes, in the words of the format."""
    link = next((mark for mark in metadata if isinstance(mark, To)), None)
    if link:
        return f"an id of {link.collection}" if link.also != AFTER else "a date, or `{after: id, months: 6}`"
    origin = get_origin(annotation)
    if origin is Annotated:
        return _said(get_args(annotation)[0], list(annotation.__metadata__))
    inside = [inner for inner in get_args(annotation) if inner is not NoneType]
    if origin in {Union, UnionType}:
        return " or ".join(_said(inner, []) for inner in inside)
    if origin is tuple:
        return f"{_said(inside[0], [])}, one or several"
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in inside)
    return "a map" if origin is dict else _said_of_class(annotation)


def _said_of_class(annotation: Any) -> str:
    if not issubclass(annotation, Part):
        return _WORDS.get(annotation.__name__, "a text")
    if _is_shared(annotation):
        return f"a text, or `{{{', '.join(written_keys(annotation))}}}`"
    return "keys of its own, below"


_WORDS = {
    "Date": "a date",
    "After": "`{after: id, months: 6}`",
    "Period": "a period",
    "Duration": "a duration",
    "Quantity": "an amount",
    "Decimal": "a number",
    "int": "a whole number",
    "bool": "`true` or `false`",
    "Available": "a number, or a map of period to number",
    "Score": "points by criterion",
}


def commands() -> str:
    """Write every command's own help."""
    os.environ.update(COLUMNS="100", TERMINAL_WIDTH="100")
    text = [GENERATED, "# Commands\n"]
    names = [command.name for command in app.registered_commands if command.name]
    for name in names:
        text += [f"## digistrat {name}\n", f"```\n{_help(name)}```\n"]
    return "\n".join(text)


def _help(name: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        guarded([name, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


_PROSE = 25  # characters: a shorter text two people may well write alike


def starter_texts() -> str:
    """Write the list of sentences that the starters bring, by which lint knows text that nobody has changed."""
    files = [(path, text) for path, text in files_below("starters").items() if path.endswith(".yaml")]
    texts = {one_line(text) for path, content in files for text in _texts(read_document(path, content).data)}
    return "".join(f"{text}\n" for text in sorted(texts) if len(text) >= _PROSE and " " in text and "$" not in text)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)


PAGES = {"../templates/starter-texts.txt": starter_texts, "rules.md": rules, "format.md": keys, "commands.md": commands}


def main() -> None:
    """Write every generated page."""
    for name, write in PAGES.items():
        (HERE / name).write_text(write(), encoding="utf-8", newline="\n")
        sys.stderr.write(f"docs/{name}\n")


if __name__ == "__main__":
    main()
