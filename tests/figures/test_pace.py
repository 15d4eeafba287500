"""How fast a measure has moved: by its own readings, by updates, and by its service's figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.figures.pace import readings
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "services.yaml": """
- id: booking
  name: Booking
  figures:
    - {period: 2026-Q1, volume: 200, digital_volume: 100}
    - {period: 2026-Q2, volume: 200, digital_volume: 120}
    - {period: 2026-Q4, volume: 200, digital_volume: 140}
    - {period: 2027-Q1, volume: 200, digital_volume: 180}
    - {volume: 200, digital_volume: 1}
""",
    "measures.yaml": """
- {id: online, name: Booked online, unit: "%", of: bookings, service: booking, figure: digital_take_up,
   readings: {date: 2026-09-30, value: 65}}
- {id: nothing, name: No such figure, service: booking, figure: smiles}
""",
    "commitments.yaml": "- {id: a, statement: A, measure: online}\n- {id: b, statement: B, measure: nothing}\n",
}


def test_a_services_figures_are_readings_up_to_today(tmp_path: Path) -> None:
    strategy = load_folder(write(tmp_path, FILES), AS_OF)
    a, b = strategy.commitments.values()

    assert [Decimal(50), Decimal(60), Decimal(65), Decimal(70)] == [
        one.value for one in readings(strategy, a, a.measure[0])
    ]
    assert AS_OF == readings(strategy, a, a.measure[0])[-1].day
    assert [] == readings(strategy, b, b.measure[0])
