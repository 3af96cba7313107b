"""Prose without a PDF: paragraphs as lines of one page, and the claims a report of them makes.

Belongs here: what tests of the sentence grammar need to start from a text.
Does not belong here: drawn paper (tests/support/paper/paper.py) or any expectation.
"""

from pipelines.forms.layout import lay_out
from pipelines.pdf.pages import Line, Page
from pipelines.prose.claims import Claim
from pipelines.prose.discourse import Discourse
from pipelines.prose.grammars import BUDGET, grammar_of
from pipelines.prose.item_names import ItemNames
from pipelines.prose.narrative import read_claims
from pipelines.prose.sections import sections_of
from pipelines.prose.sentences import RunningText, running_text
from pipelines.reading.number_rules import explain_numbers
from pipelines.reading.readings import Prose
from pipelines.vocabulary.form_wordings import number_rules

SIZE, LEFT, RIGHT = 12.0, 72.0, 528.0


def line(text: str, top: float, indent: float = 0.0) -> Line:
    """A printed line: Chinese letters a full width each, everything else half of it."""
    spans, x = [], LEFT + indent
    for letter in text:
        width = SIZE if ord(letter) > 0x2E7F else SIZE / 2
        spans.append((x, x + width))
        x += width
    return Line(text, (LEFT + indent, top, x, top + SIZE), tuple(spans))


def page(paragraphs: tuple[str, ...], number: int = 1) -> Page:
    """Paragraphs set in lines of equal width, the first of each indented by two letters."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        rest, indent = paragraph, 2 * SIZE
        while rest:
            width, cut = LEFT + indent, 0
            while cut < len(rest) and width < RIGHT - SIZE / 2:
                width += SIZE if ord(rest[cut]) > 0x2E7F else SIZE / 2
                cut += 1
            lines.append(line(rest[:cut], 72 + 20 * len(lines), indent))
            rest, indent = rest[cut:], 0.0
    return Page(
        number=number,
        width=600.0,
        height=20.0 * len(lines) + 2000,
        lines=tuple(lines),
        grids=(),
        character_count=sum(map(len, paragraphs)),
    )


def running(*paragraphs: str) -> RunningText:
    """The running text of a report of these paragraphs."""
    return running_text(lay_out([page(paragraphs)]))


def claims(*paragraphs: str, year: int = 2024, of_budget: bool = False) -> list[Claim]:
    """The claims of a report (of_budget: a budget) of these paragraphs; a heading is a paragraph of its own."""
    text, kind = running(*paragraphs), "budget" if of_budget else "final"
    discourse = Discourse(names=ItemNames(year, ()), year=year, grammar=grammar_of(kind))
    sections = sections_of(text.sentences, discourse.grammar)
    return read_claims(text, sections, explain_numbers(text, number_rules(kind)).by_offset, discourse)


def prose_of_budget(*paragraphs: str, year: int) -> Prose:
    """The prose of a budget of these paragraphs, as a reader has it."""
    text = running(*paragraphs)
    sections = tuple(sections_of(text.sentences, BUDGET))
    return Prose(text, sections, tuple(claims(*paragraphs, year=year, of_budget=True)), ())
