"""What several people scored: each one's points into their own entry, in the place of one session's only all together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digistrat.exchange.edits import Edit, NoPlaceError, cell_edits, cells, folded, points_of, role
from digistrat.wording import in_words, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.exchange.rows import Taken
    from digistrat.model.strategy import Strategy
    from digistrat.read.yaml_text import Plain

_SEVERAL = 2  # roles: with fewer there is nothing to compare
_SESSION = "was scored in one session"


def roles_of(strategy: Strategy) -> tuple[str, ...]:
    """Give the roles that score, each once, in the order of scoring.yaml; none where fewer than two are named."""
    session = strategy.scoring.session if strategy.scoring else None
    roles = tuple({folded(one): one for one in session.roles}.values()) if session else ()
    return roles if len(roles) >= _SEVERAL else ()


def entries(rows: Sequence[Taken]) -> list[Plain]:
    """Write the points of each scorer as `{by, scores}`, in the order of the rows."""
    return [{"by": one.by, "scores": cells(points_of(one))} for one in rows]


def scorer_edits(rows: Sequence[Taken], written: Any, roles: Sequence[str]) -> list[Edit]:
    """Give the changes of one record's scores, from rows with points in them; raises NoPlaceError.

    The scores of one session give way only where each role of the session has scored, and nothing that the session
    scored is left without points.
    """
    if not written:
        return [Edit(("scores",), entries(rows), "scores")]
    if is_by_scorer(written):
        return [edit for one in rows for edit in _of_one(one, written)]
    if not isinstance(written, dict):
        raise NoPlaceError("its scores are not written as they should be; `digistrat lint` says why")
    _check_whole(rows, written, roles)
    return [Edit(("scores",), entries(rows), "scores", written)]


def is_by_scorer(written: Any) -> bool:
    """Tell whether scores say who gave them."""
    some = written if isinstance(written, list) else [written]
    return bool(written) and all(isinstance(one, dict) and "by" in one for one in some)


def _check_whole(rows: Sequence[Taken], written: dict[str, Any], roles: Sequence[str]) -> None:
    if not roles:
        raise NoPlaceError(f"it {_SESSION}; name the roles that score in scoring.yaml first, under 'session: roles'")
    here = {folded(one.by) for one in rows if any("score" in points for points in points_of(one).values())}
    lacking = [one for one in roles if folded(one) not in here]
    if lacking:
        have = "has not" if len(lacking) == 1 else "have not"
        raise NoPlaceError(
            f"it {_SESSION}, and only all its roles together replace that: {in_words(lacking)} {have} scored it here"
        )
    scored = {name for one in rows for name, points in points_of(one).items() if "score" in points}
    lost = [name for name, old in written.items() if old is not None and name not in scored]
    if lost:
        raise NoPlaceError(f"it {_SESSION}, and nobody gives points for {quoted(lost)} here, which the session has")


def _of_one(taken: Taken, written: Any) -> Iterator[Edit]:
    """Give the changes in a scorer's own entry; a new one goes to the end of the list."""
    scored = points_of(taken)
    for index, one in enumerate(written if isinstance(written, list) else [written]):
        if folded(role(one["by"])) == folded(taken.by):
            inside = one.get("scores")
            if inside:
                yield from cell_edits(scored, ("scores", index, "scores"), inside)
            else:
                yield Edit(("scores", index, "scores"), cells(scored), f"scores of {taken.by}")
            return
    yield Edit(("scores",), entries([taken])[0], f"scores of {taken.by}", is_item=True)
