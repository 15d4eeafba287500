"""digistrat: an organisation's digital strategy as plain files, checked, scored and published in the open."""

__version__ = "0.1.0"
