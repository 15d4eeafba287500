"""Rules about files: can every one be read, and was it meant to be?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Fault


def unreadable_file(strategy: Strategy) -> Iterable[Fault]:
    """A file that cannot be read: not UTF-8, no regular file, no permission, or a link that leads elsewhere.

    Why: what cannot be read cannot be checked, and nobody notices what is missing.

    Bad:
        # decisions.yaml saved as cp1252  # <-
        - id: open-first
          title: Open first – closed only with a reason

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first – closed only with a reason
    """
    return strategy.faults.get("unreadable-file", ())


def invalid_yaml(strategy: Strategy) -> Iterable[Fault]:
    """A file that is not YAML, or holds characters that look like white space and are not.

    Why: nothing behind the first mistake in a file can be read, so the whole file is left out.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Open first: closed only with a reason  # <-

    Good:
        # decisions.yaml
        - id: open-first
          title: "Open first: closed only with a reason"
    """
    return strategy.faults.get("invalid-yaml", ())


def unsupported_yaml(strategy: Strategy) -> Iterable[Fault]:
    """YAML that the format does not have: tags, anchors, aliases, merge keys, two documents, keys that are no words.

    Why: they hide where a value comes from, and a reader who knows Excel and not YAML has to be able to read it.

    Bad:
        # decisions.yaml
        - id: open-first
          title: &name Open first  # <-

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    return strategy.faults.get("unsupported-yaml", ())


def oversized_yaml(strategy: Strategy) -> Iterable[Fault]:
    """More than one strategy may hold: a large file, a long text, deep nesting, too many values or files.

    Why: limits keep every command quick, on a stranger's files too.

    Bad:
        # decisions.yaml
        - id: open-first
          title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Open first]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]  # <-

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    return strategy.faults.get("oversized-yaml", ())


def duplicate_key(strategy: Strategy) -> Iterable[Fault]:
    """A key that is written twice in one map.

    Why: most programs take the second without a word; the first is lost, and so is what it promised.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Open first
          title: Closed last  # <-

    Good:
          statement: Closed last
    """
    return strategy.faults.get("duplicate-key", ())


def cut_value(strategy: Strategy) -> Iterable[Fault]:
    """A text that ends sooner than it was written: at a comma inside braces, or at an unquoted `#`.

    Why: YAML takes the rest for something else, and the page shows half a sentence.

    Bad:
        # decisions.yaml
        - id: open-first
          title: Rule #1 is to be open  # <-

    Good:
        # decisions.yaml
        - id: open-first
          title: "Rule #1 is to be open"
    """
    return strategy.faults.get("cut-value", ())


def missing_file(strategy: Strategy) -> Iterable[Fault]:
    """A strategy without its mission.yaml.

    Why: a strategy that does not say what it is for cannot be judged by anybody.

    Bad:
        # mission.yaml missing  # <-

    Good:
        # mission.yaml
        mission: Nobody waits for care because a message did
        context: Two hospitals and 400,000 people
        case_for_change: Four letters in ten come too late
        outcomes: {id: less-waiting, title: People wait less, supports: Timely care, measures: letters-sent}
    """
    return strategy.faults.get("missing-file", ())


def newer_format(strategy: Strategy) -> Iterable[Fault]:
    """A strategy in a format that only a newer digistrat reads.

    Why: an older program would misread it, so nothing else is said about it.

    Bad:
        # strategy.yaml
        format: 2  # <-
        title: Digital strategy

    Good:
        format: 1
        organisation: {name: Example Trust}
        period: {from: 2026-04, to: 2029-03}
        owner: Trust board
        next_review: 2027-03
        out_of_scope: {what: A new patient record, why: The present contract runs to 2030}
    """
    return strategy.faults.get("newer-format", ())


def unknown_file(strategy: Strategy) -> Iterable[Fault]:
    """A YAML file that belongs to no part of the format.

    Why: it looks as if it counted, and nothing reads it. A name that begins with `x-` is yours to keep.

    Bad:
        # desicions.yaml  # <-
        - id: open-first
          title: Open first

    Good:
        # decisions.yaml
        - id: open-first
          title: Open first
    """
    return strategy.faults.get("unknown-file", ())
