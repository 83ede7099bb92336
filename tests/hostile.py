"""A strategy whose every text tries to be more than text."""

from __future__ import annotations

from icsdiff import Goal, Objective, Provenance, Version

HOSTILE = (
    "<script>alert(1)</script> </style><img src=x onerror=alert(2)> {{ 7 * 7 }} {% raw %} [click](javascript:alert(3)) "
    "\x1b[31mred\x1b[0m \u202eevil @everyone #1 `code` **bold** | cell | <!-- ]]> &lt; ${x} http://evil.example/x "
    "\x9b2J \u2067turned\u2029 \U000e0041 ![pixel](https://evil.example/p.png) :smile: GH-1 www.evil.example "
    "a@b.example ~~gone~~ </details></summary> ' onclick='alert(4)"
)
ACTING = frozenset("\x1b\x9b\x07\r\u202e\u2067\u2029\U000e0041")
"""Characters of it that no output may hold."""


def hostile_version(text: str) -> Version:
    objective = Objective("1.1", statement=text, justification=f"First. {text}", risks=text, linkages=text)
    goal = Goal("1", statement=text, description=text, objectives=(objective,))
    return Version(
        text, text, priorities=text, goals=(goal,), unplaced=text, provenance=Provenance(note=text, source=text)
    )
