"""The file that git runs as a hook: a short shell script that hands commits of strategies over to icsdiff.

It knows itself by a mark with a digest of its text, so that no file is taken away that somebody wrote or edited.
Nothing that a user named stands in it but the path of Python, quoted; pathspecs come from the record, as data.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
from enum import StrEnum


class Hook(StrEnum):
    """A hook that icsdiff installs."""

    PRE_COMMIT = "pre-commit"
    """Reads the staged strategies, tells what changed, and stops a commit that the configuration wants stopped."""
    PREPARE_COMMIT_MSG = "prepare-commit-msg"
    """Offers the summary in the message of a plain new commit."""
    POST_COMMIT = "post-commit"
    """Writes the report, and the changes as a note of the commit."""


KEPT = ".kept-by-icsdiff"
"""Behind the name of a hook that was there before."""
RECORD = "icsdiff-hook"
"""The file in git's folder that tells the shim which files are strategies; ``record`` writes it."""

_STAGED = 'git diff --cached --quiet --no-ext-diff --no-renames -- "$@"'
_COMMITTED = '[ -z "$(git diff-tree --root --diff-merges=first-parent --no-commit-id --name-only -r HEAD -- "$@")" ]'
_UNTOUCHED = {Hook.PRE_COMMIT: _STAGED, Hook.PREPARE_COMMIT_MSG: _STAGED, Hook.POST_COMMIT: _COMMITTED}
_PLAIN_ONLY = """
# A message that is given, a merge, a squash and an amended commit are left as they are.
case ${2-} in '' | template) ;; *) exit 0 ;; esac
"""

_MARK = "# icsdiff hook "
_HEAD = "#!/bin/sh\n"
_TEXT = """\
# Hands a commit of strategies over to icsdiff; any other commit passes without a start of Python.
# `icsdiff hook install` wrote this, `icsdiff hook uninstall` takes it away; an edited one is left alone.

hook=@HOOK@
python=@PYTHON@

# The hook that was here before comes first; where it fails, that is the answer.
if [ -x "$0@KEPT@" ]; then
    "$0@KEPT@" "$@" || exit
fi
@PLAIN_ONLY@
# These would change what a path means.
unset GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS

# What icsdiff noted last: the digest of the configuration, whether it is strict, and the paths of strategies.
record=$(git rev-parse --git-path @RECORD@)

configuration() {
    folder=$(pwd -P)
    while :; do
        for file in "$folder/icsdiff.toml" "$folder/pyproject.toml"; do
            [ ! -f "$file" ] || cat "$file"
        done
        [ -n "$folder" ] || return 0
        folder=${folder%/*}
    done
}

untouched() {
    [ -r "$record" ] || return
    set --
    { read -r digest; read -r strict; while IFS= read -r path; do set -- "$@" "$path"; done; } <"$record"
    [ "$digest" = "$(configuration | git hash-object --stdin)" ] || return
    [ $# -eq 0 ] || @UNTOUCHED@
}

# Not the working directory: what lies in a repository is not to be run. 127: there is no icsdiff.
start='
import sys
sys.argv[0] = "icsdiff"
try:
    from icsdiff.cli.main import main
except ImportError:
    sys.exit(127)
main()
'

noted() { "$python" -P -c "$start" "$@"; }
on_path() { icsdiff "$@"; }

# ICSDIFF ARGUMENTS...: what it says. A Python that is broken ends with 1, too: then it cannot tell its version either.
ask() {
    icsdiff=$1
    shift
    "$icsdiff" hook run "$hook" -- "$@"
    status=$?
    [ $status -ne 1 ] || "$icsdiff" --version >/dev/null 2>&1 || status=127
    return $status
}

hand_over() {
    if [ -x "$python" ]; then
        ask noted "$@"
        status=$?
        [ $status -eq 127 ] || return $status
    fi
    command -v icsdiff >/dev/null 2>&1 || return 127
    ask on_path "$@"
}

untouched && exit
hand_over "$@"
status=$?
case $status in
    0 | 1 | 130) exit $status ;;
    127) what='icsdiff is gone, or does not start; run "icsdiff hook install" where it does, or delete this hook' ;;
    *) what="icsdiff ended with $status" ;;
esac
# Noted anew, where icsdiff came as far as to read the configuration.
strict=
[ ! -r "$record" ] || { read -r digest; read -r strict; } <"$record"
if [ "$strict" = strict ]; then
    printf 'icsdiff: %s: %s; it is strict, so the commit stops\\n' "$hook" "$what" >&2
    exit 1
fi
printf 'icsdiff: %s: %s; the commit goes on without it\\n' "$hook" "$what" >&2
exit 0
"""
_FIELD = re.compile("@([A-Z_]+)@")


def shim(hook: Hook, python: str) -> bytes:
    """The text of a hook that hands over to icsdiff by this Python."""
    fields = {
        "HOOK": str(hook),
        "PYTHON": shlex.quote(python),
        "KEPT": KEPT,
        "RECORD": RECORD,
        "PLAIN_ONLY": _PLAIN_ONLY if hook is Hook.PREPARE_COMMIT_MSG else "",
        "UNTOUCHED": _UNTOUCHED[hook],
    }
    body = os.fsencode(_FIELD.sub(lambda match: fields[match[1]], _TEXT))
    return _HEAD.encode() + _mark(body) + body


def is_marked(text: bytes) -> bool:
    """Whether icsdiff wrote this file, whatever became of it since."""
    return text.startswith((_HEAD + _MARK).encode())


def is_ours(text: bytes) -> bool:
    """Whether the file is as icsdiff wrote it: of this release or another one."""
    head, _, rest = text.partition(b"\n")
    mark, _, body = rest.partition(b"\n")
    return head + b"\n" == _HEAD.encode() and mark + b"\n" == _mark(body)


def _mark(body: bytes) -> bytes:
    return f"{_MARK}{hashlib.sha256(body).hexdigest()}\n".encode()
