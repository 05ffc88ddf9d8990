"""The lines of docs/corpora.md do what they say, each where its engine is installed."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[3] / "docs" / "corpora.md"
ROWS = {
    "id": ["m20", "m21"],
    "delegation": ["Marenia", "Marenia"],
    "date": ["2020", "2021"],
    "text": ["More than 140 people were killed by mines.", "More than 200 people were killed by mines."],
}


def lines_below(heading):
    """The Python of a section of the page."""
    section = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.search(r"```python\n(.*?)```", section, re.DOTALL)[1]


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.chdir(tmp_path)
    parquet.write_table(pyarrow.table(ROWS), "corpus.parquet")
    return parquet


def test_polars_and_duckdb_take_the_figures(corpus):
    pytest.importorskip("polars")
    pytest.importorskip("duckdb")
    names = {}
    exec(lines_below("Tables in Python"), names)
    assert corpus.read_table("figures.parquet")["raw"].to_pylist() == ["More than 140 people", "More than 200 people"]
    figures = names["figures"]
    assert names["duckdb"].sql("select unit, count(*) from figures group by unit").fetchall() == [("person", 2)]
    assert figures.num_rows == 2


def test_ray_maps_batches_of_texts_to_figures(corpus):
    ray = pytest.importorskip("ray")
    ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1")
    try:
        exec(lines_below("Ray"), {})
        assert corpus.read_table("figures")["value"].to_pylist() == ["140", "200"]
    finally:
        ray.shutdown()


def test_spark_reads_figures_changes_ledgers_and_passages(corpus, request):
    # Java is started in the folder of the corpus and stays there.
    session = request.getfixturevalue("spark_session")
    exec(lines_below("Spark"), {"df": session.read.parquet("corpus.parquet")})
    assert corpus.read_table("figures").num_rows == 2
    assert corpus.read_table("changes")["verdict"].to_pylist() == ["increased"]
    assert corpus.read_table("cells")["value"].to_pylist() == ["140", "200"]
    assert Path("passages").is_dir()
