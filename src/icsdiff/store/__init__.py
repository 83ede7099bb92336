"""Structured versions on disk: their format, their folder, their names."""
