"""What a short command does not need is not imported."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_a_strategy_imports_only_the_models_it_uses(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "mission.yaml").write_text("mission: Ours\n", encoding="utf-8")
    script = (
        "import sys, datetime, pathlib\n"
        "from digistrat.model.load import load_folder\n"
        "from digistrat.lint.engine import run\n"
        f"run(load_folder(pathlib.Path({str(tmp_path)!r}), datetime.date(2026, 11, 21)))\n"
        "print(*sorted(m.rpartition('.')[2] for m in sys.modules if m.startswith('digistrat.model.kinds.')))\n"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ["manifest", "mission", "settings"] == done.stdout.split()
