"""The commit hook: stops a commit that changes a figure or a promise in a statement.

``verbale-staged FILE…`` compares each file as it is staged with the one of the last commit, and
says what changed on a line each. Exit status: 0 where no figure and no promise changed, 1 where
one did, 2 where a file cannot be read. A file that is new has nothing to be compared with.
"""

import subprocess
import sys
from collections.abc import Sequence

from . import Change, VerbaleError, diff

#: Kinds of changes that stop a commit.
STOPPING = frozenset({"figure", "commitment"})
#: Verdicts that tell of no change: other words for the same, and dates that go on with the year.
QUIET = frozenset({"same", "restated", "rollover"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Compares the files that are named, by default on the command line; the exit status."""
    status = 0
    for path in sys.argv[1:] if arguments is None else arguments:
        before, after = (_blob(f"{version}:./{path}") for version in ("HEAD", ""))
        if before is None or after is None:
            continue
        try:
            changes = diff((path, before), (path, after)).changes
        except VerbaleError as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = 2
            continue
        for change in changes:
            if change.kind in STOPPING and change.verdict not in QUIET:
                print(f"{path}: {_line(change)}")
                status = max(status, 1)
    return status


def _blob(name: str) -> bytes | None:
    """The bytes of a file in the repository; ``None`` where it has none of that name."""
    found = subprocess.run(["git", "cat-file", "blob", name], capture_output=True, check=False)
    return found.stdout if found.returncode == 0 else None


def _line(change: Change) -> str:
    """*people killed: more than 140 → more than 200 (increased)*."""
    sides = [side.raw for side in (change.before, change.after) if side is not None]
    measure = f"{change.measure}: " if change.measure else ""
    return f"{measure}{' → '.join(sides)} ({change.verdict.replace('_', ' ')})"


if __name__ == "__main__":
    sys.exit(main())
