"""Versions that live in git; the only user of GitPython."""
