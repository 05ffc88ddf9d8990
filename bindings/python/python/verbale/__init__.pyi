from collections.abc import Iterable
from os import PathLike
from typing import Any, Literal, overload

from ._results import (
    Change as Change,
    Collation as Collation,
    Diff as Diff,
    ErrorRow as ErrorRow,
    Figure as Figure,
    Figures as Figures,
    Ledger as Ledger,
    Promise as Promise,
    Promises as Promises,
    Record as Record,
    Report as Report,
    Reuse as Reuse,
    Statement as Statement,
)
from ._verbale import Stream, VerbaleError as VerbaleError

Table = Stream

Source = str | bytes | bytearray | memoryview | tuple[str, str | bytes] | PathLike[str] | Statement
Tracked = Literal["accept", "reject", "error"]

def read(
    source: Source, *, name: str = "text", language: str | None = None, delegation: str | None = None,
    date: str | None = None, title: str | None = None, label: str | None = None, tracked: Tracked | None = None,
) -> Statement: ...
def text(
    source: Source, *, language: str | None = None, tracked: Tracked | None = None,
) -> str: ...
def figures(
    source: Source | Iterable[Source], *, language: str | None = None, delegation: str | None = None,
    date: str | None = None, title: str | None = None, label: str | None = None, tracked: Tracked | None = None,
) -> Figures: ...
@overload
def diff(before: Source, after: Source, *, language: str | None = None, tracked: Tracked | None = None) -> Diff: ...
@overload
def diff(
    before: Iterable[Source], after: Iterable[Source], *, language: str | None = None, tracked: Tracked | None = None,
) -> list[Diff | ErrorRow]: ...
def diff_consecutive(
    sources: Iterable[Source], *, language: str | None = None, delegation: str | None = None, tracked: Tracked | None = None,
) -> list[Diff | ErrorRow]: ...
def ledger(sources: Iterable[Source], *, language: str | None = None, tracked: Tracked | None = None) -> Ledger: ...
def promises(
    source: Source | Iterable[Source], *, all: bool = True, language: str | None = None, tracked: Tracked | None = None,
) -> Promises: ...
def collate(
    sources: Iterable[Source], *, level: Literal["paragraph", "word"] = "paragraph", language: str | None = None,
    tracked: Tracked | None = None,
) -> Collation: ...
def reuse(sources: Iterable[Source], *, language: str | None = None, tracked: Tracked | None = None) -> Reuse: ...
def report(*sources: Source | Iterable[Source], language: str | None = None, tracked: Tracked | None = None) -> Report: ...
def figures_table(
    ids: Any, texts: Any, *, language: str | None = None, delegation: str | None = None, date: str | None = None,
) -> Table: ...
