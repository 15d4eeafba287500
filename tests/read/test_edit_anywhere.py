"""Edits of any data, written in any way: what was asked changes, and no comment is lost."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from digistrat.read.document import read_document
from digistrat.read.edit import append, append_text, remove, rename_key, set_value
from digistrat.read.events import FASTEST, PythonEvents
from digistrat.read.yaml_text import as_yaml
from tests.read.scribe import Scribe

if TYPE_CHECKING:
    from random import Random

ODD = [
    "", "null", "~", "a: b", "a:", "- a", "#a", "a #b", "---", "...", "{a}", "[a]", "a, b", "'a'", '"', "a\\b", "%a", "@",
    "a ", "\ta", "é", "😀 x", "? a", "?", "!a", "&a", "*a", "|", ">", "=", "<<", "yes", "1,200", "£3", "a::b", "-", "-1",
    ":a", "a?", "http://a.b/c?d=e#f", "a\nb", "a\nb\n", "a\n\n  b\n", " a\nb", "a\rb", "a\n\n", "\n", "\u200ea", "a\u00a0b",
]  # fmt: skip
WORDS = st.lists(st.sampled_from(["one", "two", "três", "😀", "2027-03", "a-b", "it's"]), min_size=1, max_size=6).map(
    " ".join
)
TEXTS = st.one_of(WORDS, st.sampled_from(ODD), st.text(st.sampled_from("ab é😀:#-,'\"[]{}?\\\n\t&!"), max_size=8))
KEYS = st.one_of(st.sampled_from(["id", "title", "due", "note", "owner", "scores"]), TEXTS.filter(str.strip))
DATA = st.recursive(
    st.one_of(TEXTS, TEXTS, st.none()),
    lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(KEYS, below, max_size=4)),
    max_leaves=12,
)
FILES = st.one_of(
    st.dictionaries(KEYS, DATA, max_size=5), st.lists(st.dictionaries(KEYS, DATA, max_size=4), max_size=4)
)


def places(data: Any, keys: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [keys, *(place for key, value in inside for place in places(value, (*keys, key)))]


def at(data: Any, keys: tuple[Any, ...]) -> Any:
    for key in keys:
        data = data[key]
    return data


class _Asked:
    """An edit that was asked for, and what is to come of it."""

    def __init__(self, random: Random, data: Any, new: Any, name: str = "new, key") -> None:
        self.random, self.new, self.name = random, new, name
        self.expected = deepcopy(data)
        self.gone: tuple[Any, ...] | None = None  # comments here may go
        self.gone_inside: tuple[Any, ...] | None = None  # comments further in than this may go
        self.keys = random.choice(places(data))
        self.old = at(data, self.keys)
        self.holder = at(self.expected, self.keys[:-1])
        self.key = self.keys[-1] if self.keys else None

    def put(self, value: Any) -> None:
        if self.keys:
            self.holder[self.key] = value
        else:
            self.expected = value

    def edit(self, text: str, parser: Any) -> str:
        kinds = [self.set_new, self.append, self.append_text]
        if self.keys:
            kinds += [self.set, self.remove, self.rename]
        kind = self.random.choice(kinds)
        note(f"{kind.__name__} {self.keys} {self.new!r}")
        return kind(text, parser)

    def set(self, text: str, parser: Any) -> str:
        self.put(self.new)
        self.gone_inside = self.keys
        return set_value(text, self.keys, self.new, parser)

    def set_new(self, text: str, parser: Any) -> str:
        if not isinstance(self.old, dict | None):
            return self.set(text, parser) if self.keys else text
        self.put({**(self.old or {}), f"{self.name}: x": {"b": self.new}})
        return set_value(text, (*self.keys, f"{self.name}: x", "b"), self.new, parser)

    def append(self, text: str, parser: Any) -> str:
        if not self.listed(self.new):
            return text
        return append(text, self.keys, self.new, parser)

    def listed(self, new: Any) -> bool:
        if not self.keys and isinstance(self.old, dict):
            return False
        self.put([*self.old, new] if isinstance(self.old, list) else [new] if self.old is None else [self.old, new])
        return True

    def append_text(self, text: str, parser: Any) -> str:
        new = {"id": "x", "lines": self.new}
        if "[" in text or "{" in text or not self.listed(new):
            return text
        lines = as_yaml(new).replace("id:", "# first\nid:", 1) + "# last\n"
        done = append_text(text, self.keys, lines, parser)
        assert "# first" in done
        assert "# last" in done
        return done

    def remove(self, text: str, parser: Any) -> str:
        del self.holder[self.key]
        if (
            len(self.keys) == 1
            and not self.holder
            and not re.search(r"^\ufeff?(---\s+)?[\[{]", text.replace("\r", "\n"), re.MULTILINE)
        ):
            self.expected = None
        self.gone = self.keys
        return remove(text, self.keys, parser)

    def rename(self, text: str, parser: Any) -> str:
        if not isinstance(self.holder, dict):
            return text
        entries = [(self.name if key == self.key else key, value) for key, value in self.holder.items()]
        self.holder.clear()
        self.holder.update(entries)
        return rename_key(text, self.keys, self.name, parser)

    def may_go(self, keys: tuple[Any, ...]) -> bool:
        for gone, width in ((self.gone, 0), (self.gone_inside, 1)):
            if gone is not None and keys[: len(gone)] == gone and len(keys) >= len(gone) + width:
                return True
        return False


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(FILES, DATA, st.randoms(use_true_random=False), st.sampled_from([FASTEST, PythonEvents]))
def test_an_edit_changes_what_was_asked_and_keeps_every_comment(
    data: Any, new: Any, random: Random, parser: Any
) -> None:
    scribe = Scribe(random)
    text = scribe.document(data)
    data = read_document("", text.encode()).data
    note(text)

    asked = _Asked(random, data, new)
    done = asked.edit(text, parser)

    note(done)
    found = read_document("", done.encode())
    assert (json.dumps(asked.expected), ()) == (json.dumps(found.data), found.faults)
    assert [] == [one for one, keys in scribe.comments.items() if one not in done and not asked.may_go(keys)]


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(FILES, st.lists(DATA, max_size=6), st.randoms(use_true_random=False))
def test_edits_can_follow_each_other(data: Any, news: list[Any], random: Random) -> None:
    text = as_yaml(data)
    for number, new in enumerate(news):
        asked = _Asked(random, data, new, f"new, {number}")
        text = asked.edit(text, FASTEST)
        data = read_document("", text.encode()).data

        assert json.dumps(asked.expected) == json.dumps(data)
