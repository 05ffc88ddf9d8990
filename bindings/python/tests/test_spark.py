"""The same answers from a data frame on Spark; skipped where there is no Spark."""

import pytest

import verbale

pyspark = pytest.importorskip("pyspark")

ROWS = [
    ("m20", "Marenia", "2020", "More than 140 people were killed by mines."),
    ("m21", "Marenia", "2021", "More than 200 people were killed by mines."),
    ("o20", "Ostland", "2020", "We cleared 5 fields."),
    ("o21", "Ostland", "2021", None),
    ("o22", "Ostland", "2022", "We cleared 7 fields."),
]


@pytest.fixture(scope="module")
def frame(spark_session):
    return spark_session.createDataFrame(ROWS, "id string, delegation string, date string, text string")


def test_figures_are_those_of_the_table(frame):
    from verbale import spark

    found = {(row.document, row.raw, row.error) for row in spark.figures(frame).collect()}
    ids, texts = [row[0] for row in ROWS], [row[3] for row in ROWS]
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(verbale.figures_table(ids, texts)).to_pylist()
    assert found == {(row["document"], row["raw"], row["error"]) for row in table}


def test_years_that_follow_each_other_are_compared_in_one_call(frame):
    from verbale import spark

    rows = spark.diff(spark.consecutive_pairs(frame)).collect()
    told = {(row.pair, row.verdict, row.delta) for row in rows if not row.error}
    assert told == {("m20..m21", "increased", "floor +60")}
    assert {row.pair for row in rows if row.error} == {"o20..o21", "o21..o22"}


def test_the_ledger_of_each_party_is_a_row_a_cell(frame):
    from verbale import spark

    rows = spark.ledger(frame).collect()
    told = {(row.document, row.value, row.verdict) for row in rows if not row.error}
    expected = {("m20", "140", None), ("m21", "200", "increased"), ("o20", "5", None), ("o22", "7", "increased")}
    assert told == expected
    assert [(row.document, row.error) for row in rows if row.error] == [("o21", "no text")]


def test_passages_are_those_of_the_plain_call(frame):
    from verbale import spark

    said = "families of the upper valley came home to their fields and sowed maize before the rain set in and the road was shut"
    rows = [
        ("m20", "Marenia", "2020", f"In spring more than 140 {said}."),
        ("o21", "Ostland", "2021", f"We know that more than 200 {said}."),
        ("s22", "Solvia", "2022", "The year was long, and the schools of the coast have books for all who want to read."),
        ("s23", "Solvia", "2023", None),
    ]
    found = spark.reuse(frame.sparkSession.createDataFrame(rows, frame.schema)).collect()
    told = [row for row in found if not row.error]
    plain = verbale.reuse([verbale.read(text, delegation=party, date=date, label=id) for id, party, date, text in rows[:3]])
    assert [(row.before, row.after, row.kind, row.words, row.after_text) for row in told] == [
        (one.before.document, one.after.document, one.kind, one.words, one.after.text) for one in plain
    ]
    assert told[0].changes.startswith("increased: more than 140 families")
    assert [(row.after, row.error) for row in found if row.error] == [("s23", "no text")]
