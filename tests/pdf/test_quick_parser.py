"""The quick parser finds what pdfminer's own finds, token by token, wherever the buffer ends."""

from io import BytesIO

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import LIT

from pipelines.pdf import quick_parser
from pipelines.pdf.quick_parser import QuickDocument, QuickParser

OBJECTS = {
    "a page": b"7 0 obj\n<</Type/Page/MediaBox[0 0 595.3 -841.9]/Contents 9 0 R/Rotate +90>>\nendobj ",
    "names": b"/A#20B /\xb2\xfa /\xe8\xa1\xa8 / /F1/F2 /a.b-c_d /x(y)/z ",
    "numbers": b"1 -2 +3 4. .5 -.6 7.8 1.2.3 9e1 --1 12abc 5% a comment\n6 \x007 ",
    "texts": b"(a (b) \\) c) <0aFF> <0a>>> <<>> [(])] >> > ] ",
    "words": b"true false null R trueR obj'x' {if} endstream ",
    "the end of a file": b"<< /Size 7 >> startxref 12",
}


def tokens(parser: PDFParser) -> list[tuple[int, object]]:
    found = []
    try:
        while True:
            found.append(parser.nexttoken())
    except PSEOF:
        return found


@pytest.mark.parametrize("content", OBJECTS.values(), ids=OBJECTS)
def test_tokens_are_pdfminers(content, monkeypatch):
    for size in (4096, *range(1, len(content))):
        monkeypatch.setattr(PDFParser, "BUFSIZ", size)
        expected = tokens(PDFParser(BytesIO(content)))
        found = tokens(QuickParser(BytesIO(content)))
        assert [(pos, type(one), one) for pos, one in found] == [(pos, type(one), one) for pos, one in expected]
    assert expected


def test_plain_tokens_are_not_pdfminers_to_find(monkeypatch):
    def refuse(parser: PDFParser) -> None:
        raise AssertionError(f"pdfminer was asked at {parser.charpos}")

    parser = QuickParser(BytesIO(OBJECTS["a page"]))
    parser.fillbuf()
    monkeypatch.setattr(PDFParser, "nexttoken", refuse)
    assert len([parser.nexttoken() for _ in range(21)]) == 21


def test_a_pattern_that_errs_is_seen(monkeypatch):
    monkeypatch.setattr(quick_parser, "_WORDS", {})
    assert tokens(QuickParser(BytesIO(OBJECTS["words"]))) != tokens(PDFParser(BytesIO(OBJECTS["words"])))


def test_objects_of_a_stream_are_pdfminers():
    content = b"1 0 2 9 << /A 2 0 R /B [1 true (x)] >> /C "
    stream = PDFStream({"N": 2, "Type": LIT("ObjStm")}, content)
    document = QuickDocument.__new__(QuickDocument)
    objects, count = document._get_objects(stream)
    assert (repr(objects), count) == (repr(PDFDocument._get_objects(document, stream)[0]), 2)
    assert len(objects) == 6
