"""docs/operate.md says what there is to set, and no more."""

import re

import dagster as dg

from pipelines.cli import options
from pipelines.orchestration import sensors
from pipelines.orchestration.definitions import defs
from pipelines.settings import PROJECT
from pipelines.warehouse import shrinking

TEXT = (PROJECT / "docs" / "operate.md").read_text(encoding="utf-8")


def test_every_variable_of_the_environment_is_told_and_no_other():
    code = [path.read_text(encoding="utf-8") for path in (PROJECT / "pipelines").rglob("*.py")]
    used = {name for text in code for name in re.findall(r"\bFINAL_ACCOUNTS_[A-Z_]+\b", text)}
    assert set(re.findall(r"^\| (FINAL_ACCOUNTS_\w+) \|", TEXT, re.MULTILINE)) == used


def test_every_sensor_and_schedule_is_told():
    told = re.findall(r"^\| (?:sensor|schedule) `(\w+)` \|", TEXT, re.MULTILINE)
    assert sorted(told) == sorted(one.name for one in (*defs.sensors, *defs.schedules))


def test_times_and_limits_are_those_of_the_code():
    assert f"every {sensors._LOOK_EVERY} s" in TEXT
    assert f"every {sensors._ASK_EVERY // 3600} h" in TEXT
    assert sensors.season.cron_schedule == "30 5 * 7-11 *"
    assert "05:30 Shanghai time, July to November" in TEXT
    assert sensors.season.default_status == dg.DefaultScheduleStatus.STOPPED
    default = options.parser().parse_args(["warehouse"])
    assert f"(`--keep`): {default.keep} |" in TEXT
    assert "The last three are kept" in TEXT
    assert shrinking.UNASKED == 10
    assert "more than a tenth of the published reports" in TEXT
    assert f"`--time-limit` seconds of processor time ({default.time_limit};" in TEXT
    assert f"`--memory-limit` MiB ({default.memory_limit};" in TEXT
