"""Audit: whether a package of the lock files has a known vulnerability: `make audit`.

Belongs here: installing pip-audit in a venv of its own, asking it, one line of what came of it. Does not belong here: the lock
files (make lock). Exit status 1 for a vulnerability, 0 for none, and 0 with an honest line where nobody could be asked: a
network that is not there fails no build.
"""

import json
import subprocess
import sys
import time
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
TOOL = PROJECT / ".venv" / "audit"
WANTED = "pip-audit==2.10.1"
SECONDS = 60
"""In which all has to be done."""


class NotAudited(Exception):
    """Why nothing, or not all, is known."""


def main() -> int:
    """Audit the lock files of the project; returns the exit status."""
    locks, until = sorted(PROJECT.glob("requirements*.lock")), time.monotonic() + SECONDS
    try:
        tool = _tool(until)
        packages = [package | {"lock": lock.name} for lock in locks for package in _ask(tool, lock, until)]
    except (NotAudited, OSError, subprocess.SubprocessError, ValueError) as error:
        print(f"not audited: {_in_a_line(error)}")
        return 0
    print("\n".join(_lines(packages, len(locks))))
    return 1 if any(package.get("vulns") for package in packages) else 0


def _tool(until: float) -> Path:
    """pip-audit, installed where it is not there yet; raises NotAudited."""
    tool = TOOL / "bin" / "pip-audit"
    if not tool.exists():
        venv.create(TOOL, with_pip=True, clear=True)
        install = [TOOL / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", WANTED]
        if (done := _run(install, until)).returncode:
            raise NotAudited(f"{WANTED} cannot be installed: {done.stderr}")
    return tool


def _ask(tool: Path, lock: Path, until: float) -> list[dict]:
    """The packages of a lock file as pip-audit knows them: name, version, vulns or skip_reason; raises NotAudited."""
    asked = [tool, "--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json", "-r", lock]
    done = _run(asked, until)
    if not done.stdout.strip():
        raise NotAudited(f"{lock.name}: {done.stderr}")
    return json.loads(done.stdout)["dependencies"]


def _run(command: Sequence[str | Path], until: float) -> subprocess.CompletedProcess[str]:
    left = max(1.0, until - time.monotonic())
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=left, check=False)


def _lines(packages: Sequence[dict], locks: int) -> Iterator[str]:
    """A line a vulnerability, then how many packages were asked for, and how many of them nobody knew anything of."""
    for package in packages:
        for found in package.get("vulns", []):
            mended = ", ".join(found["fix_versions"]) or "no version yet"
            yield f"{package['lock']}: {package['name']} {package['version']}: {found['id']}, mended in {mended}"
    unknown = [package for package in packages if "skip_reason" in package]
    if unknown:
        yield f"not audited: {len(unknown)} of {len(packages)} packages, the first: {_in_a_line(unknown[0]['skip_reason'])}"
    if len(unknown) < len(packages):
        count = sum(len(package.get("vulns", [])) for package in packages)
        yield f"audited: {len(packages) - len(unknown)} packages in {locks} lock files, {count} known vulnerabilities"


def _in_a_line(said: object) -> str:
    """The last line of what was said, which says what came of it."""
    if isinstance(said, subprocess.TimeoutExpired):
        return f"no answer within {SECONDS} s"
    return (str(said).strip().splitlines() or ["no answer"])[-1][:300]


if __name__ == "__main__":
    sys.exit(main())
