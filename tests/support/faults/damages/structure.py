"""Files whose outer structure is odd, and files that are no PDF.

Belongs here: boxes, coordinates, metadata, cross-references, encryption, actions, revisions, what else is called .pdf.
Does not belong here: flipped bytes (raw_bytes), lost objects (objects).
"""

import re
import zlib
from random import Random

from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import add, some_pages, writer_of, written
from tests.support.faults.damages.raw_bytes import flipped

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("odd structure")
def odd_page_boxes(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    boxes = ((0, 0, 0, 0), (0, 0, 10**9, 10**9), (600, 800, 0, 0), (-1e9, -1e9, 1e9, 1e9), (0, 0, 1e-9, 1), (0, 0))
    for page in some_pages(base, writer, random):
        page[NameObject("/MediaBox")] = ArrayObject([FloatObject(v) for v in random.choice(boxes)])
    return written(writer)


@kind("odd structure")
def odd_numbers(base: Base, random: Random) -> bytes:
    """Texts and lines at coordinates of any size."""
    far = ("1e30", "-99999999999999", "0.0000000001", "2147483648", "1" + "0" * 300)
    pick = lambda: random.choice(far)  # noqa: E731
    drawn = (
        f"BT /FH {pick()} Tf {pick()} {pick()} Td (12.00) Tj ET {pick()} 0 m {pick()} {pick()} l S"
        f" q {pick()} 0 0 {pick()} 0 0 cm BT /FH 9 Tf 99 99 Td (34.00) Tj ET Q"
    )
    writer = writer_of(base)
    for page in some_pages(base, writer, random):
        add(writer, page, drawn)
    return written(writer)


@kind("odd structure")
def odd_metadata(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    texts = ("\ud800", "\0" * 9, "‮fdp", "x" * 100_000, "<script>", "D:99999999999999", "\x1b[31m")
    writer.add_metadata(
        {name: random.choice(texts[1:]) for name in ("/Creator", "/Producer", "/CreationDate", "/Title")}
    )
    content = written(writer)
    return content.replace(b"xxxxxxxx", b"\xd8\x00\xd8\x00\xfe\xff\xd8\x00", 1)


@kind("odd structure")
def wrong_startxref(base: Base, random: Random) -> bytes:
    return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % random.randrange(10**7), base.content)


@kind("odd structure")
def prev_in_a_circle(base: Base, random: Random) -> bytes:
    place = int(re.findall(rb"startxref\s+(\d+)", base.content)[-1])
    return base.content.replace(b"trailer\n<<", b"trailer\n<< /Prev %d " % place, 1)


@kind("odd structure")
def encrypted(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    writer.encrypt(
        random.choice(("", "secret")), owner_password="owner", algorithm=random.choice(("RC4-128", "RC4-40"))
    )
    return written(writer)


@kind("odd structure")
def actions_within(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    action = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("/bin/sh")}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.add_attachment("../../outside.txt", b"x")
    return written(writer)


@kind("odd structure")
def new_revision(base: Base, random: Random) -> bytes:
    """An incremental update that replaces an object by another's copy."""
    found = re.findall(rb"\n(\d+) 0 obj\b(.*?)endobj", base.content, re.DOTALL)
    if len(found) < 2:
        return flipped(base, random)
    (number, _), (_, body) = random.sample(found, 2)
    size = max(int(n) for n, _ in found) + 1
    root = re.search(rb"/Root (\d+ 0 R)", base.content)
    previous = int(re.findall(rb"startxref\s+(\d+)", base.content)[-1])
    start = len(base.content) + 1
    update = b"\n%s 0 obj%sendobj\n" % (number, body)
    table = len(base.content) + len(update)
    update += b"xref\n%s 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        number, start, size, root.group(1) if root else b"1 0 R", previous, table,
    )  # fmt: skip
    return base.content + update


@kind("wrong extension")
def not_a_pdf(base: Base, random: Random) -> bytes:
    return random.choice(
        (
            b"<html><title>404 Not Found</title></html>", b"PK\x03\x04" + random.randbytes(2000), b"\x89PNG\r\n\x1a\n",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), b"", b"%PDF-1.7\n%%EOF", b"%PDF-", zlib.compress(base.content),
            "部门决算".encode("utf-16"), b"%PDF-1.4\n" + random.randbytes(9000) + b"\n%%EOF",
        )
    )  # fmt: skip
