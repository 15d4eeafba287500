"""The only composer: a strategy in, every answer about it out, each worked out once, when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from digistrat.lint.engine import run
from digistrat.score.ranking import rank

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.board.judge import Board
    from digistrat.lint.finding import Report
    from digistrat.model.strategy import Strategy
    from digistrat.plan.accepted import Accepted
    from digistrat.plan.report import Report as PlanReport
    from digistrat.plan.report import Wishes
    from digistrat.score.agreement import Agreement
    from digistrat.score.ranking import Ranking
    from digistrat.score.robustness import Robustness


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

    @cached_property
    def robustness(self) -> Robustness | None:
        """How sure the first places are; None where nothing is ranked."""
        from digistrat.score.robustness import robustness  # noqa: PLC0415  (most commands do without)

        return robustness(self.ranking)

    @cached_property
    def agreement(self) -> Agreement:
        """Whether those who scored agree."""
        from digistrat.score.agreement import agreement  # noqa: PLC0415  (most commands do without)

        return agreement(self.ranking)

    @cached_property
    def scores(self) -> Mapping[str, Fraction]:
        """What a plan goes by: the score of each initiative that has one."""
        from digistrat.plan.scores import scores_of  # noqa: PLC0415  (most commands do without)

        return scores_of(self.strategy, self.report)

    def plan(self, wishes: Wishes | None = None) -> PlanReport:
        """Plan what to do when, and say why not the rest."""
        from digistrat.plan.report import report_of  # noqa: PLC0415  (most commands do without)

        return report_of(self.strategy, self.scores, wishes, len(self.ranking.errors))

    @cached_property
    def accepted(self) -> Accepted | None:
        """Whether the accepted plan still holds; None where there is none."""
        from digistrat.plan.accepted import accepted_plan  # noqa: PLC0415  (most commands do without)

        return accepted_plan(self.strategy, self.scores)

    @cached_property
    def accepted_plan(self) -> PlanReport | None:
        """What the accepted plan takes, and why not the rest, as far as that can be said without a solver."""
        from digistrat.plan.report import explained  # noqa: PLC0415  (most commands do without)

        return explained(self.strategy, self.accepted.plan) if self.accepted else None
