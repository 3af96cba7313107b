"""What is set down once: a file beside the reports, each setting as a variable of the environment, which wins."""

import pytest

from pipelines.cli import config_file
from pipelines.cli.config_file import NotUnderstood, apply


def test_settings_are_those_of_our_own_file_alone(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.final-accounts]\nkeep = 1\nlanguage = 'en'\n")
    environment = {"FINAL_ACCOUNTS_LANGUAGE": "zh"}
    apply(tmp_path, environment)
    assert environment == {"FINAL_ACCOUNTS_LANGUAGE": "zh", "FINAL_ACCOUNTS_KEEP": "1"}
    (tmp_path / "final-accounts.toml").write_text(
        "raw = 'reports'\nwarehouse = '/made'\ntime_limit = 60\nkeep = 0\nscans = 'left'\n"
    )
    assert config_file.settings(tmp_path) == {
        "raw": str(tmp_path / "reports"), "warehouse": "/made", "time_limit": "60", "keep": "0", "scans": "left",
    }  # fmt: skip


def test_a_folder_without_a_file_sets_nothing(tmp_path):
    assert config_file.settings(tmp_path) == {}
    (tmp_path / "pyproject.toml").write_text("[tool.other]\na = 1\n")
    assert config_file.settings(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on_failure = 'rm'", "has settings nobody knows, on_failure"),
        ("workers = 0", "workers has to be a whole number of 1 or more"),
        ("time_limit = 1.5", "time_limit has to be a whole number of 1 or more"),
        ("keep = true", "keep has to be a whole number of 0 or more"),
        ("raw = 3", "raw has to be a text"),
        ("raw = ", "cannot be read"),
    ],
)
def test_what_cannot_be_said_is_refused_in_a_sentence(tmp_path, text, said):
    (tmp_path / "final-accounts.toml").write_text(text)
    with pytest.raises(NotUnderstood, match=said):
        config_file.settings(tmp_path)
