"""Ofd: a report that was read from a PDF, written as an OFD document after GB/T 33190: texts by their characters, rules as paths.

Belongs here: what a program that prints to OFD would have written of the same pages. Does not belong here: comparing what is read of
it with the truth (tests/formats).
"""

import io
import zipfile
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from pipelines.pdf import Cell, Document, Grid, Line, Page

SPACE = "http://www.ofdspec.org/2016"
_MM = 25.4 / 72


def as_ofd(document: Document) -> bytes:
    """An OFD with a page a page; the rules of tables stand in a template, as programs for forms have them."""
    parts = {"OFD.xml": _root(), "Doc_0/Document.xml": _document(document.pages)}
    for number, page in enumerate(document.pages):
        parts[f"Doc_0/Tpls/Tpl_{number}/Content.xml"] = _content("", _rules(page))
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _content(
            f'<ofd:Area><ofd:PhysicalBox>{_box(0, 0, page.width, page.height)}</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="{number + 9000}"/>',
            _texts(page),
        )
    return pack(parts)


def pack(parts: dict[str, str]) -> bytes:
    """The file of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
    return out.getvalue()


def _root() -> str:
    return f'<ofd:OFD xmlns:ofd="{SPACE}" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:Creator>样本</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'


def _document(pages: tuple[Page, ...]) -> str:
    templates = "".join(
        f'<ofd:TemplatePage ID="{n + 9000}" BaseLoc="Tpls/Tpl_{n}/Content.xml"/>' for n, _ in enumerate(pages)
    )
    listed = "".join(
        f'<ofd:Page ID="{n + 100}" BaseLoc="/Doc_0/Pages/Page_{n}/Content.xml"/>' for n, _ in enumerate(pages)
    )
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    return f'<ofd:Document xmlns:ofd="{SPACE}"><ofd:CommonData>{area}{templates}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>'


def _content(head: str, objects: Iterator[str]) -> str:
    return f'<ofd:Page xmlns:ofd="{SPACE}">{head}<ofd:Content><ofd:Layer ID="1">{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'


def _box(x: float, y: float, width: float, height: float) -> str:
    return " ".join(f"{side * _MM:.3f}" for side in (x, y, width, height))


def _rules(page: Page) -> Iterator[str]:
    for grid in page.grids:
        for cell in grid.cells:
            x0, top, x1, bottom = cell.box
            width, height = (x1 - x0) * _MM, (bottom - top) * _MM
            path = f"M 0 0 L {width:.3f} 0 L {width:.3f} {height:.3f} L 0 {height:.3f} C"
            yield f'<ofd:PathObject Boundary="{_box(x0, top, x1 - x0, bottom - top)}" LineWidth="0.3"><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>'


def _texts(page: Page) -> Iterator[str]:
    for line in page.lines:
        yield _line(line)
    for grid in page.grids:
        yield from (text for cell in grid.cells for text in _cell(grid, cell))


def _line(line: Line) -> str:
    """A text object with the steps of the line that was read; its blanks take no place of their own."""
    kept = [(sign, span) for sign, span in zip(line.text, line.spans, strict=True) if sign.strip()]
    starts = [span[0] for _, span in kept]
    return _text("".join(sign for sign, _ in kept), line.box, [b - a for a, b in pairwise(starts)], starts[0])


def _text(text: str, box: tuple[float, ...], steps: list[float], start: float) -> str:
    """A text object; steps that are alike are written once."""
    size = (box[3] - box[1]) * _MM
    said = [f"{step * _MM:.3f}" for step in steps]
    deltas = f"g {len(said)} {said[0]}" if len(set(said)) == 1 and len(said) > 1 else " ".join(said)
    return (
        f'<ofd:TextObject Boundary="{_box(box[0], box[1], box[2] - box[0], box[3] - box[1])}" Font="1" Size="{size:.3f}">'
        f'<ofd:TextCode X="{(start - box[0]) * _MM:.3f}" Y="{size * 0.88:.3f}" DeltaX="{deltas}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def _cell(grid: Grid, cell: Cell) -> Iterator[str]:
    """The lines of a cell, one below the other."""
    x0, top, x1, bottom = cell.box
    lines = [text for text in cell.text.split("\n") if text.strip()]
    for number, text in enumerate(lines):
        width = sum(1.0 if ord(sign) > 0x2E80 else 0.5 for sign in text)
        size = min(9.0, (x1 - x0 - 3) / width, (bottom - top - 2) / (1.2 * len(lines)))
        steps = [size * (1.0 if ord(sign) > 0x2E80 else 0.5) for sign in text]
        upper = top + 1 + number * size * 1.2
        yield _text(text, (x0 + 1.5, upper, x1, upper + size), steps[:-1], x0 + 1.5)
