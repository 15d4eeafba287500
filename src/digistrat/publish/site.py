"""Put the web version together: every page, the style sheet, and the strategy as data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined

from digistrat.disk.templates import files_below
from digistrat.model.values.date import day
from digistrat.publish.addresses import address, anchor, page_of, section_of
from digistrat.publish.amounts import money
from digistrat.publish.dates import in_words
from digistrat.publish.joins import Joins
from digistrat.publish.pages import SECTIONS
from digistrat.publish.prose import label, line, prose
from digistrat.publish.twin import twin
from digistrat.publish.words import Words, as_key, fill, language_of, words_for
from digistrat.wording import clean, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.answers import Answers
    from digistrat.model.strategy import Strategy
    from digistrat.publish.page import Page

# The pages run nothing and load nothing from anywhere; a style sheet beside them is all.
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def build(answers: Answers) -> Mapping[str, bytes]:
    """Give every file of the web version by its path; the same answers give the same bytes."""
    strategy = answers.strategy
    words = words_for(strategy.manifest.language)
    unwanted = set(strategy.manifest.publish.leave_out) - {"home"}  # there is always a first page
    groups = {name: list(one.build(answers, words)) for name, one in SECTIONS.items() if name not in unwanted}
    hidden = {shown for name in unwanted & set(SECTIONS) for shown in SECTIONS[name].shows}
    site = files_below("site")
    environment = _environment(site, words, strategy.manifest.currency)
    first = {name: (pages[0].title, pages[0].path) for name, pages in groups.items() if pages}
    shared = {
        "strategy": strategy,
        "strategy_date": in_words(words, day(strategy.as_of)),
        "feedback": _feedback(strategy.manifest.feedback),
        "words": words,
        "language": language_of(words, strategy.manifest.language),
        "navigation": [page for name, page in first.items() if not SECTIONS[name].deep],
        "all_pages": list(first.values()),
        "policy": _POLICY,
        "has_page": first.__contains__,
        "joins": Joins(strategy, words, first.__contains__),
        "lost": left_out(strategy),
    }
    files = {"style.css": site["style.css"], "strategy.json": twin(strategy, unwanted | hidden)}
    for page in (page for pages in groups.values() for page in pages):
        files[page.path] = _page(environment, page, shared)
    return files


_NOTHING_LOST = frozenset({"unknown-file", "missing-file"})


def left_out(strategy: Strategy) -> list[str]:
    """Name the files of which something could not be read, and is missing from the pages."""
    found = {fault.at.file for rule, faults in strategy.faults.items() if rule not in _NOTHING_LOST for fault in faults}
    return sorted(found)


def _feedback(address: str | None) -> str | None:
    """Make a link of an e-mail address or a web address; of nothing else."""
    if not address or address.startswith(("https://", "http://", "mailto:")):
        return address
    return f"mailto:{address}" if "@" in address and ":" not in address else None


def _environment(site: Mapping[str, bytes], words: Words, currency: str) -> Environment:
    sources = {path: content.decode() for path, content in site.items() if path.endswith(".j2")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(address=address, anchor=anchor, page_of=page_of, section_of=section_of)
    environment.filters.update(prose=prose, line=line, label=label, rounded=partial(rounded, grouped=True))
    environment.filters.update(in_words=partial(in_words, words), fill=fill, as_key=as_key)
    environment.filters["money"] = partial(money, currency)
    return environment


def _page(environment: Environment, page: Page, shared: Mapping[str, Any]) -> bytes:
    template = environment.get_template(f"pages/{page.template}.html.j2")
    text = template.render(**shared, page=page, root=page.root, **page.data)
    return clean(text).encode()
