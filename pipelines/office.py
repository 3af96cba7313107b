"""Office: a Word 97 document as docx, by LibreOffice where it is installed, in a process that can reach nothing else.

Belongs here: whether it is there, starting it in a cage, what it leaves. Does not belong here: the cage itself (cage), reading the
docx (formats), when it is done (reading). Macros never run, links are not followed, and there is no network.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMS = ("soffice", "libreoffice")
CONVERTED, ABSENT = "LibreOffice", "no LibreOffice"
"""What the reading of a document says that was converted, and of one that was not, for there was nothing to do it."""
SECONDS, MEMORY = 60, 8192
"""Seconds of processor time a document may take, and MiB of addresses (LibreOffice reserves far more than it uses)."""
_PATIENCE = 4
"""Times that by the clock."""
_LARGEST = 64 << 20
"""Bytes of a docx above which it is none of a report."""
_AGAIN = 81
"""Exit status with which it asks to be started once more, for its profile is new."""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


class NotConverted(Exception):
    """A document that was not converted; the message says why."""


def program() -> Path | None:
    """Where LibreOffice is, if it is installed: the program itself, which the command on the PATH would start."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    own = found and Path(found).resolve().with_name("soffice.bin")
    return own if own and own.is_file() else None


def states() -> tuple[str, ...]:
    """What readings of Word 97 documents say that need not be read again: converted, or not to be had."""
    return (CONVERTED,) if program() else (CONVERTED, ABSENT)


def convert(content: bytes) -> bytes:
    """Make a docx of a Word 97 document; raises NotConverted."""
    with tempfile.TemporaryDirectory(prefix="final-accounts-") as name:
        folder = Path(name).resolve()
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (folder / "document.doc").write_bytes(content)
        status, said = _run(folder)
        if status == _AGAIN:
            _, said = _run(folder)
        made = folder / "document.docx"
        if not made.is_file() or made.is_symlink():
            raise NotConverted(said or "it made no docx")
        if made.stat().st_size > _LARGEST:
            raise NotConverted("its docx is too large")
        return made.read_bytes()


def _run(folder: Path) -> tuple[int, str]:
    """Run LibreOffice on the document in a folder; returns its exit status and the last line it said. Raises NotConverted where it takes too long."""
    command = [sys.executable, "-m", __name__, str(folder), str(program() or "")]
    environment = {
        "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "PATH": os.defpath, "SAL_USE_VCLPLUGIN": "svp",
    }  # fmt: skip
    place = Path(__file__).resolve().parent.parent
    with subprocess.Popen(
        command, cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            said, _ = process.communicate(timeout=SECONDS * _PATIENCE)
        except subprocess.TimeoutExpired:
            raise NotConverted("it took longer than the time limit") from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # what it started ends with it
            _socket_of(folder).unlink(missing_ok=True)
    return process.returncode, said.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]


def _socket_of(folder: Path) -> Path:
    """The socket that LibreOffice makes for its profile among temporary files, and leaves where it is killed."""
    digest = hashlib.md5(_profile(folder).encode("utf-16-le"), usedforsecurity=False).digest()
    return Path("/tmp", f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{''.join(f'{byte:x}' for byte in digest)}")  # noqa: S108


def _profile(folder: Path) -> str:
    return (folder / "profile").as_uri()


def main() -> None:
    """Become LibreOffice, in the cage: python -m pipelines.office FOLDER PROGRAM."""
    from pipelines.cage import enter_to_run

    folder, found = Path(sys.argv[1]), sys.argv[2]
    if not found:
        sys.exit("LibreOffice is not installed")
    profile = _profile(folder)  # before the cage closes: it imports a module in Python 3.13
    os.chdir(folder)
    try:
        enter_to_run(Path(found), folder, SECONDS, MEMORY)
    except OSError as error:
        sys.exit(f"this system offers no cage for it ({error.strerror})")
    options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    os.execv(  # noqa: S606 - no shell is wanted
        found,
        [
            found,
            f"-env:UserInstallation={profile}",
            *options,
            "--convert-to",
            "docx",
            "--outdir",
            str(folder),
            "document.doc",
        ],
    )


if __name__ == "__main__":
    main()
