"""Quick parser: pdfminer's parser of objects, with its plain tokens found by one pattern each.

Belongs here: names, numbers, brackets and keywords that stand whole in the buffer. Does not belong here: any other token, which is
pdfminer's own to find, and what the objects mean (integrity, page_resources). A page takes some hundred tokens, and pdfminer
calls three functions for each.
"""

import re
from collections.abc import Callable
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, LIT

_TOKEN = re.compile(
    rb"\s*(?:/([^#/%\[\]()<>{}\s]*)|([+-]?[0-9]+)|([+-]?[0-9]+\.[0-9]+)|([A-Za-z][^#/%\[\]()<>{}\s]*))(?=[/\[\]()<>\s])"
    rb"|\s*(<<|>>|[\[\]])"
)
"""A token and what ends it: the groups are a name, a whole number, a number with a point, a word, a bracket."""
_WORDS = {b"true": True, b"false": False}
_MADE_BY: tuple[Callable[[bytes], Any], ...] = (
    lambda name: LIT(name.decode("ascii")),
    int,
    float,
    lambda word: _WORDS[word] if word in _WORDS else KWD(word),
    KWD,
)
"""What makes a token of each group; a name that is not of ASCII is pdfminer's own to read."""


class QuickParser(PDFParser):
    """A parser that asks pdfminer only for the tokens that are not plain."""

    def nexttoken(self) -> tuple[int, Any]:
        """Return the next token and where it begins."""
        if not self._tokens and self._parse1 == self._parse_main and (found := _TOKEN.match(self.buf, self.charpos)):
            group = found.lastindex or 0
            word = found[group]
            if group != 1 or word.isascii():
                self.charpos = found.end()
                return self.bufpos + found.start(group) - (group == 1), _MADE_BY[group - 1](word)
        return super().nexttoken()


class _QuickInStream(QuickParser, PDFStreamParser):
    """The same for the objects of an object stream."""


class QuickDocument(PDFDocument):
    """A document of pdfminer whose objects are parsed so; raises what pdfminer raises."""

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """Return the numbers and objects of an object stream, and how many there are, as pdfminer does."""
        parser = _QuickInStream(stream.get_data())
        parser.set_document(self)
        objects: list[object] = []
        try:
            while True:
                objects.append(parser.nextobject()[1])
        except PSEOF:
            return objects, stream.get("N", 0)
