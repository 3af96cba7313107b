"""Where pages and figures stand, as an evidence page says it: a sheet and its range, a page of a PDF."""

from pipelines.outputs.evidence.standing import Standing

FIGURE = {"report_id": "b", "page": 2, "member": "", "sheet": "", "address": ""}


def test_sheets_are_named_and_pages_of_a_pdf_counted():
    standing = Standing({("a", 2): {"sheet": "收入决算表", "member": "附表.xls"}})
    assert standing.page("a", 2) == ("附表.xls 工作表“收入决算表”", "sheet “收入决算表” in 附表.xls")
    assert (standing.page("b", 2), standing.brief("b", 2)) == (("第 2 页", "Page 2"), ("2", "2"))
    assert (standing.brief("a", 2), standing.brief("a", None)) == (standing.page("a", 2), ("", ""))
    assert standing.pages("a", [2]) == standing.page("a", 2)
    assert standing.pages("b", [2, 3]) == ("页 2, 3", "page 2, 3")
    assert (standing.figure(FIGURE), standing.brief_figure(FIGURE)) == (("第 2 页", "page 2"), ("2", "2"))
    told = standing.figure(FIGURE | {"sheet": "收入决算表", "address": "C5"})
    assert told == ("工作表“收入决算表”C5", "C5 of sheet “收入决算表”")
