"""The commit hook in a repository of its own."""

import subprocess
import sys

import pytest

OLD = "Statement of Denmark\n\nMore than 140 people were killed by mines. We met in spring.\n"


@pytest.fixture
def repository(tmp_path):
    def git(*arguments):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    git("config", "user.email", "desk@example.org")
    git("config", "user.name", "Desk")
    (tmp_path / "statement.txt").write_text(OLD)
    git("add", ".")
    git("commit", "-m", "First")

    def staged(text, *names):
        (tmp_path / "statement.txt").write_text(text)
        git("add", ".")
        command = [sys.executable, "-m", "verbale.hook", *(names or ("statement.txt",))]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return staged


def test_a_changed_figure_stops_a_commit_and_is_told(repository):
    told = repository(OLD.replace("140", "200"))
    assert told.returncode == 1
    assert "statement.txt: people killed" in told.stdout
    assert "More than 140 people → More than 200 people (increased)" in told.stdout


def test_other_words_and_new_files_do_not(repository):
    assert repository(OLD.replace("in spring", "in the spring")).returncode == 0
    assert repository(OLD.replace("140 people", "one hundred and forty people")).returncode == 0
    assert repository(OLD, "new.txt").returncode == 0


def test_a_file_that_cannot_be_read_is_told(repository):
    told = repository("")
    assert told.returncode == 2
    assert "statement.txt: " in told.stderr
