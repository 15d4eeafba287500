"""The board's ten questions and the twelve signs, answered from records and findings, never by a tick."""
