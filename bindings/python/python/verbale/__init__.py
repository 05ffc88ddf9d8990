"""Compares statements: what changed in wording and in figures.

A *source* is a text (``str``), the content of a file (``bytes``, or a pair of a name and
``bytes``), a file (``pathlib.Path``), or a :class:`Statement` that was read before::

    import verbale
    from pathlib import Path

    changes = verbale.diff(Path("2021.docx"), Path("2022.pdf"))
    for change in changes.figures:
        print(change.verdict, change.measure, change.before, change.after)

Nothing leaves the machine. Numbers are exact: ``figure.value`` is a
:class:`decimal.Decimal`. A source that cannot be read raises :class:`VerbaleError`; one
among several is an :class:`ErrorRow` in its place, and the others are read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from . import _verbale
from ._results import (
    Change,
    Collation,
    Diff,
    ErrorRow,
    Figure,
    Figures,
    Ledger,
    Promise,
    Promises,
    Record,
    Report,
    Reuse,
    Statement,
)
from ._verbale import Stream as Table
from ._verbale import VerbaleError

__all__ = [
    "Change",
    "Collation",
    "Diff",
    "ErrorRow",
    "Figure",
    "Figures",
    "Ledger",
    "Promise",
    "Promises",
    "Record",
    "Report",
    "Reuse",
    "Statement",
    "Table",
    "VerbaleError",
    "collate",
    "diff",
    "diff_consecutive",
    "figures",
    "figures_table",
    "ledger",
    "promises",
    "read",
    "report",
    "reuse",
    "text",
]

_OPTIONS = ("language", "delegation", "date", "title", "label", "tracked")
_ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf", ".eml")


def read(source: Any, *, name: str = "text", **options: str | None) -> Statement:
    """Reads one statement.

    ``name`` stands for a ``str`` or ``bytes`` in reports. Options: ``language`` (``"en"``),
    ``delegation``, ``date`` (EDTF), ``title``, ``label``, ``tracked`` (``"accept"``,
    ``"reject"`` or ``"error"``); each beats what the file says.

    >>> read("We cleared 140 fields.").figures[0].raw
    '140 fields'
    """
    given = _given(options)
    if isinstance(source, Statement):
        return source
    if isinstance(source, str):
        _refuse_name(source)
        return Statement(_verbale.Statement.read(f"{name}.txt", source.encode(), given))
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Statement(_verbale.Statement.read(name, bytes(source), given))
    if isinstance(source, tuple) and len(source) == 2:
        own, content = source
        content = content.encode() if isinstance(content, str) else bytes(content)
        return Statement(_verbale.Statement.read(str(own), content, given))
    if isinstance(source, os.PathLike):
        return Statement(_verbale.Statement.open(Path(source), given))
    raise TypeError(
        f"a {type(source).__name__} is no statement; give str (the text), bytes, (name, bytes), "
        "pathlib.Path or verbale.Statement"
    )


def _given(options: dict[str, Any]) -> dict[str, Any]:
    """Each option, and ``None`` for what was not given."""
    for name in options:
        if name not in _OPTIONS:
            raise TypeError(f"unknown option {name!r}; there are {', '.join(_OPTIONS)}")
    return {name: options.get(name) for name in _OPTIONS}


def _refuse_name(text: str) -> None:
    """A ``str`` is a text: the name of a file would be compared as one in silence."""
    if len(text) < 4096 and "\n" not in text and text.lower().endswith(_ENDINGS) and os.path.exists(text):
        raise ValueError(f"{text!r} names a file, and a str is a text; give pathlib.Path({text!r})")


def _is_one(source: Any) -> bool:
    """Whether it is one source, and no list of them."""
    kinds = (str, bytes, bytearray, memoryview, os.PathLike, Statement)
    is_named = isinstance(source, tuple) and len(source) == 2 and isinstance(source[1], (bytes, bytearray))
    return isinstance(source, kinds) or is_named


def _read_all(sources: Iterable[Any], options: dict[str, Any]) -> list[Statement | ErrorRow]:
    """Each source in its place: what cannot be read is a row with an error."""
    _given(options)

    def row(place: tuple[int, Any]) -> Statement | ErrorRow:
        at, source = place
        try:
            return read(source, name=f"text {at + 1}", **options)
        except VerbaleError as error:
            return ErrorRow.of(error, at)
        except (TypeError, ValueError) as error:
            return ErrorRow.missing(at, error)

    return _on_all_cores(row, enumerate(_values(sources)))


def _on_all_cores(work: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    """What comes of each item, in order. The compiled part holds no lock of the interpreter while it works."""
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        return list(cores.map(work, items))


def _parted(rows: list[Statement | ErrorRow]) -> tuple[list[Statement], list[ErrorRow]]:
    statements = [row for row in rows if isinstance(row, Statement)]
    return statements, [row for row in rows if isinstance(row, ErrorRow)]


def _several(source: Any, options: dict[str, Any]) -> tuple[list[Statement], list[ErrorRow]]:
    if _is_one(source):
        return [read(source, **options)], []
    return _parted(_read_all(source, options))


def text(source: Any, **options: str | None) -> str:
    """The text as read, a paragraph a line: page numbers gone, cut words joined.

    >>> text(b"We   cleared 5 fields.\\r\\n")
    'We cleared 5 fields.'
    """
    return read(source, **options).text


def figures(source: Any, **options: str | None) -> Figures:
    """Every figure of one source, or of each of several.

    >>> [figure.value for figure in figures("We cleared more than 140 fields.")]
    [Decimal('140')]
    """
    if _is_one(source):
        return Figures(read(source, **options).figures)
    rows: list[Figure | ErrorRow] = []
    for row in _read_all(source, options):
        rows.extend([row] if isinstance(row, ErrorRow) else row.figures)
    return Figures(rows)


def diff(before: Any, after: Any, **options: str | None) -> Any:
    """What changed between two sources; of two lists, pair by pair.

    >>> diff("We cleared 5 fields.", "We cleared 7 fields.").figures[0].verdict
    'increased'
    """
    if _is_one(before) and _is_one(after):
        return Diff(read(before, name="before", **options), read(after, name="after", **options))
    if _is_one(before) or _is_one(after):
        raise TypeError("give two sources, or two lists of sources")
    pairs = [_read_all(side, options) for side in (before, after)]
    if len(pairs[0]) != len(pairs[1]):
        raise ValueError(f"{len(pairs[0])} sources before and {len(pairs[1])} after; give as many on both sides")
    return _on_all_cores(_compared, zip(*pairs))


def _compared(pair: tuple[Statement | ErrorRow, Statement | ErrorRow]) -> Diff | ErrorRow:
    broken = next((row for row in pair if isinstance(row, ErrorRow)), None)
    return broken if broken is not None else Diff(*pair)


def diff_consecutive(sources: Iterable[Any], **options: str | None) -> list[Diff | ErrorRow]:
    """Each statement compared with the one before it of the same delegation, in order of date.

    Delegation and date are read from the source, or given: ``read(text, delegation="Marenia", date="2021")``.
    Each source is read once and all cores are used. The statements of a delegation stay in the given order where
    one of them has no date; those of no known delegation are compared with each other. What cannot be read comes
    first, as rows with ``error``.

    >>> said = {2021: "We cleared 7 fields.", 2020: "We cleared 5 fields.", 2022: "We cleared 9 fields."}
    >>> changes = diff_consecutive(read(text, delegation="Marenia", date=str(year)) for year, text in said.items())
    >>> [change.figures[0].after.value for change in changes]
    [Decimal('7'), Decimal('9')]
    """
    statements, errors = _parted(_read_all(sources, options))
    series: dict[str | None, list[Statement]] = {}
    for statement in statements:
        series.setdefault(statement.delegation, []).append(statement)
    for own in series.values():
        if all(statement.date for statement in own):
            own.sort(key=lambda statement: statement.date)
    pairs = [pair for own in series.values() for pair in zip(own, own[1:])]
    return [*errors, *_on_all_cores(_compared, pairs)]


def ledger(sources: Iterable[Any], **options: str | None) -> Ledger:
    """What several sources measure alike: a row a measure, a cell a source.

    >>> ledger(["We cleared 5 fields.", "We cleared 7 fields."]).rows[0].verdicts[0].verdict
    'increased'
    """
    return Ledger(*_several(sources, options))


def promises(source: Any, *, all: bool = True, **options: str | None) -> Promises:
    """Promises, duties, appeals and outlooks: of one source, or followed over several.

    ``all=False`` leaves out those that one of several sources alone makes.

    >>> promises("We will clear all fields by 2025.")[0].cells[0].promise.strength
    'committed'
    """
    return Promises(*_several(source, options), all)


def collate(sources: Iterable[Any], *, level: str = "paragraph", **options: str | None) -> Collation:
    """Two or more sources side by side, by ``"paragraph"`` or by ``"word"``.

    >>> collate(["We go.", "We go.", "We stay."])[0].relation
    'variant'
    """
    if level not in ("paragraph", "word"):
        raise ValueError(f"level={level!r}: write 'paragraph' or 'word'")
    return Collation(*_several(sources, options), level)


def reuse(sources: Iterable[Any], **options: str | None) -> Reuse:
    """Passages that two of the sources share, word for word or nearly: who says what others said before.

    Who speaks and when is read from the source, or given: ``read(text, delegation="Marenia", date="2021")``.

    >>> said = "The families of the upper valley came home to their fields and sowed maize before the rain."
    >>> reuse([read(said, delegation="Marenia"), read(said, delegation="Solvia")])[0].kind
    'copied'
    """
    return Reuse(*_several(sources, options))


def report(*sources: Any, **options: str | None) -> Report:
    """The page to look at and to send: each source compared with the one before.

    >>> report("We cleared 5 fields.", "We cleared 7 fields.").html[:15]
    '<!doctype html>'
    """
    given = sources[0] if len(sources) == 1 and not _is_one(sources[0]) else sources
    return Report(*_parted(_read_all(given, options)))


def figures_table(ids: Any, texts: Any, **options: str | None) -> Table:
    """The figures of a column of texts, as a table that pandas, polars, pyarrow and DuckDB take.

    ``ids`` and ``texts`` are lists, pandas or polars series, Arrow arrays, chunked or not. A text
    that is missing is a row with ``error``. All cores are used, and the order stays.

    >>> figures_table(["a", "b"], ["We cleared 5 fields.", None]).__len__()
    2
    """
    given = _given(options)
    names, values = _values(ids), _values(texts)
    if len(names) != len(values):
        raise ValueError(f"{len(names)} ids and {len(values)} texts; give as many of both")
    rows = [(str(name), value if isinstance(value, str) else None) for name, value in zip(names, values)]
    return _verbale.figures_stream(rows, given)


def _values(column: Any) -> Sequence[Any]:
    """The values of a list, a series or an Arrow array."""
    for method in ("to_pylist", "to_list", "tolist"):
        values = getattr(column, method, None)
        if values is not None:
            return values()
    return list(column)
