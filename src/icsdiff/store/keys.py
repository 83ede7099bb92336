"""The keys of a version file, in the order in which they stand in it."""

from __future__ import annotations

from icsdiff.model.version import GOAL_FIELDS, OBJECTIVE_FIELDS

SCHEMA = "icsdiff/version/1"
"""Name and version of the format: the value of the key ``schema``."""

PROVENANCE = ("kind", "source", "sha256", "importer", "importer_version", "note")
EXTRA = ("name", "text")
IGNORED = ("finding", "reason")
ENTRY = ("text", "page")
OBJECTIVE = ("number", "id", *OBJECTIVE_FIELDS, "extras")
GOAL = ("number", "id", *GOAL_FIELDS, "extras", "objectives")
VERSION = (
    "schema",
    "mission",
    "title",
    "approved",
    "updated",
    "release",
    "provenance",
    "priorities",
    "goals",
    "management_objectives",
    "sections",
    "unplaced",
    "ignored",
    "positions",
    "contents",
    "headings",
)
