"""The package as people install it: a wheel finds its templates, and the reference pages are fresh."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digistrat.disk import templates
from digistrat.errors import DigistratError
from docs import generate

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


def run(*command: str, **options: str | Path) -> str:
    return subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, text=True, cwd=options.get("cwd", ROOT)
    ).stdout


def test_a_wheel_brings_its_templates(tmp_path: Path) -> None:
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path))
    wheel = next(tmp_path.glob("*.whl"))
    run("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(tmp_path / "there"), str(wheel))
    ask = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'there')!r})\n"
        "from digistrat.disk.templates import files_below, templates_folder\n"
        "print(templates_folder()); print(len(files_below('starters/blank')))"
    )

    folder, number = run("-c", ask, cwd=tmp_path).split()

    assert tmp_path / "there" / "digistrat" / "templates" == Path(folder)
    assert number == "8"


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Let the folder be looked for again, before and after."""
    templates.templates_folder.cache_clear()
    yield
    templates.templates_folder.cache_clear()


@pytest.mark.usefixtures("forgetful")
def test_an_installation_without_templates_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "_OURS", "nowhere.txt")

    with pytest.raises(DigistratError, match="templates are missing"):
        templates.files_below("site")


@pytest.mark.parametrize("name", generate.PAGES)
def test_a_reference_page_is_as_the_code_says(name: str) -> None:
    expected = generate.PAGES[name]()

    assert expected == (ROOT / "docs" / name).read_text(encoding="utf-8"), "run make docs"


def test_the_readme_shows_what_the_program_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    golden = (ROOT / "tests" / "golden" / "expected" / "lint-full.txt").read_text(encoding="utf-8")
    shown = re.findall(r"```\n(warning: .*?)```", readme, re.DOTALL)

    assert len(shown) == 1
    assert shown[0].replace(" commitments.yaml", " faulty/commitments.yaml").strip() in golden


def test_the_readme_shows_the_ranking_of_the_example() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ranking = (ROOT / "tests" / "golden" / "expected" / "score-csv.txt").read_text(encoding="utf-8")
    shown = re.findall(r"^ ?(\d=?)  (\S.*?)  +(\d+)$", readme, re.MULTILINE)

    assert [(row[0], row[2], row[4]) for row in csv.reader(ranking.splitlines()) if row[3] == "in the running"] == shown


def test_links_in_the_documentation_lead_somewhere() -> None:
    pages = [
        ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/strategy-repo/README.md")
    ]
    lost = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
        if not link.startswith("https://") and not (page.parent / link).exists()
    ]

    assert lost == []
