"""The licence is stated once in full, and the package names it."""

import tomllib

from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from pipelines.settings import PROJECT

HOLDER = "Copyright 2026 the final-accounts-warehouse contributors"


def test_the_licence_is_the_whole_apache_licence_with_its_holder():
    text = (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert [text.count(f"\n   {number}. ") for number in range(1, 10)] == [1] * 9
    assert text.index("TERMS AND CONDITIONS FOR USE") < text.index("END OF TERMS AND CONDITIONS") < text.index(HOLDER)
    assert "[yyyy]" not in text
    assert len(text.split()) > 1500


def test_a_built_package_carries_the_licence():
    """What the build backend makes of pyproject.toml, not only what stands there."""
    config = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    core = ProjectMetadata(str(PROJECT), PluginManager(), config).core
    assert (core.license_expression, core.license_files) == ("Apache-2.0", ["LICENSE"])
