"""The pages as a browser shows them: no fault that axe finds, no sideways scrolling, nothing asked of the network."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish.addresses import page_of
from digistrat.publish.pages import SECTIONS
from digistrat.publish.site import build
from tests.strategies import AS_OF, EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = [*map(page_of, SECTIONS), "services/outpatient-booking.html", "board/evidence.html"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for path, content in build(Answers(load_folder(EXAMPLE, AS_OF))).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


def opened(browser: Browser, path: Path, **options: Any) -> Any:
    """Open a page and note what it asks for and complains about."""
    page: Any = browser.new_page(**options)
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_axe_finds_nothing(site: Path, browser: Browser, path: str, scheme: Any, width: int) -> None:
    # axe has to be put into the page, which the page's own policy forbids.
    page = opened(browser, site / path, color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})

    violations = Axe().run(page).response["violations"]

    page.close()
    assert [] == [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in violations]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_fits_and_asks_for_nothing_but_its_style_sheet(
    site: Path, browser: Browser, path: str, width: int
) -> None:
    page = opened(browser, site / path, viewport={"width": width, "height": 900})

    fits = page.evaluate("document.documentElement.scrollWidth") <= width
    styled = page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")

    page.close()
    assert fits
    assert styled == "rgb(0, 94, 184)"
    assert {(site / path).as_uri(), (site / "style.css").as_uri()} == set(page.asked)
    assert page.said == []


def test_the_keyboard_reaches_the_main_part_first(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "index.html")

    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html#_main")

    page.close()
    assert focused == "Skip to the main part"


A4 = {"width": 680, "height": 1020}  # what the margins leave of it, in CSS pixels


def test_the_checklist_prints_on_two_sides(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "board.html")

    printed = page.pdf(format="A4")

    page.close()
    assert 2 == len(re.findall(rb"/Type\s*/Page\b", printed))


def test_on_paper_the_checklist_has_boxes_to_tick_and_nothing_is_cut(site: Path, browser: Browser) -> None:
    page = opened(browser, site / "board.html", viewport=A4)

    on_screen = page.locator(".box:visible, .write:visible").count()
    page.emulate_media(media="print")
    on_paper = page.locator(".box:visible").count(), page.locator(".write:visible").count()
    cut = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(one => one.clientWidth && !one.matches('.hidden')"
        " && (one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > innerWidth + 1)"
        ").map(one => one.outerHTML.slice(0, 80))"
    )

    page.close()
    assert 0 == on_screen
    assert (30, 21) == on_paper
    assert [] == cut
