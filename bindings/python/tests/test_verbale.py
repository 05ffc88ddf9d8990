"""The package gives what the program gives, and says what it cannot read."""

import doctest
import pickle
import threading
from decimal import Decimal
from pathlib import Path

import pytest

import verbale

FIXTURES = Path(__file__).parents[3] / "fixtures"
MARENIA = sorted((FIXTURES / "statements/marenia").glob("*.txt"))
BEFORE, AFTER = "More than 140 people were killed since 2020.", "More than 200 people were killed since 2020."


def test_the_examples_of_the_calls_hold():
    assert doctest.testmod(verbale).failed == 0


def test_a_change_has_a_verdict_and_exact_numbers():
    change = verbale.diff(BEFORE, AFTER).figures[0]
    assert (change.verdict, change.kind) == ("increased", "figure")
    assert (change.before.value, change.after.value) == (Decimal(140), Decimal(200))
    assert change.delta.absolute == Decimal(60) and isinstance(change.delta.absolute, Decimal)
    assert change.after.raw == "More than 200 people"


def test_text_bytes_and_files_are_one_source():
    path = MARENIA[0]
    whole = path.read_text(encoding="utf-8")
    told = [figure.raw for figure in verbale.figures(path)]
    assert told and told == [figure.raw for figure in verbale.figures(path.read_bytes())]
    assert told == [figure.raw for figure in verbale.figures(whole)]
    assert told == [figure.raw for figure in verbale.figures((path.name, path.read_bytes()))]
    assert told == [figure.raw for figure in verbale.read(path).figures]


def test_a_docx_is_read_from_bytes():
    path = next((FIXTURES / "documents").glob("*.docx"))
    assert verbale.text((path.name, path.read_bytes())) == verbale.text(path)


def test_a_str_that_names_a_file_is_refused():
    with pytest.raises(ValueError, match="pathlib.Path"):
        verbale.figures(str(MARENIA[0]))


def test_an_error_names_file_code_and_remedy():
    with pytest.raises(verbale.VerbaleError) as caught:
        verbale.figures(Path("nowhere.txt"))
    error = caught.value
    assert (error.path, error.code, error.line) == ("nowhere.txt", "missing_file", None)
    assert error.remedy in str(error)


def test_what_is_no_source_and_no_option_is_refused():
    with pytest.raises(TypeError, match="int is no statement"):
        verbale.read(5)
    with pytest.raises(TypeError, match="unknown option 'langauge'"):
        verbale.figures(["a"], langauge="en")
    with pytest.raises(ValueError, match="accept"):
        verbale.read("We go.", tracked="maybe")


def test_a_bad_source_is_a_row_with_an_error_in_its_place():
    rows = verbale.figures(["We cleared 5 fields.", None, b"\x00\x01\x02", float("nan"), "We cleared 7 fields."])
    assert [getattr(row, "error", None) is not None for row in rows] == [False, True, True, True, False]
    assert len(rows.errors) == 3 and rows.errors[1].code == "unreadable"
    assert rows[4].document == "text 5"


def test_two_lists_are_compared_pair_by_pair():
    found = verbale.diff([BEFORE, "We go.", None], [AFTER, "We go.", "We stay."])
    assert found[0].figures[0].verdict == "increased"
    assert not found[1].differs
    assert isinstance(found[2], verbale.ErrorRow)
    with pytest.raises(ValueError, match="1 sources before and 2 after"):
        verbale.diff(["a"], ["b", "c"])


def test_each_statement_is_compared_with_the_one_before_it_of_its_delegation():
    said = lambda count, delegation, date: verbale.read(f"We cleared {count} fields.", delegation=delegation, date=date)
    rows = [said(9, "Marenia", "2022"), said(1, "Solvia", "2020"), None, said(5, "Marenia", "2020"), said(7, "Marenia", "2021"), said(2, "Solvia", "2021")]
    error, *found = verbale.diff_consecutive(rows)
    assert isinstance(error, verbale.ErrorRow)
    counts = [(diff.figures[0].before.value, diff.figures[0].after.value) for diff in found]
    assert counts == [(5, 7), (7, 9), (1, 2)]


