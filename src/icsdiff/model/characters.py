"""Characters that act on whoever shows them, instead of being read."""

from __future__ import annotations

import json
import re

# Control characters, marks that turn the direction of what follows, and characters that nothing is to be read from.
HAZARD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)


def escaped_in_json(text: str) -> str:
    """JSON in which no character acts on a terminal: those that would are escaped, and the data is the same."""
    return HAZARD.sub(lambda match: json.dumps(match.group())[1:-1], text)
