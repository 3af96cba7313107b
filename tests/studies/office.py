"""Office: a report as a Word 97 document, through the real LibreOffice: `python -m tests.studies.office REPORT.pdf …`.

Each is written as docx, made a doc of by LibreOffice, converted back in the cage as a run does, read, and held against the PDF: amounts
and claims that are read otherwise are listed. It needs libreoffice-writer-nogui.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from pipelines import office
from pipelines.formats import kind_of
from pipelines.pdf import Source, read_source
from pipelines.reading.readings import Reading
from pipelines.reading.report import read_once
from tests.support.files import rewriting


def main() -> None:
    """Print a line a report."""
    for name in sys.argv[1:]:
        given = read_once(read_source(Path(name)), None)
        document = _as_doc(rewriting.as_docx(given.document))
        start = perf_counter()
        converted = office.convert(document)
        seconds = perf_counter() - start
        again = read_once(Source("说明.doc", document, "", converted), None)
        print(f"{Path(name).name}: {kind_of(document)}, converted in {seconds:.1f} s, {again.status}")
        for what, say in (("amounts", _amounts), ("claims", _claims)):
            printed, read = say(given), say(again)
            print(
                f"  {what}: {printed.total()} printed, {(printed & read).total()} read; otherwise: {list((read - printed).elements())[:5]}"
            )


def _as_doc(content: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.docx"
        path.write_bytes(content)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [str(office.program()), profile, "--headless", "--convert-to", "doc", "--outdir", folder, str(path)]
        while (
            subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 81
        ):
            pass
        return path.with_suffix(".doc").read_bytes()


def _amounts(reading: Reading) -> Counter:
    return Counter(
        (a.form, a.panel, a.line, a.code, a.column, a.label, a.text)
        for form in reading.forms for a in form.amounts if a.mark != "blank"
    )  # fmt: skip


def _claims(reading: Reading) -> Counter:
    return Counter((c.subject, c.role, c.code, c.text, c.section) for c in reading.prose.claims)


if __name__ == "__main__":
    main()
