"""Put the web version together: every page, the style sheet, and the strategy as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined

from digistrat.disk.templates import files_below
from digistrat.model.values.date import day
from digistrat.publish.addresses import address
from digistrat.publish.pages import PAGES
from digistrat.publish.prose import line, prose
from digistrat.publish.twin import twin
from digistrat.publish.words import words_for
from digistrat.score.formats.words import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.answers import Answers
    from digistrat.publish.page import Page

# The pages run nothing and load nothing from anywhere; a style sheet beside them is all.
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def build(answers: Answers) -> Mapping[str, bytes]:
    """Give every file of the web version by its path; the same answers give the same bytes."""
    strategy = answers.strategy
    words = words_for(strategy.manifest.language)
    left_out = set(strategy.manifest.publish.leave_out)
    groups = {name: list(make(answers, words)) for name, make in PAGES.items() if name not in left_out}
    site = files_below("site")
    environment = _environment(site)
    navigation = [(pages[0].title, pages[0].path) for pages in groups.values() if pages]
    shared = {
        "strategy": strategy,
        "strategy_date": day(strategy.as_of).in_words,
        "feedback": _feedback(strategy.manifest.feedback),
        "words": words,
        "navigation": navigation,
        "policy": _POLICY,
        "has_page": {name for name, pages in groups.items() if pages}.__contains__,
        "lost": sorted({one.file for one in answers.report.findings if one.level == "error"}),
    }
    files = {"style.css": site["style.css"], "strategy.json": twin(strategy, left_out)}
    for page in (page for pages in groups.values() for page in pages):
        files[page.path] = _page(environment, page, shared)
    return files


def _feedback(address: str | None) -> str | None:
    """Make a link of an e-mail address or a web address; of nothing else."""
    if not address or address.startswith(("https://", "http://", "mailto:")):
        return address
    return f"mailto:{address}" if "@" in address and ":" not in address else None


def _environment(site: Mapping[str, bytes]) -> Environment:
    sources = {path: content.decode() for path, content in site.items() if path.endswith(".j2")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["address"] = address
    environment.filters.update(prose=prose, line=line, rounded=_rounded)
    return environment


def _rounded(number: Any) -> str:
    """Write a number with at most one decimal and commas between thousands."""
    text = rounded(number)
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else text


def _page(environment: Environment, page: Page, shared: Mapping[str, Any]) -> bytes:
    template = environment.get_template(f"pages/{page.template}.html.j2")
    return template.render(**shared, page=page, root=page.root, **page.data).encode()
