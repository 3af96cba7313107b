"""Single pages that publishers' programs make and the layouts do not: turned, cropped, overprinted, drawn as one path.

Belongs here: how such a page is drawn, by name. Does not belong here: what must be read on it (tests/pdf/test_readers.py).
"""

from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
)  # fmt: skip
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.support.paper.paper import font_name
from tests.support.tools.pdf_objects import entry

SONG, LATIN = "STSong-Light", "Helvetica"
COLUMNS, ROWS = 4, 5
LEFT, TOP, WIDTH, HEIGHT = 80.0, 700.0, 90.0, 22.0
XS = [LEFT + WIDTH * i for i in range(COLUMNS + 1)]
YS = [TOP - HEIGHT * i for i in range(ROWS + 1)]

Draw = Callable[[Canvas], None]
Change = Callable[[PdfWriter], None]


def text_of(row: int, column: int) -> str:
    """What stands in a cell: a lone character in the first column, which a font that is not installed cannot measure."""
    return "类款项目合"[row] if column == 0 else f"{row}{column},234.{column}{row}"


def texts(canvas: Canvas) -> None:
    """The head line and the texts of the cells."""
    canvas.setFont(SONG, 12)
    canvas.drawString(80, 750, "部门：样本局  单位：万元")
    canvas.setFont(SONG, 9)
    for row in range(ROWS):
        for column in range(COLUMNS):
            canvas.drawString(XS[column] + 4, YS[row + 1] + 7, text_of(row, column))


def lines(canvas: Canvas) -> None:
    """A line for each ruling."""
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])


