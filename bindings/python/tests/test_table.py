"""A column of texts becomes a table in whatever library it lives."""

import pytest

import verbale

IDS = ["a", "b", "c", "d"]
TEXTS = ["We cleared 5 fields.", None, "We cleared 140 mines and 7 fields.", " "]
RAW = ["5 fields", None, "140 mines", "7 fields", None]
ERRORS = [None, "no text", None, None, "an empty text"]


def test_pyarrow_takes_the_table_and_gives_columns():
    pyarrow = pytest.importorskip("pyarrow")
    for make in (pyarrow.array, lambda values: pyarrow.chunked_array([values[:1], values[1:]])):
        table = pyarrow.table(verbale.figures_table(make(IDS), make(TEXTS)))
        assert table["document"].to_pylist() == ["a", "b", "c", "c", "d"]
        assert table["raw"].to_pylist() == RAW
        assert table["error"].to_pylist() == ERRORS
    assert table.column_names == verbale.figures_table([], []).column_names
    assert pyarrow.table(verbale.figures_table([], [])).num_rows == 0


def test_string_views_and_large_strings_are_columns_too():
    pyarrow = pytest.importorskip("pyarrow")
    for kind in (pyarrow.large_string(), pyarrow.string_view()):
        table = pyarrow.table(verbale.figures_table(IDS, pyarrow.array(TEXTS, kind)))
        assert table["raw"].to_pylist() == RAW


def test_pandas_series_go_in_and_a_frame_comes_out():
    pandas = pytest.importorskip("pandas")
    pyarrow = pytest.importorskip("pyarrow")
    frame = pandas.DataFrame({"id": IDS, "text": TEXTS})
    found = pyarrow.table(verbale.figures_table(frame["id"], frame["text"])).to_pandas()
    assert list(found["raw"].dropna()) == [raw for raw in RAW if raw]
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert len(pandas.DataFrame.from_arrow(verbale.figures_table(frame["id"], frame["text"]))) == 5


def test_polars_series_go_in_and_a_frame_comes_out():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"id": IDS, "text": TEXTS})
    found = polars.DataFrame(verbale.figures_table(frame["id"], frame["text"]))
    assert found["raw"].to_list() == RAW


def test_duckdb_queries_the_table():
    duckdb = pytest.importorskip("duckdb")
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(verbale.figures_table(IDS, TEXTS))
    query = "select sum(cast(value as decimal(20, 2))) from figures where unit = 'field'"
    relation = duckdb.from_arrow(table).query("figures", query)
    assert int(relation.fetchall()[0][0]) == 12


def test_many_rows_stay_in_their_order():
    pyarrow = pytest.importorskip("pyarrow")
    ids = [str(at) for at in range(2000)]
    texts = [f"We cleared {at + 10} fields." for at in range(2000)]
    table = pyarrow.table(verbale.figures_table(ids, texts))
    assert table["document"].to_pylist() == ids
    assert table["value"].to_pylist() == [str(at + 10) for at in range(2000)]


def test_columns_of_two_lengths_are_refused():
    with pytest.raises(ValueError, match="2 ids and 1 texts"):
        verbale.figures_table(["a", "b"], ["x"])
