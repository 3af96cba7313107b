"""Prose in two columns on one sheet: read down the left one first, and told from the cells of a table without rules."""

from pipelines.forms.layout import lay_out
from pipelines.pdf.pages import Line, Page
from pipelines.prose.sentences import running_text

SIZE = 10.0
LEFT, RIGHT = 60.0, 640.0
WIDTH, HEIGHT = 1190.0, 842.0
FIRST = "2025年度收入总计17,537.89万元，支出总计17,537.89万元。与上年决算数相比，收、支总计各减少645.73万元，下降3.55%，主要原因是惠企政策资金变化。"
SECOND = "2025年度支出合计16,966.76万元，其中：基本支出2,580.55万元，占比15.21%；项目支出14,386.21万元，占比84.79%。与上年决算数相比，支出合计减少568.98万元。"


def _rows(left: list[str], right: list[str]) -> tuple[Line, ...]:
    """Lines as a reader joins them: what stands at one height on both sides is one line."""
    lines = []
    for number in range(max(len(left), len(right))):
        letters, spans = "", []
        for start, column in ((LEFT, left), (RIGHT, right)):
            if number >= len(column):
                continue
            if letters:
                letters += " "
                spans.append((spans[-1][1], start))
            letters += column[number]
            spans += [(start + i * SIZE, start + (i + 1) * SIZE) for i in range(len(column[number]))]
        lines.append(Line(letters, (spans[0][0], 100.0 + 20 * number, spans[-1][1], 110.0 + 20 * number), tuple(spans)))
    return tuple(lines)


def _folded(*paragraphs: str) -> list[str]:
    lines = []
    for told in paragraphs:
        text = "　　" + told
        lines += [text[i : i + 40] for i in range(0, len(text), 40)]
    return lines


def _sentences(lines: tuple[Line, ...], width: float = WIDTH) -> list[str]:
    page = Page(number=1, width=width, height=HEIGHT, lines=lines, grids=(), character_count=500)
    return [sentence.text for sentence in running_text(lay_out([page])).sentences]


def test_the_left_column_is_read_before_the_right_one():
    """A sentence never goes on in the column beside it, wherever the lines of both stand at one height."""
    told = "".join(_sentences(_rows(_folded(FIRST, SECOND), _folded(SECOND, FIRST))))
    alone = "".join(_sentences(_rows(_folded(FIRST, SECOND, SECOND, FIRST), [])))
    assert told == alone


def test_a_paragraph_goes_on_at_the_head_of_the_next_column():
    lines = _folded(SECOND, SECOND, FIRST, SECOND)
    assert _sentences(_rows(lines[:9], lines[9:])) == _sentences(_rows(lines, []))


def test_cells_side_by_side_are_no_columns_of_prose():
    """A table without rules has white between its cells everywhere: its rows stay whole."""
    rows = _rows(["一般公共服务支出　　　　　　12,345.00"] * 9, ["社会保障和就业支出　　　　　　2,345.00"] * 9)
    assert "".join(_sentences(rows)).count("12,345.00社会保障") == 9


def test_an_upright_page_has_no_columns():
    """Two columns of prose stand on sheets that lie on their side; lines of an upright page go from edge to edge."""
    rows = _rows(_folded(FIRST, SECOND), _folded(SECOND, FIRST))
    assert _sentences(rows, width=800.0) != _sentences(rows)
