"""A corpus on Spark: the calls of :mod:`verbale` over the rows of a data frame.

Spark cuts the frame, starts the workers, and tries again what a lost worker did; here is
no engine, only functions from Arrow batches to Arrow batches. ``local[2,4]`` lets a task
fail three times before the job does; plain ``local[2]`` gives it one try.

>>> from verbale import spark as vs                                    # doctest: +SKIP
>>> vs.figures(df, id="id", text="text").write.parquet("figures")      # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import ErrorRow, VerbaleError, _verbale, diff as _diff, figures_table, ledger as _ledger, read as _read, reuse as _reuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame

__all__ = ["consecutive_pairs", "diff", "figures", "ledger", "reuse"]

_FIGURES = ", ".join(
    f"{name} string"
    for name in (
        "document id kind raw value low high bound unit dimension currency canonical_value canonical_unit date subject "
        "predicate title since until during over scope role quote error"
    ).split()
) + ", paragraph long, sentence long, start long, end long, approximate boolean, negated boolean"

_CHANGES = (
    "pair string, before string, after string, kind string, verdict string, measure string, raw_before string, "
    "raw_after string, value_before string, value_after string, delta string, confidence double, error string"
)

_CELLS = (
    "measure string, title string, unit string, delegation string, date string, document string, raw string, "
    "value string, verdict string, error string"
)


def figures(df: DataFrame, *, id: str = "id", text: str = "text", **options: str | None) -> DataFrame:
    """The figures of a column of texts; a text that is missing is a row with ``error``."""

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        schema = None
        for batch in batches:
            table = pyarrow.table(figures_table(batch.column(0), batch.column(1), **options))
            schema = schema or _wide_numbers(table.schema)
            yield from table.cast(schema).to_batches()

    return df.select(id, text).mapInArrow(read, _FIGURES)


def _wide_numbers(schema: Any) -> Any:
    """Spark has no numbers without a sign."""
    import pyarrow

    kind = lambda field: pyarrow.int64() if field.type == pyarrow.uint32() else field.type
    return pyarrow.schema([pyarrow.field(field.name, kind(field)) for field in schema])


def consecutive_pairs(
    df: DataFrame, *, party: str = "delegation", date: str = "date", id: str = "id", text: str = "text"
) -> DataFrame:
    """Each statement with the one before it of the same party: columns ``pair``, ``before``,
    ``after``, ``text_before`` and ``text_after``, for :func:`diff`."""
    from pyspark.sql import Window, functions as f

    series = Window.partitionBy(party).orderBy(date)
    paired = df.select(
        f.lag(id).over(series).alias("before"),
        f.col(id).alias("after"),
        f.lag(text).over(series).alias("text_before"),
        f.col(text).alias("text_after"),
    )
    named = paired.where(f.col("before").isNotNull())
    return named.select(f.concat_ws("..", "before", "after").alias("pair"), "*")


def diff(pairs: DataFrame, **options: str | None) -> DataFrame:
    """The changes of figures and promises of pairs, as :func:`consecutive_pairs` gives them, a
    row a change; a pair that cannot be read is a row with ``error``."""

    def compare(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            rows = batch.to_pylist()
            sides = ([row[f"text_{side}"] for row in rows] for side in ("before", "after"))
            told = [line for row, found in zip(rows, _diff(*sides, **options)) for line in _changes(row, found)]
            yield _batch(told, _CHANGES)

    columns = ("pair", "before", "after", "text_before", "text_after")
    return pairs.select(*columns).mapInArrow(compare, _CHANGES)


def _changes(row: dict[str, Any], found: Any) -> Iterator[dict[str, Any]]:
    names = {key: row[key] for key in ("pair", "before", "after")}
    if isinstance(found, ErrorRow):
        yield {**names, "error": found.error}
        return
    for change in [*found.figures, *found.promises]:
        old, new = change._fields["before"] or {}, change._fields["after"] or {}
        yield {
            **names,
            "kind": change.kind,
            "verdict": change.verdict,
            "measure": change.measure,
            "raw_before": old.get("raw"),
            "raw_after": new.get("raw"),
            "value_before": old.get("value"),
            "value_after": new.get("value"),
            "delta": change.delta.text if change.delta else None,
            "confidence": float(change.confidence),
        }


def ledger(
    df: DataFrame, *, party: str = "delegation", date: str = "date", id: str = "id", text: str = "text",
    **options: str | None,
) -> DataFrame:
    """The ledger of each party, a row a cell: what each of its statements says of each measure."""

    def follow(table: Any) -> Any:
        rows = sorted(table.to_pylist(), key=lambda row: (str(row[date]), str(row[id])))
        return _table(_cells(rows), _CELLS)

    def _cells(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        statements = []
        for row in rows:
            facts = {"delegation": str(row[party]), "date": str(row[date]), "document": str(row[id])}
            try:
                if not isinstance(row[text], str):
                    raise TypeError("no text")
                own = {"label": facts["document"], "delegation": facts["delegation"], "date": facts["date"]}
                statements.append(_read(row[text], **own, **options))
            except (VerbaleError, TypeError) as error:
                told.append({**facts, "error": str(error)})
        found = _ledger(statements)
        documents = found.to_dict()["documents"]
        for row in found.rows:
            steps = {step["after"]: step["verdict"] for step in row._fields["verdicts"]}
            for document, cell in zip(documents, row._fields["cells"]):
                name = document["id"]
                if cell is None and name not in steps:
                    continue
                told.append(
                    {
                        "measure": row.id,
                        "title": row.measure,
                        "unit": row.unit,
                        "delegation": document["delegation"],
                        "date": document["date"],
                        "document": name,
                        "raw": cell["figure"]["raw"] if cell else None,
                        "value": cell["value"] if cell else None,
                        "verdict": steps.get(name),
                    }
                )
        return told

    return df.select(party, date, id, text).groupBy(party).applyInArrow(follow, _CELLS)


_PASSAGES = (
    "kind string, ordered string, words long, similarity double, before string, before_delegation string, "
    "before_date string, before_text string, after string, after_delegation string, after_date string, "
    "after_text string, changes string, error string"
)

# As the command has them: a passage of up to so many words of which a third is said by so many parties is a formula.
_FORMULA_WORDS, _FORMULA_VOICES = 30, 3


def reuse(
    df: DataFrame, *, party: str = "delegation", date: str = "date", id: str = "id", text: str = "text",
    places: int = 32, **options: str | None,
) -> DataFrame:
    """The passages that two statements share, a row a passage: candidates by an equi-join on fingerprints that
    no more than ``places`` statements have, confirmed by the wheel. A text that cannot be read is a row with ``error``."""
    from pyspark.sql import functions as f

    def mark(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            told = [line for row in batch.to_pylist() for line in _marks(row)]
            yield _batch(told, "id string, party string, day string, mark long, error string")

    def confirm(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield _batch([line for row in batch.to_pylist() for line in _passages(row, options)], _PASSAGES)

    rows = df.select(*(f.col(name).cast("string").alias(own) for name, own in ((id, "id"), (party, "party"), (date, "day"), (text, "text"))))
    marks = rows.mapInArrow(mark, "id string, party string, day string, mark long, error string").cache()
    counted = marks.where("error is null").groupBy("mark").agg(f.count("id").alias("places"), f.countDistinct("party").alias("voices"))
    shared = marks.join(counted.where(f"places between 2 and {int(places)}"), "mark")
    old, new = (shared.select("mark", *(f.col(name).alias(f"{side}_{name}") for name in ("id", "day"))) for side in ("old", "new"))
    earlier = f.struct("old_day", "old_id") < f.struct("new_day", "new_id")
    pairs = old.join(new, "mark").where(earlier).select("old_id", "new_id").distinct()
    many = marks.join(counted.where(f"voices >= {_FORMULA_VOICES}"), "mark").groupBy("id").agg(f.collect_set("mark").alias("many"))
    sides = [rows.select(*(f.col(name).alias(f"{side}_{name}") for name in rows.columns)) for side in ("old", "new")]
    whole = pairs.join(sides[0], "old_id").join(sides[1], "new_id").join(many.withColumnRenamed("id", "new_id"), "new_id", "left")
    broken = marks.where("error is not null").select(*(
        f.col({"after": "id", "after_delegation": "party", "after_date": "day", "error": "error"}[name]).alias(name)
        if name in ("after", "after_delegation", "after_date", "error") else f.lit(None).cast(kind).alias(name)
        for name, kind in (column.split() for column in _PASSAGES.split(", "))
    ))
    return whole.mapInArrow(confirm, _PASSAGES).unionByName(broken)


def _marks(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    facts = {name: row[name] for name in ("id", "party", "day")}
    try:
        if row["text"] is None:
            raise TypeError("no text")
        for mark in _verbale.fingerprints(row["text"]):
            yield {**facts, "mark": mark}
    except (VerbaleError, TypeError) as error:
        yield {**facts, "error": str(error)}


def _passages(row: dict[str, Any], options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    facts = ({"label": row[f"{side}_id"], "delegation": row[f"{side}_party"], "date": row[f"{side}_day"]} for side in ("old", "new"))
    old, new = (_read(row[f"{side}_text"], **own, **options) for side, own in zip(("old", "new"), facts))
    many = set(row["many"] or ())
    for passage in _reuse([old, new]):
        marks = _verbale.fingerprints(passage.after.text)
        is_said_by_many = 3 * sum(mark in many for mark in marks) >= len(marks) and passage.words <= _FORMULA_WORDS
        told = {f"{side}_{name}": passage._fields[side][name] for side in ("before", "after") for name in ("delegation", "date", "text")}
        yield {
            **told,
            "kind": "formula" if is_said_by_many else passage.kind,
            "ordered": str(passage.ordered).lower(),
            "words": passage.words,
            "similarity": float(passage._fields["similarity"]),
            "before": passage.before.document,
            "after": passage.after.document,
            "changes": "; ".join(f"{change.verdict}: {change.before} → {change.after}" for change in passage.changes) or None,
        }


def _schema(columns: str) -> Any:
    import pyarrow

    kinds = {"string": pyarrow.string(), "double": pyarrow.float64(), "long": pyarrow.int64()}
    fields = (column.split() for column in columns.split(", "))
    return pyarrow.schema([pyarrow.field(name, kinds[kind]) for name, kind in fields])


def _table(rows: list[dict[str, Any]], columns: str) -> Any:
    import pyarrow

    schema = _schema(columns)
    whole = [{name: row.get(name) for name in schema.names} for row in rows]
    return pyarrow.Table.from_pylist(whole, schema=schema)


def _batch(rows: list[dict[str, Any]], columns: str) -> Any:
    import pyarrow

    schema = _schema(columns)
    whole = [{name: row.get(name) for name in schema.names} for row in rows]
    return pyarrow.RecordBatch.from_pylist(whole, schema=schema)
