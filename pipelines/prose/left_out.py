"""Left out: amounts that something is left out of: 收入总计 X，不含上年结转为 Y; 收、支总计（不含上年结转 X）Y. They equal no total of a form.

Belongs here: whether the words before an amount say so. Does not belong here: names of which 不含 is a part (事业收入（不含专户资金）:
wordings/subjects.csv), comparisons that leave something out (assertions).
"""

import re

_WITHOUT = r"(?:不含|不包括|不包含|剔除|扣除)(?![^,;。()]*(?:专户|教育收费|车辆|税|陪))"
_REST = re.compile(rf"{_WITHOUT}[^,;。()]{{2,20}}?后?(?:为|是|合计|共计?|总计)+$")
"""Words that leave something out, and those that the amount of the rest follows; without them it is the amount left out."""
_BRACKET = re.compile(
    rf"\({_WITHOUT}[^()]*(?:结转|结余|专项|基建|基本建设|追加|补助|下属|所属)[^()]*\)(?:为|是|共计?|合计|总计|预算|决算|支出|收入|数)*$"
)


def is_rest(words: str) -> bool:
    """Whether the words of a sentence before an amount leave something out of it."""
    return _REST.search(words) is not None or _BRACKET.search(words) is not None
