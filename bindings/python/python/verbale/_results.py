"""What is answered: records with attributes, and pages for a notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property
from html import escape
from typing import Any

from . import _verbale

_NUMBERS = frozenset(("value", "low", "high", "numerator", "denominator", "absolute", "relative", "ordinal"))


class Record:
    """A record of the command with its fields as attributes; amounts are ``Decimal``."""

    __slots__ = ("_fields",)

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            value = self._fields[name]
        except KeyError:
            raise AttributeError(f"a {type(self).__name__} has no field {name!r}") from None
        return _wrapped(name, value)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._fields]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self._fields == other._fields

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in self._shown())})"

    def _shown(self) -> list[tuple[str, Any]]:
        return [(key, value) for key, value in self._fields.items() if value not in (None, [], False) and not isinstance(value, (dict, list))][:6]

    def __reduce__(self) -> Any:
        return type(self), (self._fields,)

    def to_dict(self) -> dict[str, Any]:
        """The record as the command writes it: amounts are strings."""
        return self._fields

    def to_json(self) -> str:
        """The same as JSON text."""
        return json.dumps(self._fields, ensure_ascii=False)


class Figure(Record):
    """A number that a statement asserts, with what it measures."""

    __slots__ = ()


class Promise(Record):
    """A promise, a duty, an appeal or an outlook."""

    __slots__ = ()


class Change(Record):
    """One change between two statements."""

    __slots__ = ()


class ErrorRow(Record):
    """What could not be read, in its place among what could."""

    __slots__ = ()

    @property
    def error(self) -> str:
        """The file, the place and the remedy."""
        return self._fields["message"]

    @classmethod
    def of(cls, error: Any, at: int) -> ErrorRow:
        """The row of an exception on the source at a position."""
        return cls(
            {
                "type": "error",
                "document": f"text {at + 1}",
                "path": error.path,
                "line": error.line,
                "code": error.code,
                "message": str(error),
            }
        )

    @classmethod
    def missing(cls, at: int, error: Exception) -> ErrorRow:
        """The row of a position at which nothing is."""
        message = f"no text at position {at}: {error}"
        return cls({"type": "error", "document": f"text {at + 1}", "path": None, "line": None, "code": "missing", "message": message})


_KINDS = {"figure": Figure, "promise": Promise, "error": ErrorRow}


def _wrapped(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return _KINDS.get(value.get("type"), Record)(value)
    if isinstance(value, list):
        return [_wrapped(name, item) if isinstance(item, (dict, list)) else item for item in value]
    if isinstance(value, str) and name in _NUMBERS:
        try:
            return Decimal(value)
        except InvalidOperation:
            return value
    return value


class Statement:
    """One statement with all that was read from it."""

    def __init__(self, read: Any) -> None:
        self._read = read

    @property
    def id(self) -> str:
        """The name in reports."""
        return self._read.id

    @property
    def text(self) -> str:
        """The text as read, a paragraph a line."""
        return self._read.text

    @property
    def delegation(self) -> str | None:
        """Who speaks, where it is known."""
        return self._read.delegation

    @property
    def date(self) -> str | None:
        """When it was delivered, as EDTF (``"2021-11-15"``, ``"2021"``), where it is known."""
        return self._read.date

    @cached_property
    def figures(self) -> list[Figure]:
        """Every figure in reading order."""
        return [Figure(fields) for fields in json.loads(self._read.figures_json())]

    @cached_property
    def _parts(self) -> dict[str, Any]:
        return json.loads(self._read.to_json())

    @property
    def promises(self) -> list[Promise]:
        """Every promise."""
        return [Promise(fields) for fields in self._parts["promises"]]

    @property
    def paragraphs(self) -> list[Record]:
        """The paragraphs with their places and roles."""
        return [Record(fields) for fields in self._parts["paragraphs"]]

    @property
    def notices(self) -> list[Record]:
        """What was mended, guessed, or seen and not understood."""
        return [Record(fields) for fields in self._parts["notices"]]

    @property
    def document(self) -> Record:
        """Delegation, date, title, language, and where each was found."""
        return Record(self._parts["document"])

    def to_dict(self) -> dict[str, Any]:
        """All of the above as the command writes it."""
        return self._parts

    def __repr__(self) -> str:
        return f"Statement({self.id!r}, {len(self.text)} characters)"


class Diff:
    """What changed between two statements."""

    def __init__(self, before: Statement, after: Statement) -> None:
        self.before = before
        self.after = after
        self._found = _verbale.Comparison(before._read, after._read)

    @cached_property
    def _whole(self) -> dict[str, Any]:
        return json.loads(self._found.to_json())

    @cached_property
    def changes(self) -> list[Change]:
        """All changes: figures first, then promises, then wording."""
        return [Change(fields) for fields in self._whole["comparisons"][0]["changes"]]

    @property
    def figures(self) -> list[Change]:
        """The changes of figures, dates and names, the most telling first."""
        kinds = ("figure", "date", "label", "bare")
        return [change for change in self.changes if change.kind in kinds]

    @property
    def promises(self) -> list[Change]:
        """The changes of promises, news first."""
        return [change for change in self.changes if change.kind == "commitment"]

    @property
    def paragraphs(self) -> list[Record]:
        """Which paragraphs correspond, with their edit scripts."""
        return [Record(fields) for fields in self._whole["comparisons"][0]["alignment"]]

    @property
    def summary(self) -> Record:
        """Counts."""
        return Record(self._whole["comparisons"][0]["summary"])

    @property
    def differs(self) -> bool:
        """Whether there is news."""
        return self.summary.differs

    @cached_property
    def _report(self) -> Any:
        return _verbale.Report([self.before._read, self.after._read])

    def to_dict(self) -> dict[str, Any]:
        """The document of ``verbale diff -f json``."""
        return self._whole

    def to_html(self) -> str:
        """The page of ``verbale report``."""
        return self._report.to_html()

    def to_markdown(self) -> str:
        """The short form, for pull requests and mail."""
        return self._report.to_markdown()

    def __repr__(self) -> str:
        counts = f"{len(self.figures)} figures, {len(self.promises)} promises"
        return f"Diff({self.before.id!r} → {self.after.id!r}: {counts})"

    def _repr_html_(self) -> str:
        return _frame(self.to_html())


class Report:
    """Statements, each compared with the one before, as a page."""

    def __init__(self, statements: list[Statement], errors: list[ErrorRow]) -> None:
        if len(statements) < 2:
            told = "".join(f"; {error.error}" for error in errors)
            raise ValueError(f"{len(statements)} statements can be read, and two are compared{told}")
        self.errors = errors
        self._report = _verbale.Report([statement._read for statement in statements])

    @cached_property
    def html(self) -> str:
        """One file with no link to another."""
        return self._report.to_html()

    @cached_property
    def markdown(self) -> str:
        """The short form."""
        return self._report.to_markdown()

    def save(self, path: Any) -> None:
        """Writes the page, or the short form where the name ends in ``.md``."""
        page = self.markdown if str(path).endswith(".md") else self.html
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(page)

    def __repr__(self) -> str:
        return f"Report({len(self.html)} characters)"

    def _repr_html_(self) -> str:
        return _frame(self.html)


class _Rows(Sequence):
    """Rows that a notebook shows as a table."""

    _columns: tuple[str, ...] = ()

    def __init__(self, rows: list[Any], errors: list[ErrorRow]) -> None:
        self.rows = rows
        self.errors = errors

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: Any) -> Any:
        return self.rows[at]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __repr__(self) -> str:
        broken = f", {len(self.errors)} not read" if self.errors else ""
        return f"{type(self).__name__}({len(self)} rows{broken})"

    def _cells(self, row: Any) -> list[str]:
        return [_word(getattr(row, column, None)) for column in self._columns]

    def _head(self) -> Sequence[str]:
        return self._columns

    def _repr_html_(self) -> str:
        cells = lambda tag, row: "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        shown = self.rows[:_MOST_SHOWN]
        body = "".join(f"<tr>{cells('td', self._cells(row))}</tr>" for row in shown)
        rest = f"<p>{len(self) - len(shown)} more</p>" if len(self) > len(shown) else ""
        errors = "".join(f"<p>{escape(error.error)}</p>" for error in self.errors)
        return f"<table><thead><tr>{cells('th', self._head())}</tr></thead><tbody>{body}</tbody></table>{rest}{errors}"


_MOST_SHOWN = 100


class Figures(_Rows):
    """Figures in reading order; what could not be read is a row with ``error``."""

    _columns = ("document", "raw", "value", "unit", "title", "quote")

    def __init__(self, rows: list[Any]) -> None:
        super().__init__(rows, [row for row in rows if isinstance(row, ErrorRow)])

    def to_dict(self) -> list[dict[str, Any]]:
        """The records as the command writes them."""
        return [row.to_dict() for row in self.rows]


class Ledger(_Rows):
    """What several statements measure alike."""

    def __init__(self, statements: list[Statement], errors: list[ErrorRow]) -> None:
        whole, self._csv = _verbale.ledger_json([statement._read for statement in statements])
        self._whole = json.loads(whole)
        rows = self._whole.get("ledger", [])
        super().__init__([Record(fields) for fields in rows], errors)

    @property
    def documents(self) -> list[Record]:
        """The statements in the order of the cells."""
        return [Record(fields) for fields in self._whole["documents"]]

    @property
    def silent_subjects(self) -> list[Record]:
        """Subjects by ``name`` that the last statement of a delegation leaves out, though the three before name them."""
        return [Record(fields) for fields in self._whole.get("silent_subjects", [])]

    def to_dict(self) -> dict[str, Any]:
        """The document of ``verbale figures FILE… -f json``."""
        return self._whole

    def to_csv(self) -> str:
        """The table of ``verbale figures FILE… -f csv``."""
        return self._csv

    def _head(self) -> Sequence[str]:
        return ["measure", *(document["id"] for document in self._whole["documents"])]

    def _cells(self, row: Any) -> list[str]:
        said = [cell["figure"]["raw"] if cell else "" for cell in row._fields["cells"]]
        return [row.measure, *said]


class Promises(_Rows):
    """Promises, each followed from statement to statement."""

    def __init__(self, statements: list[Statement], errors: list[ErrorRow], all: bool) -> None:
        self._whole = json.loads(_verbale.promises_json([statement._read for statement in statements], all))
        super().__init__([Record(fields) for fields in self._whole["promises"]], errors)

    def to_dict(self) -> dict[str, Any]:
        """Documents and rows as the command writes them."""
        return self._whole

    def _head(self) -> Sequence[str]:
        return ["promise", *(document["id"] for document in self._whole["documents"])]

    def _cells(self, row: Any) -> list[str]:
        return [row.promise, *(cell["verdict"] if cell else "" for cell in row._fields["cells"])]


class Reuse(_Rows):
    """Passages that two statements share: ``kind``, ``before``, ``after``, ``words``, ``similarity``, ``changes``."""

    def __init__(self, statements: list[Statement], errors: list[ErrorRow]) -> None:
        self._whole = json.loads(_verbale.reuse_json([statement._read for statement in statements]))
        super().__init__([Record(fields) for fields in self._whole["reuse"]], errors)

    def to_dict(self) -> dict[str, Any]:
        """The document of ``verbale reuse FILE… -f json``."""
        return self._whole

    def _head(self) -> Sequence[str]:
        return ["kind", "before", "after", "words", "text"]

    def _cells(self, row: Any) -> list[str]:
        return [row.kind, row.before.document, row.after.document, str(row.words), row.after.text]


class Collation(_Rows):
    """Statements side by side: rows have ``relation`` and ``readings``."""

    def __init__(self, statements: list[Statement], errors: list[ErrorRow], level: str) -> None:
        self._read = [statement._read for statement in statements]
        self._ids = [statement.id for statement in statements]
        self._by_word = level == "word"
        rows = _verbale.passages(self._read, self._by_word)
        super().__init__([Record({"relation": relation, "readings": readings}) for relation, readings in rows], errors)

    def to_dict(self) -> dict[str, Any]:
        """The document of ``verbale collate FILE… -f json``."""
        return json.loads(_verbale.collation_json(self._read, self._by_word))

    def _head(self) -> Sequence[str]:
        return ["relation", *self._ids]

    def _cells(self, row: Any) -> list[str]:
        return [row.relation, *(reading or "" for reading in row.readings)]


def _word(value: Any) -> str:
    return "" if value is None else str(value)


def _frame(page: str) -> str:
    """A page in a frame of its own: its styles and the notebook's do not meet."""
    return (
        '<iframe sandbox="allow-scripts allow-popups" style="width:100%;height:36em;border:1px solid #ccc" '
        f'srcdoc="{escape(page)}"></iframe>'
    )
