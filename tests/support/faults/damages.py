"""Ways in which a PDF is spoiled, by name: what strangers' web sites, programs and pranks do to a report.

Belongs here: one function a kind, from a sound file to the bytes of a damaged one, by a seeded Random.
Does not belong here: file names and links (tests/support/faults/odd_names.py), reading what comes out (tests/studies/hostile.py).
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)  # fmt: skip

from pipelines.forms.forms import Amount
from pipelines.reading.report import Reading

Place = tuple[str, str, str, str, str]
"""A cell of a form: form, panel, line, code, column."""


@dataclass(frozen=True)
class Base:
    """A sound report: its file, bytes and reading; `shown` takes what a damage makes a cell print (None: nothing sure)."""

    path: Path
    content: bytes
    reading: Reading
    shown: dict[Place, str | None] = field(default_factory=dict)

    def figures(self) -> list:
        """The numbers of its forms."""
        return [a for form in self.reading.forms for a in form.amounts if a.value]


Damage = Callable[[Base, Random], bytes]
KINDS: dict[str, tuple[str, Damage]] = {}
"""Name → (group, function)."""


def kind(group: str) -> Callable[[Damage], Damage]:
    """Register a damage under its function's name."""

    def register(damage: Damage) -> Damage:
        KINDS[damage.__name__.strip("_").replace("_", " ")] = group, damage
        return damage

    return register


# bytes


@kind("bytes flipped")
def flipped(base: Base, random: Random) -> bytes:
    content = bytearray(base.content)
    for _ in range(random.choice((1, 5, 50, 500))):
        content[random.randrange(9, len(content) - 8)] = random.randrange(256)
    return bytes(content)


@kind("bytes flipped")
def bits_flipped(base: Base, random: Random) -> bytes:
    content = bytearray(base.content)
    for _ in range(random.choice((1, 3, 10))):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return bytes(content)


@kind("bytes flipped")
def block_zeroed(base: Base, random: Random) -> bytes:
    size = random.choice((16, 512, 4096))
    start = random.randrange(len(base.content) - size)
    return base.content[:start] + bytes(size) + base.content[start + size :]


@kind("bytes flipped")
def block_lost(base: Base, random: Random) -> bytes:
    start = random.randrange(len(base.content))
    return base.content[:start] + base.content[start + random.choice((1, 100, 4096)) :]


@kind("bytes flipped")
def blocks_swapped(base: Base, random: Random) -> bytes:
    size = 1024
    blocks = [base.content[i : i + size] for i in range(0, len(base.content), size)]
    one, other = random.randrange(len(blocks)), random.randrange(len(blocks))
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


@kind("bytes flipped")
def sent_as_text(base: Base, random: Random) -> bytes:
    return random.choice(
        (
            lambda c: c.replace(b"\n", b"\r\n"),
            lambda c: c.replace(b"\r", b""),
            lambda c: c.decode("latin-1").encode("utf-8"),
            lambda c: bytes(b & 127 for b in c),
        )
    )(base.content)


@kind("truncated")
def cut_off(base: Base, random: Random) -> bytes:
    return base.content[: random.randrange(len(base.content))]


@kind("truncated")
def cut_off_and_closed(base: Base, random: Random) -> bytes:
    return base.content[: random.randrange(len(base.content))] + b"\nstartxref\n0\n%%EOF\n"


@kind("truncated")
def cut_off_in_front(base: Base, random: Random) -> bytes:
    return b"%PDF-1.4\n" + base.content[random.randrange(len(base.content)) :]


@kind("bytes flipped")
def garbage_around(base: Base, random: Random) -> bytes:
    garbage = random.randbytes(random.choice((10, 900, 5000)))
    return random.choice((garbage + base.content, base.content + garbage, base.content + base.content))


# objects


@kind("objects removed")
def object_blanked(base: Base, random: Random) -> bytes:
    found = list(re.finditer(rb"\n\d+ 0 obj\b.*?endobj", base.content, re.DOTALL))
    if not found:
        return flipped(base, random)
    one = random.choice(found)
    head = re.match(rb"\n\d+ 0 obj", one.group()).group()
    body = head + b" null" + b" " * (len(one.group()) - len(head) - 11) + b"endobj"
    return base.content[: one.start()] + body + base.content[one.end() :]