def open_frame(canvas: Canvas) -> None:
    """Thin rulings between the cells alone: the frame is open on all four sides."""
    canvas.setLineWidth(0.3)
    for y in YS[1:-1]:
        canvas.line(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        canvas.line(x, YS[0], x, YS[-1])


def one_path(canvas: Canvas) -> None:
    """All rulings as one path object."""
    path = canvas.beginPath()
    for y in YS:
        path.moveTo(XS[0], y)
        path.lineTo(XS[-1], y)
    for x in XS:
        path.moveTo(x, YS[0])
        path.lineTo(x, YS[-1])
    canvas.drawPath(path)


def filled_path(canvas: Canvas) -> None:
    """All rulings as thin rectangles of one filled path."""
    path = canvas.beginPath()
    for y in YS:
        path.rect(XS[0], y - 0.3, XS[-1] - XS[0], 0.6)
    for x in XS:
        path.rect(x - 0.3, YS[-1], 0.6, YS[0] - YS[-1])
    canvas.drawPath(path, stroke=0, fill=1)


def thin_boxes(canvas: Canvas) -> None:
    """All rulings as thin boxes, one for each side of each cell."""
    for row, y in enumerate(YS):
        for x in XS[:-1]:
            canvas.rect(x, y - 0.375, WIDTH, 0.75, stroke=0, fill=1)
        for x in XS if row else ():
            canvas.rect(x - 0.375, y, 0.75, HEIGHT, stroke=0, fill=1)


def boxes(canvas: Canvas) -> None:
    """A stroked rectangle for each cell."""
    for x in XS[:-1]:
        for y in YS[1:]:
            canvas.rect(x, y, WIDTH, HEIGHT)


def thick(canvas: Canvas) -> None:
    """Rulings of 4 points."""
    canvas.setLineWidth(4)
    lines(canvas)


def shaded(canvas: Canvas) -> None:
    """A shaded heading row under the rulings, a diagonal in its first cell, a circle elsewhere."""
    canvas.setFillGray(0.8)
    canvas.rect(XS[0], YS[1], XS[-1] - XS[0], HEIGHT, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.line(XS[0], YS[0], XS[1], YS[1])
    canvas.circle(400, 300, 30)
    lines(canvas)


def in_a_form(canvas: Canvas) -> None:
    """Rulings in a form inside a form, scaled and moved."""
    canvas.beginForm("inner")
    lines(canvas)
    canvas.endForm()
    canvas.beginForm("outer")
    canvas.doForm("inner")
    canvas.endForm()
    canvas.saveState()
    canvas.translate(40, 40)
    canvas.scale(0.5, 0.5)
    canvas.transform(2, 0, 0, 2, -80, -80)
    canvas.doForm("outer")
    canvas.restoreState()


def drawn_minus(canvas: Canvas) -> None:
    """Before the numbers of rows 1 to 3 a minus that is a stroke, a hair-thin box or a thick bar; elsewhere a line through or under one."""
    lines(canvas)
    for column in (1, 2, 3):
        left = XS[column] + 0.8
        canvas.line(left, YS[2] + 10, left + 2.8, YS[2] + 10)
        canvas.rect(left, YS[3] + 9.8, 2.8, 0.4, stroke=0, fill=1)
        canvas.rect(left, YS[4] + 9.4, 2.8, 1.2, stroke=0, fill=1)
    canvas.line(XS[1] + 4, YS[1] + 10, XS[1] + 44, YS[1] + 10)
    canvas.line(XS[2] + 0.8, YS[1] + 5.5, XS[2] + 3.6, YS[1] + 5.5)


def overprinted(canvas: Canvas) -> None:
    """A table whose first row is printed three times for boldness, each time a hair further."""
    lines(canvas)
    canvas.setFont(SONG, 9)
    for shift in (0.2, 0.4):
        for column in range(COLUMNS):
            canvas.drawString(XS[column] + 4 + shift, YS[1] + 7, text_of(0, column))


def squeezed(canvas: Canvas) -> None:
    """Characters set one by one at a quarter of a size, half the width of a digit, as where a font does not say how narrow its digits are."""
    for index, letter in enumerate("1,100.00合类2,222.11"):
        canvas.setFont(SONG, 12)
        canvas.drawString(100 + index * 12 * 0.25, 500, letter)


def spaced(canvas: Canvas) -> None:
    """Letter-spaced, condensed and kerned text."""
    text = canvas.beginText(80, 500)
    text.setFont(LATIN, 12)
    for spacing, scale, said in ((2, 100, "123.45"), (-0.5, 100, "1100.00"), (0, 60, "2,211.00")):
        text.setCharSpace(spacing)
        text.setHorizScale(scale)
        text.textOut(said)
    canvas.drawText(text)


def sideways(canvas: Canvas) -> None:
    """Text read upwards, downwards and upside down beside upright text."""
    lines(canvas)
    canvas.setFont(LATIN, 8)
    for angle, x, y in ((90, XS[1] - 5, YS[4] + 2), (-90, 60, 500), (180, 300, 400)):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "2024" if angle == 90 else "2024 side")
        canvas.restoreState()


def mixed_fonts(canvas: Canvas) -> None:
    """Chinese and Latin text of one line in two fonts (whose descents `descents` sets far apart)."""
    x = 80.0
    for index, part in enumerate(("机关运行经费支出", "184.65", "万元，比", "2023", "年度增加", "2.55", "万元")):
        font = LATIN if index % 2 else SONG
        canvas.setFont(font, 14)
        canvas.drawString(x, 500, part)
        x += pdfmetrics.stringWidth(part, font, 14)
    lines(canvas)


def operators(*codes: str) -> Draw:
    """Content written by hand, with Helvetica as /F1."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(LATIN, 12)
        canvas._code.extend(codes)

    return draw


def descents(writer: PdfWriter) -> None:
    """Give the fonts of the first page descents that differ by 0.4 sizes."""
    for font in entry(writer.pages[0], "/Resources", "/Font").values():
        for inner in font.get_object().get("/DescendantFonts", []):
            inner.get_object()["/FontDescriptor"].get_object()[NameObject("/Descent")] = NumberObject(-520)


def digits_drawn_by(code: bytes, width: int) -> Change:
    """Let /F1 be a Type 3 font whose digits are all drawn by `code` and declared `width` wide."""
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

    def change(writer: PdfWriter) -> None:
        glyph, letters = StreamObject(), StreamObject()
        glyph.set_data(code)
        letters.set_data(
            b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <30> <39> <0030> endbfrange"
        )
        reference = writer._add_object(glyph)
        entry(writer.pages[0], "/Resources", "/Font")[NameObject("/F1")] = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type3"),
                NameObject("/FontBBox"): ArrayObject([NumberObject(0)] * 4),
                NameObject("/FontMatrix"): ArrayObject([FloatObject(v) for v in (0.001, 0, 0, 0.001, 0, 0)]),
                NameObject("/CharProcs"): DictionaryObject({NameObject(f"/{name}"): reference for name in names}),
                NameObject("/Encoding"): DictionaryObject(
                    {NameObject("/Differences"): ArrayObject([NumberObject(48), *(NameObject(f"/{n}") for n in names)])}
                ),
                NameObject("/ToUnicode"): writer._add_object(letters),
                NameObject("/FirstChar"): NumberObject(48),
                NameObject("/LastChar"): NumberObject(57),
                NameObject("/Widths"): ArrayObject([NumberObject(width)] * 10),
            }
        )

    return change


def turned(degrees: int) -> Change:
    """/Rotate without turning the content back."""

    def change(writer: PdfWriter) -> None:
        writer.pages[0].rotate(degrees)

    return change


def turned_back(writer: PdfWriter) -> None:
    """/Rotate, and content that it brings upright."""
    page = writer.pages[0]
    _, _, width, height = (float(side) for side in page.mediabox)
    page.add_transformation((0, 1, -1, 0, height, 0))
    page.mediabox = RectangleObject((0, 0, height, width))
    page.rotate(90)


def turned_by_a_program(writer: PdfWriter) -> None:
    """/Rotate, and content brought upright by a matrix that is not quite a turn, as its cosine is not quite 0."""
    page = writer.pages[0]
    _, _, width, height = (float(side) for side in page.mediabox)
    page.add_transformation((1e-5, 1, -1, 1e-5, height, 0))
    page.mediabox = RectangleObject((0, 0, height, width))
    page.rotate(90)


def boxed(name: str, box: tuple[int, int, int, int], degrees: int = 0) -> Change:
    """A page box of its own, and /Rotate."""

    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject(name)] = RectangleObject(box)
        writer.pages[0].rotate(degrees)

    return change


def inherited(writer: PdfWriter) -> None:
    """MediaBox and /Rotate said once for all pages, at the root of the page tree."""
    page = writer.pages[0]
    root = entry(page, "/Parent")
    root[NameObject("/MediaBox")] = ArrayObject([NumberObject(v) for v in (-10, -20, 585, 822)])
    root[NameObject("/Rotate")] = NumberObject(90)
    del page["/MediaBox"]
    page.pop("/Rotate", None)


def table(*draws: Draw) -> Draw:
    """Several drawings on one page, the texts of the table among them."""

    def draw(canvas: Canvas) -> None:
        for one in (*draws, texts):
            one(canvas)

    return draw


PAGES: dict[str, tuple[Draw, Change | None]] = {
    "line for line": (table(lines), None),
    "open frame": (table(open_frame), None),
    "one path": (table(one_path), None),
    "one filled path": (table(filled_path), None),
    "a box a cell": (table(boxes), None),
    "thick lines": (table(thick), None),
    "shaded, diagonal, circle": (table(shaded), None),
    "dashed": (table(lambda canvas: canvas.setDash(3, 2), lines), None),
    "in a form": (table(in_a_form), None),
    "drawn minus": (table(drawn_minus), None),
    "no rulings": (texts, None),
    "overprinted": (table(overprinted), None),
    "squeezed": (squeezed, None),
    "no outlines, as OCR lays under a picture": (
        operators("BT /F1 12 Tf 80 450 Td (8) Tj ET BT /F1 12 Tf 90 450 Td (123) Tj ET"),
        digits_drawn_by(b"556 0 d0", 556),
    ),
    "widths that lie": (
        operators(*(f"BT /F1 12 Tf {80 + 8 * i} 450 Td ({digit}) Tj ET" for i, digit in enumerate("8118288"))),
        digits_drawn_by(b"25000 0 0 0 25000 900 d1 0 0 25000 900 re f", 25000),
    ),
    "spaced": (spaced, None),
    "sideways": (table(sideways), None),
    "descents": (table(mixed_fonts), descents),
    "turned 90": (table(lines), turned(90)),
    "turned 180": (table(lines), turned(180)),
    "turned 270": (table(lines), turned(270)),
    "turned back": (table(lines), turned_back),
    "thin boxes, turned back": (table(thin_boxes), turned_by_a_program),
    "MediaBox elsewhere": (table(lines), boxed("/MediaBox", (-30, -40, 565, 802))),
    "MediaBox elsewhere, turned": (table(lines), boxed("/MediaBox", (-30, -40, 565, 802), 270)),
    "CropBox": (table(lines), boxed("/CropBox", (50, 60, 500, 780))),
    "inherited": (table(lines), inherited),
    "nothing shown, blanks shown": (
        operators(
            "BT /F1 12 Tf 80 450 Td () Tj (123.45) Tj ET", "BT /F1 12 Tf 80 430 Td () Tj ET",
            "BT /F1 12 Tf 100 430 Td (678) Tj ET BT /F1 12 Tf 80 410 Td ( ) Tj ET BT /F1 12 Tf 90 410 Td () Tj ET",
            "BT /F1 12 Tf 100 410 Td (9) Tj ET",
        ),
        None,
    ),
    "replaced by a mark": (
        operators(
            "/Span <</ActualText (999.99)>> BDC BT /F1 12 Tf 80 450 Td (123.45) Tj ET EMC",
            "/Span <</ActualText ()>> BDC BT /F1 12 Tf 80 410 Td (11.22) Tj ET EMC",
        ),
        None,
    ),
    "hyphens": (
        operators(
            "BT /F1 12 Tf 80 450 Td (supply-) Tj ET BT /F1 12 Tf 80 436 Td (side -) Tj ET",
            "BT /F1 12 Tf 80 410 Td (x-) Tj ET BT /F1 12 Tf 110 410 Td (-) Tj ET BT /F1 12 Tf 130 410 Td (-5.00) Tj ET",
        ),
        None,
    ),
}  # fmt: skip
"""How each page is drawn, and what is changed in the file afterwards."""


def draw(name: str, path: Path) -> Path:
    """Draw the named page to `path`."""
    drawing, change = PAGES[name]
    font_name(SONG)
    canvas = Canvas(str(path), invariant=1, pageCompression=1)
    drawing(canvas)
    canvas.showPage()
    canvas.save()
    if change:
        writer = PdfWriter(clone_from=PdfReader(path))
        change(writer)
        writer.write(path)
    return path
