"""Tests of what describes the format."""