@kind("objects removed")
def object_removed(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    number = random.randrange(len(writer._objects))
    writer._objects[number] = NullObject()
    return _written(writer)


@kind("objects removed")
def entry_removed(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    holders = [item for item in writer._objects if isinstance(item, DictionaryObject) and len(item)]
    for _ in range(random.choice((1, 3))):
        holder = random.choice(holders)
        if holder:
            del holder[random.choice(list(holder))]
    return _written(writer)


@kind("objects removed")
def content_removed(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    _set_content(writer, _page(base, writer, random), b"")
    return _written(writer)


@kind("streams swapped")
def streams_swapped(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    streams = [i for i, item in enumerate(writer._objects) if isinstance(item, StreamObject)]
    one, other = random.sample(streams, 2)
    writer._objects[one], writer._objects[other] = writer._objects[other], writer._objects[one]
    return _written(writer)


@kind("streams swapped")
def contents_swapped(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    one, other = (_page(base, writer, random) for _ in range(2))
    first, second = _content(one), _content(other)
    _set_content(writer, one, second)
    _set_content(writer, other, first)
    return _written(writer)


@kind("streams swapped")
def content_cut_short(base: Base, random: Random) -> bytes:
    """A page's operators break off, in a stream that is whole."""
    writer = _writer(base)
    page = _page(base, writer, random)
    content = _content(page)
    _set_content(writer, page, content[: random.randrange(len(content))])
    return _written(writer)


@kind("streams swapped")
def operators_spoiled(base: Base, random: Random) -> bytes:
    """Bytes of a page's operators flipped, in a stream that is whole."""
    writer = _writer(base)
    page = _page(base, writer, random)
    content = bytearray(_content(page))
    for _ in range(random.choice((1, 5, 50))):
        content[random.randrange(len(content))] = random.randrange(256)
    _set_content(writer, page, bytes(content))
    return _written(writer)


@kind("pages")
def page_doubled(base: Base, random: Random) -> bytes:
    writer = PdfWriter()
    pages = list(PdfReader(BytesIO(base.content)).pages)
    twice = random.randrange(len(pages))
    for number, page in enumerate(pages):
        writer.add_page(page)
        if number == twice:
            writer.add_page(page)
    return _written(writer)


@kind("pages")
def page_lost(base: Base, random: Random) -> bytes:
    writer = PdfWriter()
    pages = list(PdfReader(BytesIO(base.content)).pages)
    del pages[random.randrange(len(pages))]
    for page in pages:
        writer.add_page(page)
    return _written(writer)


@kind("pages")
def pages_shuffled(base: Base, random: Random) -> bytes:
    writer = PdfWriter()
    pages = list(PdfReader(BytesIO(base.content)).pages)
    if random.random() < 0.5:
        one = random.randrange(len(pages) - 1)
        pages[one], pages[one + 1] = pages[one + 1], pages[one]
    else:
        random.shuffle(pages)
    for page in pages:
        writer.add_page(page)
    return _written(writer)


@kind("pages")
def whole_report_twice(base: Base, random: Random) -> bytes:
    writer = PdfWriter()
    for _ in range(2):
        writer.append(BytesIO(base.content))
    return _written(writer)


# fonts and encodings


@kind("encodings broken")
def tounicode_dropped(base: Base, random: Random) -> bytes:
    return _with_font(base, random, lambda font: font.pop("/ToUnicode", None))


@kind("encodings broken")
def tounicode_spoiled(base: Base, random: Random) -> bytes:
    def spoil(data: bytes) -> bytes:
        spoiled = bytearray(data)
        for _ in range(random.choice((1, 5, 50))):
            spoiled[random.randrange(len(spoiled))] = random.randrange(256)
        return bytes(spoiled)

    return _with_map(base, random, spoil)


@kind("encodings broken")
def tounicode_cut_short(base: Base, random: Random) -> bytes:
    return _with_map(base, random, lambda data: data[: random.randrange(len(data))])


@kind("encodings broken")
def digits_exchanged(base: Base, random: Random) -> bytes:
    """ToUnicode says one digit for another, and the other for it."""
    one, other = (b"%04x" % (0x30 + d) for d in random.sample(range(10), 2))
    return _with_map(base, random, lambda data: _swapped(data, one, other))


@kind("encodings broken")
def digit_for_another(base: Base, random: Random) -> bytes:
    """ToUnicode says the same digit for two glyphs."""
    one, other = (b"%04x" % (0x30 + d) for d in random.sample(range(10), 2))
    return _with_map(base, random, lambda data: _targets(data, lambda t: other if t == one else t))


@kind("encodings broken")
def all_digits_turned(base: Base, random: Random) -> bytes:
    """ToUnicode says d+1 for each digit d."""
    turned = {b"%04x" % (0x30 + d): b"%04x" % (0x30 + (d + 1) % 10) for d in range(10)}
    return _with_map(base, random, lambda data: _targets(data, lambda t: turned.get(t, t)))


@kind("encodings broken")
def point_dropped(base: Base, random: Random) -> bytes:
    """ToUnicode gives the decimal point or the comma as nothing, or as a digit."""
    mark, put = random.choice((b"002e", b"002c")), random.choice((b"0000", b"0030", b"0020", b"200b", b"0031"))
    return _with_map(base, random, lambda data: _targets(data, lambda t: put if t == mark else t))


@kind("encodings broken")
def encoding_changed(base: Base, random: Random) -> bytes:
    names = ("/GBK-EUC-H", "/UniGB-UCS2-V", "/Identity-V", "/Identity-H", "/WinAnsiEncoding", "/NoSuchEncoding")
    return _with_font(
        base, random, lambda font: font.update({NameObject("/Encoding"): NameObject(random.choice(names))})
    )


@kind("encodings broken")
def widths_wrong(base: Base, random: Random) -> bytes:
    factor = random.choice((0, 0.1, 0.5, 3, -1))

    def change(font: DictionaryObject) -> None:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        inner.pop("/W", None)
        inner[NameObject("/DW")] = NumberObject(int(1000 * factor))
        if "/Widths" in font:
            font[NameObject("/Widths")] = ArrayObject([NumberObject(int(500 * factor)) for _ in font["/Widths"]])

    return _with_font(base, random, change)


@kind("fonts dropped")
def font_dropped(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    page = _page(base, writer, random)
    fonts = page["/Resources"]["/Font"]
    del fonts[random.choice(list(fonts))]
    return _written(writer)


@kind("fonts dropped")
def fonts_exchanged(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    page = _page(base, writer, random)
    fonts = page["/Resources"]["/Font"]
    names = list(fonts)
    one, other = random.choice(names), random.choice(names)
    first, second = fonts.raw_get(one), fonts.raw_get(other)
    fonts[NameObject(one)], fonts[NameObject(other)] = second, first
    return _written(writer)


@kind("fonts dropped")
def font_file_dropped(base: Base, random: Random) -> bytes:
    def change(font: DictionaryObject) -> None:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        described = inner.get("/FontDescriptor", DictionaryObject()).get_object()
        for name in ("/FontFile", "/FontFile2", "/FontFile3"):
            described.pop(name, None)

    return _with_font(base, random, change)


# text turned, hidden, printed over


@kind("text rotated")
def page_turned(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    for page in _some_pages(base, writer, random):
        page.rotate(random.choice((90, 180, 270)))
    return _written(writer)


@kind("text rotated")
def content_turned(base: Base, random: Random) -> bytes:
    """All that a page draws is turned about its middle, by a quarter or a few degrees."""
    writer = _writer(base)
    matrix = random.choice(
        ("0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", ".9962 .0872 -.0872 .9962", ".9998 .0175 -.0175 .9998")
    )
    for page in _some_pages(base, writer, random):
        x, y = float(page.mediabox.width) / 2, float(page.mediabox.height) / 2
        before = f"q 1 0 0 1 {x} {y} cm {matrix} 0 0 cm 1 0 0 1 {-x} {-y} cm\n".encode()
        _set_content(writer, page, before + _content(page) + b"\nQ")
    return _written(writer)


@kind("text rotated")
def texts_turned(base: Base, random: Random) -> bytes:
    """Single texts of a page are turned where they stand."""
    writer = _writer(base)
    page = _page(base, writer, random)
    turn = random.choice((b"0 1 -1 0", b"-1 0 0 -1", b".7 .7 -.7 .7"))

    def turned(found: re.Match) -> bytes:
        return turn + b" " + found.group(2) + b" Tm" if random.random() < 0.2 else found.group()

    matrix = rb"(1 0 0 1) (-?[\d.]+ -?[\d.]+) Tm"
    _set_content(writer, page, re.sub(matrix, turned, _content(page)))
    return _written(writer)


@kind("text rotated")
def mirrored(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    for page in _some_pages(base, writer, random):
        width = float(page.mediabox.width)
        _set_content(writer, page, f"q -1 0 0 1 {width} 0 cm\n".encode() + _content(page) + b"\nQ")
    return _written(writer)


def _number(random: Random) -> str:
    return f"{random.randrange(10, 100_000) / 100:,.2f}"


def _another(random: Random, text: str) -> str:
    """A digit that a number does not have, or has less than others."""
    return min(random.sample("123456789", 9), key=text.count)


@kind("text invisible")
def invisible_number(base: Base, random: Random) -> bytes:
    """A number nobody sees (render mode 3) in the cell of another."""
    return _in_cells(
        base, random, lambda x, y, w, h, old: f"BT /FH 8 Tf 3 Tr {x + 1} {y + 2} Td ({_number(random)}) Tj ET"
    )


@kind("text invisible")
def white_number(base: Base, random: Random) -> bytes:
    return _in_cells(
        base, random, lambda x, y, w, h, old: f"q 1 g BT /FH 8 Tf {x + 1} {y + 2} Td ({_number(random)}) Tj ET Q"
    )


@kind("text invisible")
def tiny_number(base: Base, random: Random) -> bytes:
    return _in_cells(
        base, random, lambda x, y, w, h, old: f"BT /FH 0.1 Tf {x + 1} {y + 2} Td ({_number(random)}) Tj ET"
    )


@kind("text invisible")
def clipped_number(base: Base, random: Random) -> bytes:
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"q 0 0 1 1 re W n BT /FH 8 Tf {x + 1} {y + 2} Td ({_number(random)}) Tj ET Q",
    )


@kind("text invisible")
def invisible_digit(base: Base, random: Random) -> bytes:
    """One invisible digit right before or behind a number."""
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: (
            f"BT /FH 9 Tf 3 Tr {random.choice((old[0] - 5.2, old[2]))} {old[1]} Td ({random.randrange(1, 10)}) Tj ET"
        ),
    )


@kind("text invisible")
def invisible_in_blank_cells(base: Base, random: Random) -> bytes:
    """Numbers nobody sees in cells that are blank."""
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"BT /FH 8 Tf 3 Tr {x + 1} {y + 2} Td ({_number(random)}) Tj ET",
        blank=True,
    )


@kind("text invisible")
def transparent_number(base: Base, random: Random) -> bytes:
    return _in_cells(
        base, random, lambda x, y, w, h, old: f"q /GH gs BT /FH 8 Tf {x + 1} {y + 2} Td ({_number(random)}) Tj ET Q",
        blank=random.random() < 0.5,
    )  # fmt: skip


@kind("text invisible")
def hidden_layer(base: Base, random: Random) -> bytes:
    """Numbers in an optional-content layer that is off."""
    return _in_cells(
        base, random,
        lambda x, y, w, h, old: f"/OC /OCH BDC BT /FH 8 Tf {x + 1} {y + 2} Td ({_number(random)}) Tj ET EMC",
        blank=random.random() < 0.5,
    )  # fmt: skip


@kind("text invisible")
def all_invisible(base: Base, random: Random) -> bytes:
    """All text of some pages in render mode 3, as an OCR layer has it."""
    writer = _writer(base)
    for page in _some_pages(base, writer, random):
        _set_content(writer, page, b"3 Tr\n" + _content(page))
    return _written(writer)


@kind("text invisible")
def outside_the_page(base: Base, random: Random) -> bytes:
    """Numbers left, right, above or below the page."""
    writer = _writer(base)
    for page in _some_pages(base, writer, random):
        x, y = random.choice(((-80, 400), (2000, 400), (300, -50), (300, 3000)))
        _add(writer, page, f"BT /FH 8 Tf {x} {y} Td ({_number(random)}) Tj ET")
    return _written(writer)


@kind("text invisible")
def cropped(base: Base, random: Random) -> bytes:
    """The CropBox hides a part of the page."""
    writer = _writer(base)
    for page in _some_pages(base, writer, random):
        left, bottom, right, top = (float(v) for v in page.mediabox)
        box = random.choice(
            ((left, bottom, right * 0.7, top), (left, top * 0.4, right, top), (left + 150, bottom, right, top))
        )
        page[NameObject("/CropBox")] = ArrayObject([FloatObject(v) for v in box])
    return _written(writer)


@kind("text overprinted")
def printed_twice(base: Base, random: Random) -> bytes:
    """All of some pages printed again a hair further, for boldness."""
    writer = _writer(base)
    shift = random.choice(("0.3 0", "0 0.3", "0.2 0.2", "0 0", "1 0", "3 0", "0 3"))
    for page in _some_pages(base, writer, random):
        content = _content(page)
        _set_content(writer, page, b"q\n" + content + f"\nQ q 1 0 0 1 {shift} cm\n".encode() + content + b"\nQ")
    return _written(writer)


@kind("text overprinted")
def another_page_over(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    pages = _figure_pages(base, writer)
    one, other = random.choice(pages), random.choice(pages)
    one.merge_page(other)
    return _written(writer)


@kind("text overprinted")
def number_over_number(base: Base, random: Random) -> bytes:
    """Another number printed over one, at the same place."""
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"BT /FH 9 Tf {old[0]} {old[1]} Td ({_number(random)}) Tj ET",
        shows="nothing sure",
    )


@kind("text overprinted")
def number_corrected(base: Base, random: Random) -> bytes:
    """A white patch over a number, and another number on it: the page shows the other alone."""
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: (
            f"q 1 g {x + 0.6} {y + 0.6} {w - 1.2} {h - 1.2} re f Q BT /FH 9 Tf {x + 2} {old[1]} Td ({_number(random)}) Tj ET"
        ),
        shows="the new",
    )


@kind("text overprinted")
def number_covered(base: Base, random: Random) -> bytes:
    """A white patch over a number: the page shows a blank cell."""
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"q 1 g {x + 0.6} {y + 0.6} {w - 1.2} {h - 1.2} re f Q",
        shows="nothing sure",
    )


@kind("text overprinted")
def digit_over_digit(base: Base, random: Random) -> bytes:
    """A digit printed over the first digit of a number."""
    return _in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"BT /FH 9 Tf {old[0]} {old[1]} Td ({_another(random, old[3])}) Tj ET",
        shows="nothing sure",
    )


# sizes and nesting


@kind("thousands of pages")
def thousands_of_pages(base: Base, random: Random) -> bytes:
    """A page that stands in the page tree some thousand times."""
    writer = _writer(base)
    tree = writer._pages.get_object()
    kids = tree["/Kids"]
    one, count = random.choice(list(kids)), random.choice((2000, 5000))
    kids.extend([one] * count)
    tree[NameObject("/Count")] = NumberObject(len(kids))
    return _written(writer)


@kind("thousands of pages")
def thousands_of_blank_pages(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    tree = writer._pages.get_object()
    blank = writer._add_object(
        DictionaryObject({NameObject("/Type"): NameObject("/Page"), NameObject("/Parent"): writer._pages})
    )
    blank.get_object()[NameObject("/MediaBox")] = ArrayObject([NumberObject(v) for v in (0, 0, 595, 842)])
    tree["/Kids"].extend([blank] * 3000)
    tree[NameObject("/Count")] = NumberObject(len(tree["/Kids"]))
    return _written(writer)


@kind("thousands of pages")
def page_tree_in_a_circle(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    tree = writer._pages.get_object()
    tree["/Kids"].append(writer._pages)
    if random.random() < 0.5:
        tree[NameObject("/Count")] = NumberObject(random.choice((10, 10**6, 2**31 - 1, -1)))
    return _written(writer)


@kind("thousands of pages")
def a_page_of_a_million_texts(base: Base, random: Random) -> bytes:
    count = random.choice((100_000, 1_000_000))
    return _appended(base, random, b"BT /FH 1 Tf 1 0 0 1 9 9 Tm " + b"(1.00) Tj " * count + b"ET")


@kind("thousands of pages")
def a_page_of_a_million_lines(base: Base, random: Random) -> bytes:
    count = random.choice((20_000, 300_000))
    lines = b"".join(b"%d 9 m %d 800 l S " % (i % 590, i % 593) for i in range(count))
    return _appended(base, random, lines)


@kind("thousands of pages")
def a_page_of_ten_thousand_cells(base: Base, random: Random) -> bytes:
    step = random.choice((2, 5))
    lines = [f"{x} 0 m {x} 842 l S" for x in range(0, 596, step)] + [
        f"0 {y} m 595 {y} l S" for y in range(0, 843, step)
    ]
    return _appended(base, random, "\n".join(lines).encode())


@kind("nested objects")
def deep_arrays(base: Base, random: Random) -> bytes:
    depth = random.choice((100, 5_000, 100_000))
    nest = random.choice((b"[" * depth + b"]" * depth, b"<</A" * depth + b" 0" + b">>" * depth))
    return base.content.replace(b"/Type /Pages", b"/Deep " + nest + b" /Type /Pages", 1)


@kind("nested objects")
def deep_content(base: Base, random: Random) -> bytes:
    depth = random.choice((1_000, 200_000))
    return _appended(base, random, random.choice((b"[" * depth, b"q " * depth, b"<<" * depth, b"(" * depth)))


@kind("nested objects")
def form_in_itself(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    page = _page(base, writer, random)
    form = StreamObject()
    form.set_data(b"/XH Do /XH Do BT /FH 8 Tf 9 9 Td (1.00) Tj ET")
    reference = writer._add_object(form)
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject([NumberObject(v) for v in (0, 0, 595, 842)]),
            NameObject("/Resources"): DictionaryObject(
                {NameObject("/XObject"): DictionaryObject({NameObject("/XH"): reference})}
            ),
        }
    )  # fmt: skip
    _resource(page, "/XObject")[NameObject("/XH")] = reference
    _add(writer, page, "/XH Do")
    return _written(writer)


@kind("nested objects")
def forms_doubling(base: Base, random: Random) -> bytes:
    """Forms that each draw the next one several times: some billion texts in a few lines."""
    writer = _writer(base)
    page = _page(base, writer, random)
    _add(writer, page, "")
    inner = None
    for _ in range(random.choice((8, 20, 30))):
        form = StreamObject()
        form.set_data(b"/XH Do " * 3 if inner else b"BT /FH 8 Tf 9 9 Td (1.00) Tj ET")
        resources = DictionaryObject({NameObject("/Font"): page["/Resources"]["/Font"]})
        if inner:
            resources[NameObject("/XObject")] = DictionaryObject({NameObject("/XH"): inner})
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject([NumberObject(v) for v in (0, 0, 595, 842)]),
                NameObject("/Resources"): resources,
            }
        )  # fmt: skip
        inner = writer._add_object(form)
    _resource(page, "/XObject")[NameObject("/XH")] = inner
    _add(writer, page, "/XH Do")
    return _written(writer)


@kind("nested objects")
def references_in_a_circle(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    holders = [
        (item, name) for item in writer._objects if isinstance(item, DictionaryObject)
        for name in item if isinstance(item.raw_get(name), IndirectObject)
    ]  # fmt: skip
    for _ in range(3):
        holder, name = random.choice(holders)
        holder[NameObject(name)] = IndirectObject(random.randrange(1, len(writer._objects)), 0, writer)
    return _written(writer)


@kind("decompression bombs")
def bomb_in_content(base: Base, random: Random) -> bytes:
    unit = random.choice((b" ", b"q Q ", b"0 0 m "))
    return _bomb(base, random, unit, random.choice((200, 1500)), 1)


@kind("decompression bombs")
def bomb_in_a_bomb(base: Base, random: Random) -> bytes:
    return _bomb(base, random, b" ", random.choice((500, 4000)), 2)


@kind("decompression bombs")
def bomb_in_a_character_map(base: Base, random: Random) -> bytes:
    packed = _packed(random.choice((b" ", b"<41> <0041> ")), random.choice((200, 1500)))

    def change(font: DictionaryObject) -> None:
        stream = StreamObject()
        stream._data = packed
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")
        font[NameObject("/ToUnicode")] = stream

    return _with_font(base, random, change)


@kind("decompression bombs")
def picture_bomb(base: Base, random: Random) -> bytes:
    """A picture of 60,000 by 60,000 points in a few kB."""
    writer = _writer(base)
    page = _page(base, writer, random)
    picture = StreamObject()
    picture._data = _packed(b"\0", 3600)
    size = NumberObject(60_000)
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): size, NameObject("/Height"): size, NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/ColorSpace"): NameObject("/DeviceGray"), NameObject("/Filter"): NameObject("/FlateDecode"),
        }
    )  # fmt: skip
    _resource(page, "/XObject")[NameObject("/PH")] = writer._add_object(picture)
    _add(writer, page, "/PH Do")
    return _written(writer)


