"""Offices: amounts that 其中 gives of one of several offices of a unit: 支出 X，其中：局机关基本支出 Y，项目支出 Z；文化馆基本支出 W.

Belongs here: where a sentence speaks of one of them. Does not belong here: the members of a unit by name (member_units), things that
several offices have (counted).
"""

import re

OF_OFFICE = "is of one of several offices"
"""The doubt of an amount of one office: the forms tell what all of them have."""
_PARTS = "其中"
_OFFICE = re.compile(
    r"(?:^|[,;:、(]|其中)(?:[一-龥]{0,4}[局厅委办院校处部署会])?(?:机关(?!运行|事业|服务)|(?:[省市区县州]|局|厅|委|院)?本级(?!财政|政府|预算|安排))"
    r"|(?:所属|下属|直属|基层)各?(?:事业|预算|二级)*单位"
    r"|(?:^|[,;:、(]|其中)(?!其中)[一-龥]{1,8}(?:馆|中心|站|大队|支队|分局|学校|医院|幼儿园|研究院|研究所)"
    r"(?=(?:20\d\d年度?)?(?:收[、入]|支出|支[、付]|基本|项目|财政|一般|政府|预算|决算|[“\"]?三公|\d))"
)
"""One of the offices, behind 其中 or in a list of them."""
_SUM = re.compile(r"(?:合计|共计|总计)(?:为|是)?$")


def is_of_office(was: bool, text: str, lead: str) -> bool:
    """Whether a number is of one of several offices; was: whether the one before it was; text: the sentence up to it; lead: the words between."""
    own = lead.rpartition(";")[2]
    if (was or _PARTS in text) and _OFFICE.search(own):
        return True
    return was and len(own) == len(lead) and not _SUM.search(own)
