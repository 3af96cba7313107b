"""The container files say what is there: files that are copied, commands and options that exist, one volume, nobody's root."""

import re
from fnmatch import fnmatch

import pytest
import yaml

from pipelines.cli import options
from pipelines.settings import PROJECT

LINES = re.sub(r"\\\n\s*", " ", (PROJECT / "Containerfile").read_text(encoding="utf-8")).splitlines()
STEPS = [tuple(line.split(maxsplit=1)) for line in LINES if line and not line.startswith("#")]
SERVICES = yaml.safe_load((PROJECT / "compose.yaml").read_text(encoding="utf-8"))["services"]


def said(instruction: str) -> list[str]:
    return [rest for name, rest in STEPS if name == instruction]


def test_every_line_is_an_instruction():
    known = {"FROM", "RUN", "WORKDIR", "COPY", "ENV", "USER", "ENTRYPOINT", "CMD"}
    assert {name for name, _ in STEPS} == known
    assert STEPS[0][0] == "FROM"
    assert re.fullmatch(r"python:3\.\d+-slim-\w+", STEPS[0][1])


def test_what_is_copied_is_there_and_not_left_out():
    ignored = (PROJECT / ".containerignore").read_text(encoding="utf-8").split()
    assert ignored[0] == "*"
    for names in said("COPY"):
        for name in names.split()[:-1]:
            assert (PROJECT / name).exists(), name
            assert any(fnmatch(name, one.removeprefix("!")) for one in ignored if one.startswith("!")), name


def test_the_packages_are_those_of_the_lock_and_nobody_is_root():
    assert any("--require-hashes -r requirements.lock" in step for step in said("RUN"))
    assert said("USER") == ["1000"]
    assert [name for name, _ in STEPS].index("USER") < [name for name, _ in STEPS].index("ENTRYPOINT")


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_a_command_over_the_one_volume(name):
    service = SERVICES[name]
    assert options.parser().parse_args(service["command"]).command == name
    assert "warehouse:/data/warehouse" in service["volumes"]
    assert "./raw:/data/raw:ro" in service["volumes"]
    assert service["build"]["dockerfile"] == "Containerfile"
    if name != "warehouse":
        assert (service["network_mode"], service["cap_drop"]) == ("host", ["ALL"])