@kind("odd structure")
def odd_page_boxes(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    boxes = ((0, 0, 0, 0), (0, 0, 10**9, 10**9), (600, 800, 0, 0), (-1e9, -1e9, 1e9, 1e9), (0, 0, 1e-9, 1), (0, 0))
    for page in _some_pages(base, writer, random):
        page[NameObject("/MediaBox")] = ArrayObject([FloatObject(v) for v in random.choice(boxes)])
    return _written(writer)


@kind("odd structure")
def odd_numbers(base: Base, random: Random) -> bytes:
    """Texts and lines at coordinates of any size."""
    far = ("1e30", "-99999999999999", "0.0000000001", "2147483648", "1" + "0" * 300)
    pick = lambda: random.choice(far)  # noqa: E731
    drawn = (
        f"BT /FH {pick()} Tf {pick()} {pick()} Td (12.00) Tj ET {pick()} 0 m {pick()} {pick()} l S"
        f" q {pick()} 0 0 {pick()} 0 0 cm BT /FH 9 Tf 99 99 Td (34.00) Tj ET Q"
    )
    writer = _writer(base)
    for page in _some_pages(base, writer, random):
        _add(writer, page, drawn)
    return _written(writer)


@kind("odd structure")
def odd_metadata(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    texts = ("\ud800", "\0" * 9, "‮fdp", "x" * 100_000, "<script>", "D:99999999999999", "\x1b[31m")
    writer.add_metadata(
        {name: random.choice(texts[1:]) for name in ("/Creator", "/Producer", "/CreationDate", "/Title")}
    )
    written = _written(writer)
    return written.replace(b"xxxxxxxx", b"\xd8\x00\xd8\x00\xfe\xff\xd8\x00", 1)


@kind("odd structure")
def wrong_startxref(base: Base, random: Random) -> bytes:
    return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % random.randrange(10**7), base.content)


@kind("odd structure")
def prev_in_a_circle(base: Base, random: Random) -> bytes:
    place = int(re.findall(rb"startxref\s+(\d+)", base.content)[-1])
    return base.content.replace(b"trailer\n<<", b"trailer\n<< /Prev %d " % place, 1)


@kind("odd structure")
def encrypted(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    writer.encrypt(
        random.choice(("", "secret")), owner_password="owner", algorithm=random.choice(("RC4-128", "RC4-40"))
    )
    return _written(writer)


@kind("odd structure")
def actions_within(base: Base, random: Random) -> bytes:
    writer = _writer(base)
    action = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("/bin/sh")}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.add_attachment("../../outside.txt", b"x")
    return _written(writer)


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


# how a file is changed


def _writer(base: Base) -> PdfWriter:
    return PdfWriter(clone_from=BytesIO(base.content))


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _figure_pages(base: Base, writer: PdfWriter) -> list[PageObject]:
    """The pages with figures; all where there are none."""
    numbers = sorted({a.page for a in base.figures()})
    return [writer.pages[n - 1] for n in numbers] or list(writer.pages)


def _page(base: Base, writer: PdfWriter, random: Random) -> PageObject:
    return random.choice(_figure_pages(base, writer))


def _some_pages(base: Base, writer: PdfWriter, random: Random) -> list[PageObject]:
    pages = _figure_pages(base, writer)
    return random.sample(pages, random.choice((1, len(pages))))


def _content(page: PageObject) -> bytes:
    return page.get_contents().get_data()


def _set_content(writer: PdfWriter, page: PageObject, content: bytes) -> None:
    stream = StreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def _resource(page: PageObject, name: str) -> DictionaryObject:
    resources = page["/Resources"].get_object()
    if name not in resources:
        resources[NameObject(name)] = DictionaryObject()
    return resources[name].get_object()


def _add(writer: PdfWriter, page: PageObject, operators: str) -> None:
    """Draw more on a page; /FH is Helvetica, /GH transparent, /OCH a layer that is off."""
    _resource(page, "/Font")[NameObject("/FH")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"), NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )  # fmt: skip
    _resource(page, "/ExtGState")[NameObject("/GH")] = DictionaryObject({NameObject("/ca"): NumberObject(0)})
    if "/OCH" in operators:
        layer = writer._add_object(
            DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("off")})
        )
        _resource(page, "/Properties")[NameObject("/OCH")] = layer
        writer._root_object[NameObject("/OCProperties")] = DictionaryObject(
            {
                NameObject("/OCGs"): ArrayObject([layer]),
                NameObject("/D"): DictionaryObject({NameObject("/OFF"): ArrayObject([layer])}),
            }
        )
    _set_content(writer, page, b"q\n" + _content(page) + b"\nQ\n" + operators.encode())


