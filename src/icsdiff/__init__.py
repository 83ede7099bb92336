"""Semantic differences between versions of an Integrated Country Strategy."""

__version__ = "0.1.0"
