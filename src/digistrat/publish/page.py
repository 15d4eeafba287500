"""What a page is: where it stands, what it is called, and what its template shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the web version. `path` is relative to the site, `data` is what its template may show."""

    path: str
    title: str
    template: str
    data: Mapping[str, Any]
    crumbs: tuple[tuple[str, str], ...] = field(default=())  # the way here: title and path of each page above

    @property
    def root(self) -> str:
        """Lead back to the site's first folder: empty, or `../` for each folder down."""
        return "../" * self.path.count("/")