def _appended(base: Base, random: Random, operators: bytes) -> bytes:
    writer = _writer(base)
    _add(writer, _page(base, writer, random), operators.decode("latin-1"))
    return _written(writer)


def _in_cells(
    base: Base, random: Random, drawn: Callable[..., str], blank: bool = False, shows: str = "the old"
) -> bytes:
    """Draw something in up to three cells of figures (or blank cells): drawn(x, y, width, height, place of the old text).

    shows: what the cell shows then: the old, the new, nothing sure.
    """
    writer = _writer(base)
    amounts = [a for form in base.reading.forms for a in form.amounts if (a.mark == "blank") == blank]
    amounts = amounts if blank else [a for a in amounts if a.value]
    upright = [
        a for a in amounts if not writer.pages[a.page - 1].rotation and not any(writer.pages[a.page - 1].mediabox[:2])
    ]
    for amount in random.sample(upright, min(len(upright), random.choice((1, 3)))):
        page = writer.pages[amount.page - 1]
        x0, top, x1, bottom = amount.box
        height = float(page.mediabox.height)
        width = 4.5 * len(amount.text)
        middle, base_line = (x0 + x1) / 2, height - (top + bottom) / 2 - 3
        old = (
            (max(x0, x1 - 2 - width), base_line, max(x0, x1 - 2), amount.text)
            if random.random() < 0.7
            else (middle - width / 2, base_line, middle + width / 2, amount.text)
        )
        operators = drawn(x0, height - bottom, x1 - x0, bottom - top, old)
        _add(writer, page, operators)
        if shows != "the old":
            base.shown[place(amount)] = re.findall(r"\((.*?)\) Tj", operators)[-1] if shows == "the new" else None
    return _written(writer)


