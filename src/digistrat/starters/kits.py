"""The kits that `digistrat init` writes: a draft strategy for an organisation's kind, and what a repository needs."""

from __future__ import annotations

from datetime import date, timedelta
from string import Template
from typing import TYPE_CHECKING

from digistrat.describe.schema_files import schema_files
from digistrat.disk.templates import files_below
from digistrat.model.values.date import months_later
from digistrat.read.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = ("nhs-trust", "council", "department", "blank")
_CI = {
    "github": {".github/workflows/strategy.yml": "github-workflow.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
    "none": {},
}
CI = tuple(_CI)
_AROUND = {".gitignore": "gitignore", ".pre-commit-config.yaml": "pre-commit-config.yaml"}
_YEARS = 3
_AHEAD = {
    "in_a_month": 1, "in_three_months": 3, "in_six_months": 6, "in_a_year": 12, "in_two_years": 24,
    "last_month": -1, "last_year": -12,
}  # fmt: skip


def starter(kind: str, organisation: str, as_of: date) -> Mapping[str, bytes]:
    """Give a draft strategy's files by path, for an organisation, from the month of a day on."""
    first = as_of.replace(day=1)
    names = {
        "organisation": scalar(organisation),
        "from": f"{first:%Y-%m}",
        "to": f"{months_later(first, 12 * _YEARS) - timedelta(days=1):%Y-%m}",
        "review": f"{months_later(first, 12):%Y-%m}",
        "today": as_of.isoformat(),
        **{name: f"{months_later(first, months):%Y-%m}" for name, months in _AHEAD.items()},
    }
    files = files_below(f"starters/{kind}")
    return {path: Template(content.decode()).safe_substitute(names).encode() for path, content in files.items()}


def around(ci: str) -> Mapping[str, bytes]:
    """Give what stands around a strategy: what git leaves out, checks before and after a commit, editors' schemas."""
    files = files_below("repository")
    ours = {path: files[name] for path, name in {**_AROUND, **_CI[ci]}.items()}
    return {**ours, **{path: text.encode() for path, text in schema_files().items()}}