def test_statements_without_a_date_are_compared_in_the_given_order():
    rows = [verbale.read(f"We cleared {count} fields.", delegation="Marenia", date=date) for count, date in ((9, "2022"), (5, None), (7, "2021"))]
    counts = [diff.figures[0].after.value for diff in verbale.diff_consecutive(rows)]
    assert counts == [5, 7]


def test_a_ledger_follows_a_measure_over_the_years():
    ledger = verbale.ledger(MARENIA)
    assert len(ledger.documents) == len(MARENIA)
    assert ledger.to_csv().count("\n") == len(ledger) + 1
    verdicts = [step.verdict for row in ledger for step in row.verdicts]
    assert "increased" in verdicts or "decreased" in verdicts


def test_a_ledger_names_the_subjects_that_the_last_statement_leaves_out():
    named = [verbale.read("We thank the Coastal Survey Office.", delegation="Marenia", date=str(year)) for year in (2021, 2022, 2023)]
    last = verbale.read("We thank the villages.", delegation="Marenia", date="2024")
    assert [subject.name for subject in verbale.ledger([*named, last]).silent_subjects] == ["Coastal Survey Office"]
    assert verbale.ledger(named).silent_subjects == []


SAID = "more than NUMBER families of the upper valley came home to their fields and sowed maize before the rain set in."


def test_passages_that_two_delegations_share_have_both_places_and_the_figure_that_differs():
    old = verbale.read(f"In spring {SAID.replace('NUMBER', '140')}", delegation="Marenia", date="2021", label="old")
    new = verbale.read(f"In spring {SAID.replace('NUMBER', '200')}", delegation="Solvia", date="2022", label="new")
    found = verbale.reuse([new, old])
    passage = found[0]
    assert (len(found), passage.kind, passage.ordered) == (1, "copied", True)
    assert (passage.before.document, passage.after.delegation) == ("old", "Solvia")
    assert [(change.verdict, change.delta.text) for change in passage.changes] == [("increased", "floor +60")]
    assert found.to_dict()["reuse"][0] == passage.to_dict()
    assert "<td>copied</td>" in found._repr_html_()


def test_promises_are_followed_and_single_ones_can_be_left_out():
    every, followed = verbale.promises(MARENIA), verbale.promises(MARENIA, all=False)
    assert 0 < len(followed) < len(every)


def test_a_collation_puts_readings_side_by_side():
    rows = verbale.collate(["We go.", "We go.", "We stay."])
    assert rows[0].readings == ["We go.", "We go.", "We stay."]
    words = verbale.collate(["We go.", "We stay."], level="word")
    assert [row.readings for row in words if row.relation != "equal"] == [["go.", "stay."]]
    assert words.to_dict()["collations"][0]["witnesses"] == ["text 1", "text 2"]


def test_a_report_is_a_page_and_a_short_form(tmp_path):
    report = verbale.report(*MARENIA)
    report.save(tmp_path / "page.html")
    report.save(tmp_path / "page.md")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == report.html
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == report.markdown
    with pytest.raises(ValueError, match="two are compared; .*nowhere.txt"):
        verbale.report("We go.", Path("nowhere.txt"))


def test_answers_show_themselves_in_a_notebook():
    page = verbale.diff(BEFORE, AFTER)._repr_html_()
    assert page.startswith("<iframe sandbox=") and "srcdoc=" in page and "<html" not in page
    for rows in (verbale.figures(["<b>5</b> fields", None]), verbale.ledger([BEFORE, AFTER]), verbale.promises(BEFORE)):
        table = rows._repr_html_()
        assert table.startswith("<table>") and "<b>" not in table


def test_records_are_dicts_with_attributes_and_pickle():
    figure = verbale.figures(BEFORE)[0]
    assert figure.to_dict()["value"] == "140" and figure.value == 140
    assert pickle.loads(pickle.dumps(figure)) == figure
    assert "value" in dir(figure)
    with pytest.raises(AttributeError, match="no field 'vlaue'"):
        figure.vlaue


def test_options_beat_what_the_text_says():
    document = verbale.read("We go.", delegation="Marenia", date="2021-06-22", label="first").document
    assert (document.delegation, document.date, document.id) == ("Marenia", "2021-06-22", "first")


def test_statements_are_read_side_by_side():
    text = MARENIA[0].read_text(encoding="utf-8")
    counts = []
    threads = [threading.Thread(target=lambda: counts.append(len(verbale.figures(text)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [len(verbale.figures(text))] * 8