def place(amount: Amount) -> Place:
    """Where a figure belongs, by what the form says and not by where it is printed."""
    return amount.form, amount.panel, amount.line or "", amount.code or "", amount.column


def _fonts(base: Base, writer: PdfWriter) -> list[DictionaryObject]:
    """The fonts of the pages with figures, each once."""
    found: dict[int, DictionaryObject] = {}
    for page in _figure_pages(base, writer):
        for font in page["/Resources"].get("/Font", DictionaryObject()).values():
            found[id(font.get_object())] = font.get_object()
    return list(found.values())


def _with_font(base: Base, random: Random, change: Callable[[DictionaryObject], object]) -> bytes:
    writer = _writer(base)
    fonts = _fonts(base, writer)
    mapped = [font for font in fonts if "/ToUnicode" in font] or fonts
    for font in random.sample(mapped, random.choice((1, len(mapped)))):
        change(font)
        if isinstance(font.get("/ToUnicode"), StreamObject):
            font[NameObject("/ToUnicode")] = writer._add_object(font["/ToUnicode"])
    return _written(writer)


def _with_map(base: Base, random: Random, change: Callable[[bytes], bytes]) -> bytes:
    """The file with changed ToUnicode maps, in streams that are whole."""

    def changed(font: DictionaryObject) -> None:
        if "/ToUnicode" in font:
            stream = StreamObject()
            stream.set_data(change(font["/ToUnicode"].get_data()))
            font[NameObject("/ToUnicode")] = stream.flate_encode()

    return _with_font(base, random, changed)


