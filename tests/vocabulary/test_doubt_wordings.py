"""Doubts in Chinese: each sentence that the stages of a reading make has its wording, and each wording its sentence."""

import ast
import importlib
import itertools
import re
from collections.abc import Iterator

import pytest

from pipelines.formats import ofd, workbooks
from pipelines.settings import PROJECT
from pipelines.vocabulary import doubt_wordings, form_wordings

STAGES = ("pdf", "formats", "forms", "prose", "reading", "outputs/evidence")
NAMED = (
    "reason",
    "remedy",
    "_REASON",
    "_REMEDY",
    "FETCH_AGAIN",
    "_ADD_WORDING",
    "reasons",
    "_LOST",
    "_UNREAD",
    "_UNCONVERTED",
    "GONE",
    "CHANGED",
)
"""Names that such sentences are given in the code, one by one or in a table."""
GIVEN_TO = ("Unreadable", "Scanned", "refuse", "_doubt", "_note", "NoPicture", "in_doubt")
"""Functions that take them by place."""
WHYS = (workbooks.NO_VALUE, workbooks.AN_ERROR, workbooks.WHITE, ofd.UNSEEN)
"""Why a cell of a sheet or of an OFD is in doubt."""
FILLED = ("X", "cover", "unit", "an amount", "the two readers differ", "it died: X")
"""Values that stand for any that a sentence may name."""


def sentences() -> Iterator[str]:
    """What the code says where a doubt is made, with values in the place of what it names."""
    for name in (*STAGES, "ocr"):
        for path in sorted((PROJECT / "pipelines" / name).rglob("*.py" if name in STAGES else "scans.py")):
            module = ast.parse(path.read_text(encoding="utf-8"))
            constants = constants_of(".".join(path.relative_to(PROJECT).with_suffix("").parts))
            for node in ast.walk(module):
                for text in texts_of(node, name):
                    yield from said(text, constants)


def constants_of(module: str) -> dict[str, object]:
    """The names of a module; none where it needs Ray and that is not installed: it says no doubt by a name."""
    try:
        return vars(importlib.import_module(module))
    except ModuleNotFoundError as error:
        if error.name != "ray":
            raise
        return {}


def texts_of(node: ast.AST, stage: str) -> Iterator[ast.expr]:
    """The texts of an assignment or a call that makes a doubt."""
    if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id in NAMED for one in node.targets):
        yield from parts(node.value)
    if isinstance(node, ast.Call):
        if isinstance(node.func, (ast.Name, ast.Attribute)) and ast.unparse(node.func).split(".")[-1] in GIVEN_TO:
            yield from (text for one in node.args for text in parts(one))
        wanted = {"reason", "remedy", *(("doubt",) if stage == "forms" else ())}
        yield from (text for one in node.keywords if one.arg in wanted for text in parts(one.value))


def parts(node: ast.expr) -> Iterator[ast.expr]:
    """The texts in an expression: a tuple, a table of them, a choice."""
    if isinstance(node, (ast.JoinedStr, ast.Constant)):
        yield node
    elif isinstance(node, ast.Dict):
        yield from (text for one in (*node.keys, *node.values) if one for text in parts(one))
    elif isinstance(node, ast.DictComp):
        yield from parts(node.key)
    elif isinstance(node, ast.Tuple):
        yield from (text for one in node.elts for text in parts(one))
    elif isinstance(node, ast.Subscript):
        yield from parts(node.value)


def said(node: ast.expr, constants: dict[str, object]) -> Iterator[str]:
    """One sentence a text may come to that has a Chinese wording, else the text itself; nothing for a word that is no sentence."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and " " in node.value:
            yield node.value
        return
    choices = [one_of(value, constants) for value in node.values]
    if not any(len(choice) == 1 and re.search(r"[a-z] | [a-z]", choice[0]) for choice in choices):
        return
    some = ["".join(choice) for choice in itertools.product(*choices)]
    yield next((text for text in some if wording_of(text)), some[0])


def one_of(value: ast.expr, constants: dict[str, object]) -> tuple[str, ...]:
    if isinstance(value, ast.Constant):
        return (str(value.value),)
    known = constants.get(ast.unparse(value.value))
    return (known,) if isinstance(known, str) else FILLED


def wording_of(text: str) -> str | None:
    """The English of the wording that a sentence is made by."""
    for kind in ("reason", "remedy"):
        for sentence in doubt_wordings._sentences(kind):
            if sentence.pattern.fullmatch(text) and doubt_wordings._in_chinese(kind, text):
                return sentence.pattern.pattern
    return None


def test_every_sentence_of_a_doubt_has_its_chinese():
    found = list(sentences())
    assert len(found) > 90
    ends = (
        "longer than the time limit",
        "more memory than the limit",
        "that read it died",
        "no reader of ours answers",
        "that drew it died",
        "what is no picture",
    )
    assert [one for one in found if not wording_of(one) and not one.endswith(ends)] == []
    assert all(wording_of(f"{one}: X") for one in found if one.endswith(ends))


def test_every_wording_is_of_a_sentence():
    used = {wording_of(one) for one in (*sentences(), *(f"{one}: X" for one in sentences()))}
    rare = {"column heading not known: (blank)"}
    listed = {sentence.pattern.pattern for kind in ("reason", "remedy") for sentence in doubt_wordings._sentences(kind)}
    assert listed - used == {re.escape(one) for one in rare}


def test_every_value_that_is_a_word_has_its_chinese():
    from pipelines.ocr import reasons
    from pipelines.pdf import cropping, overrunning
    from pipelines.pdf.pdfium import doubtful_cells

    named = tuple(pair for one in (doubtful_cells, cropping, overrunning, reasons) for pair in vars(one).items())
    whys = {value for name, value in named if name.isupper() and isinstance(value, str)}
    listed = {kind: [row["en"] for row in form_wordings.rows("doubts") if row["kind"] == kind] for kind in ("why",)}
    assert {one for one in whys if " " in one} == {one for one in listed["why"] if "{" not in one} - {
        "the two readers differ"
    } - set(WHYS)
    mentions = (PROJECT / "pipelines/forms/mentions.py").read_text(encoding="utf-8")
    for kind in ("where", "what"):
        named = set(re.findall(rf'{kind}="([a-z ]+)"', mentions))
        assert [one for one in sorted(named) if doubt_wordings._in_chinese(kind, one) is None] == []


@pytest.mark.parametrize(
    ("reason", "chinese"),
    [
        ("form T3 appears a second time", "支出决算表（T3）重复出现"),
        ("heading says unit 甲局, the report goes by 乙局", "标题所写单位为甲局，报告采用乙局"),
        ("not a clean number: 3.5.4", "不是规范的数字：3.5.4"),
        ("not a clean number: {text} {0}", "不是规范的数字：{text} {0}"),
        ("not surely what the page shows: a picture lies over it", "不能确定与页面所示一致：其上有图片"),
        ("the two readers differ on 3 figures of T1", "两个读取器所见不同：收入支出决算总表（T1）有3个数"),
        ("the PDF is damaged: the content of page 3 is spoiled", "PDF已损坏：第3页的内容受损"),
        ("something nobody says", "something nobody says"),
    ],
)
def test_a_reason_in_chinese(reason, chinese):
    assert doubt_wordings.reason_in_chinese(reason) == chinese
