"""Workbooks and CSV files: the scoring matrix out, and what people filled in back again."""
