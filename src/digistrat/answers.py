"""The only composer: a strategy in, every answer about it out, each worked out once, when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from digistrat.lint.engine import run
from digistrat.score.ranking import rank

if TYPE_CHECKING:
    from digistrat.board.judge import Board
    from digistrat.lint.finding import Report
    from digistrat.model.strategy import Strategy
    from digistrat.score.ranking import Ranking


@dataclass(frozen=True)
class Answers:
    """What can be said of one strategy as of its day."""

    strategy: Strategy

    @cached_property
    def report(self) -> Report:
        """What lint finds, on the rules that the manifest selects."""
        return run(self.strategy)

    @cached_property
    def board(self) -> Board:
        """How the board's ten questions can be answered, and which signs show."""
        from digistrat.board.judge import judge  # noqa: PLC0415  (the ranking does without)

        return judge(self.strategy)

    @cached_property
    def ranking(self) -> Ranking:
        """Which initiatives come first."""
        return rank(self.strategy, self.report)
