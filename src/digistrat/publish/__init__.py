"""The web version: pages from answers, joined both ways, readable by everybody."""
