from collections.abc import Iterator, Sequence
from decimal import Decimal
from os import PathLike
from typing import Any, Literal, overload

Verdict = Literal[
    "increased", "decreased", "moved", "bound_changed", "scope_changed", "softened", "strengthened", "dropped",
    "expired", "met", "made", "removed", "added", "restated", "rollover", "same",
    "equal", "edited", "split", "merged", "regrouped",
]
Bound = Literal["exact", "more_than", "at_least", "less_than", "at_most", "range"]
Kind = Literal["quantity", "percentage", "money", "duration", "ratio", "ordinal", "date", "reference"]

class Record:
    def __init__(self, fields: dict[str, Any]) -> None: ...
    def __getattr__(self, name: str) -> Any: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_json(self) -> str: ...

class Period(Record):
    since: str | None
    until: str | None
    during: str | None
    over: str | None

class Figure(Record):
    id: str
    document: str
    kind: Kind
    raw: str
    paragraph: int
    sentence: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    approximate: bool
    hedge: str | None
    unit: str | None
    dimension: str | None
    currency: str | None
    numerator: Decimal | None
    denominator: Decimal | None
    date: str | None
    resolved: str | None
    ordinal: Decimal | None
    subject: str | None
    predicate: str | None
    object: str | None
    title: str | None
    period: Period | None
    scope: str | None
    role: str | None
    attribution: str | None
    negated: bool
    bare: bool
    quote: str

class Promise(Record):
    document: str
    raw: str
    actor: str
    is_speaker: bool
    strength: Literal["considered", "aimed", "intended", "committed", "bound"]
    mood: Literal["promise", "duty", "permission", "appeal", "outlook"]
    words: str
    negated: bool
    conditional: bool
    title: str | None
    deadline: str | None
    deadline_date: str | None
    quote: str

class Delta(Record):
    absolute: Decimal | None
    relative: Decimal | None
    text: str

class Change(Record):
    id: str
    kind: str
    verdict: Verdict
    measure: str | None
    before: Any
    after: Any
    delta: Delta | None
    confidence: float

class ErrorRow(Record):
    document: str | None
    path: str | None
    line: int | None
    code: str
    message: str
    @property
    def error(self) -> str: ...

class Statement:
    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def delegation(self) -> str | None: ...
    @property
    def date(self) -> str | None: ...
    @property
    def figures(self) -> list[Figure]: ...
    @property
    def promises(self) -> list[Promise]: ...
    @property
    def paragraphs(self) -> list[Record]: ...
    @property
    def notices(self) -> list[Record]: ...
    @property
    def document(self) -> Record: ...
    def to_dict(self) -> dict[str, Any]: ...

class Diff:
    before: Statement
    after: Statement
    @property
    def changes(self) -> list[Change]: ...
    @property
    def figures(self) -> list[Change]: ...
    @property
    def promises(self) -> list[Change]: ...
    @property
    def paragraphs(self) -> list[Record]: ...
    @property
    def summary(self) -> Record: ...
    @property
    def differs(self) -> bool: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_html(self) -> str: ...
    def to_markdown(self) -> str: ...
    def _repr_html_(self) -> str: ...

class Report:
    errors: list[ErrorRow]
    @property
    def html(self) -> str: ...
    @property
    def markdown(self) -> str: ...
    def save(self, path: str | PathLike[str]) -> None: ...
    def _repr_html_(self) -> str: ...

class _Rows(Sequence[Any]):
    rows: list[Any]
    errors: list[ErrorRow]
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...
    def _repr_html_(self) -> str: ...

class Figures(_Rows):
    rows: list[Figure | ErrorRow]
    @overload
    def __getitem__(self, at: int) -> Figure: ...
    @overload
    def __getitem__(self, at: slice) -> list[Figure]: ...
    def __iter__(self) -> Iterator[Figure]: ...
    def to_dict(self) -> list[dict[str, Any]]: ...

class Ledger(_Rows):
    @property
    def documents(self) -> list[Record]: ...
    @property
    def silent_subjects(self) -> list[Record]: ...
    def to_dict(self) -> dict[str, Any]: ...
    def to_csv(self) -> str: ...

class Promises(_Rows):
    def to_dict(self) -> dict[str, Any]: ...

class Reuse(_Rows):
    def to_dict(self) -> dict[str, Any]: ...

class Collation(_Rows):
    def to_dict(self) -> dict[str, Any]: ...
