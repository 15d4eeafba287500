"""Addresses that last: links to older ids still arrive, and tags lead to all that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish import markdown, site
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "services.yaml": "- {id: results, was: [letters, post], name: Results, tags: [Waiting, post]}\n- {id: post, name: Post}\n",
    "users.yaml": "- id: patients\n  was: people\n  name: Patients\n  needs: {id: know, was: hear, need: Know it}\n",
    "risks.yaml": "- {id: outage, was: down, title: Outage, tags: waiting}\n",
    "research.yaml": "- {id: shadowing, was: watching, title: A day on the ward}\n",
}


def pages(folder: Path) -> dict[str, str]:
    built = site.build(Answers(load_folder(write(folder, FILES), AS_OF)))
    return {path: content.decode() for path, content in built.items()}


def test_a_page_at_an_older_address_leads_to_the_new_one(tmp_path: Path) -> None:
    built = pages(tmp_path)

    assert 'http-equiv="refresh" content="0; url=results.html"' in built["services/letters.html"]
    assert 'This page is now called <a href="../services/results.html">Results</a>.' in built["services/letters.html"]
    assert "refresh" not in built["services/post.html"]  # another service has that id now


def test_a_place_on_a_page_keeps_its_older_names(tmp_path: Path) -> None:
    built = pages(tmp_path)

    assert '<span id="down"></span>' in built["risks.html"]
    assert '<span id="people"></span>' in built["users.html"]
    assert '<span id="people/hear"></span>' in built["users.html"]
    assert '<span id="research/watching"></span>' in built["users.html"]


def test_the_one_file_keeps_older_names_too(tmp_path: Path) -> None:
    text = markdown.build(Answers(load_folder(write(tmp_path, FILES), AS_OF))).decode()

    assert '<a id="services_results"></a><a id="services_letters"></a>' in text
    assert '<a id="needs_patients_hear"></a>' in text
    assert "This page is now called" not in text


def test_what_is_tagged_alike_stands_together(tmp_path: Path) -> None:
    built = pages(tmp_path)

    topics = built["topics.html"]
    assert topics.index('id="post"') < topics.index('id="waiting"')
    waiting = topics[topics.index('id="waiting"') :]
    assert ("services/results.html" in waiting, "risks.html#outage" in waiting, "Waiting" in waiting) == (True,) * 3
    assert 'href="../topics.html#waiting"' in built["services/results.html"]
    assert 'href="topics.html#waiting">waiting</a>' in built["risks.html"]


def test_without_tags_there_are_no_topics(tmp_path: Path) -> None:
    built = site.build(Answers(load_folder(write(tmp_path, {}), AS_OF)))

    assert "topics.html" not in built