def _targets(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A character map whose single characters (no ranges) mean something else."""

    def block(found: re.Match) -> bytes:
        pair = rb"(<[0-9A-Fa-f]+>\s*)<([0-9A-Fa-f]{4})>"
        return re.sub(pair, lambda m: m[1] + b"<" + change(m[2].lower()) + b">", found.group())

    return re.sub(rb"beginbfchar.*?endbfchar", block, data, flags=re.DOTALL)


def _swapped(data: bytes, one: bytes, other: bytes) -> bytes:
    return _targets(data, lambda t: other if t == one else one if t == other else t)


@cache
def _packed(unit: bytes, mib: int) -> bytes:
    """`mib` MiB of a repeated unit, compressed."""
    packer = zlib.compressobj(9)
    chunk = unit * ((1 << 20) // len(unit))
    return b"".join([*(packer.compress(chunk) for _ in range(mib)), packer.flush()])


def _bomb(base: Base, random: Random, unit: bytes, mib: int, levels: int) -> bytes:
    writer = _writer(base)
    page = _page(base, writer, random)
    stream = StreamObject()
    stream._data = _packed(unit, mib)
    for _ in range(levels - 1):
        stream._data = zlib.compress(stream._data, 9)
    filters = [NameObject("/FlateDecode")] * levels
    stream[NameObject("/Filter")] = ArrayObject(filters)
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(stream)])
    return _written(writer)
