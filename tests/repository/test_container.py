"""The container files say what is there: files that are copied, commands and options that exist, one volume, nobody's root."""

import re
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from pipelines.cli import options
from pipelines.settings import PROJECT

LINES = re.sub(r"\\\n\s*", " ", (PROJECT / "Containerfile").read_text(encoding="utf-8")).splitlines()
STEPS = [tuple(line.split(maxsplit=1)) for line in LINES if line and not line.startswith("#")]
OPERATE = (PROJECT / "docs" / "operate.md").read_text(encoding="utf-8")
SERVICES = yaml.safe_load((PROJECT / "compose.yaml").read_text(encoding="utf-8"))["services"]
TEAM = yaml.safe_load((PROJECT / "docs" / "compose.team.yaml").read_text(encoding="utf-8"))


def said(instruction: str) -> list[str]:
    return [rest for name, rest in STEPS if name == instruction]


def test_every_line_is_an_instruction():
    known = {"FROM", "ARG", "RUN", "WORKDIR", "COPY", "ENV", "USER", "ENTRYPOINT", "CMD"}
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


def test_a_chinese_font_is_installed_and_our_code_is_compiled():
    """Without the first, text in a font that a PDF names and does not bring is blank on pictures; /app is nobody's to write to."""
    assert any(re.search(r"apt-get install .*\bfonts-wqy-microhei\b", step) for step in said("RUN"))
    assert any("compileall -q pipelines" in step for step in said("RUN"))


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_a_command_over_the_one_volume(name):
    service = SERVICES[name]
    assert options.parser().parse_args(service["command"]).command == name
    assert "warehouse:/data/warehouse" in service["volumes"]
    assert "./raw:/data/raw:ro" in service["volumes"]
    assert service["build"]["dockerfile"] == "Containerfile"
    assert service["network_mode"] == ("none" if name == "warehouse" else "host")
    assert (service["cap_drop"], service["read_only"], service["tmpfs"]) == (["ALL"], True, ["/tmp"])
    assert {*service["environment"]} <= set(re.findall(r"FINAL_ACCOUNTS_\w+", OPERATE))


@pytest.mark.parametrize(
    ("name", "path", "module"),
    [
        ("desk", "/desk.css", "pipelines.serving.desk.application"),
        ("ui", "/server_info", "dagster_webserver.webserver"),
    ],
)
def test_health_is_asked_of_the_port_and_path_that_a_service_serves(name, path, module):
    service = SERVICES[name]
    port = options.parser().parse_args(service["command"]).port
    assert f"urlopen('http://127.0.0.1:{port}{path}', " in service["healthcheck"]["test"][-1]
    assert f'Route("{path}"' in Path(find_spec(module).origin).read_text(encoding="utf-8")


def test_the_guide_starts_services_that_are_there():
    (once,) = re.findall(r"podman-compose --profile (\w+) run --rm (\w+)", OPERATE)
    (up,) = re.findall(r"podman-compose up -d (\w+(?: \w+)*)", OPERATE)
    assert SERVICES[once[1]]["profiles"] == [once[0]]
    assert {*up.split(), once[1]} == {*SERVICES}


@pytest.mark.parametrize("name", ["ui", "reader"])
def test_a_service_of_the_team_starts_a_node_and_the_head_is_where_the_readers_look(name):
    """Who asks a cluster of Ray must be on one of its nodes, so that `ui` is the head; the image's own entrypoint is ours."""
    service = TEAM["services"][name]
    words = " ".join([*service["entrypoint"], *service["command"]])
    assert service["image"] == "accounts:local"
    assert "ray start --head --port 6379" in words if name == "ui" else "ray start --address ui:6379" in words
    assert words.endswith("&& exec final-accounts ui" if name == "ui" else "--block")
    assert {*service["environment"]} - {"PGPASSFILE"} <= set(re.findall(r"FINAL_ACCOUNTS_\w+", OPERATE))


def test_what_the_team_writes_lies_on_its_volume_and_its_secrets_are_there():
    environment = TEAM["services"]["ui"]["environment"]
    assert TEAM["services"]["ui"]["volumes"] == TEAM["services"]["reader"]["volumes"] == ["data:/data"]
    assert all(environment[f"FINAL_ACCOUNTS_{name}"].startswith("/data/") for name in ("RAW", "WAREHOUSE", "LAKE_DATA"))
    assert any("--owner=accounts /data " in step for step in said("RUN"))
    assert environment["PGPASSFILE"] == f"/run/secrets/{TEAM['services']['ui']['secrets'][0]}"
    assert {name for service in TEAM["services"].values() for name in service["secrets"]} == {*TEAM["secrets"]}
