"""The real reports that tests ask for and that are not part of the repository (CONTRIBUTING.md tells a stranger of each).

Belongs here: their folder, which they are, how to know the right file. Does not belong here: skipping (tests/conftest.py).
"""

from dataclasses import dataclass
from pathlib import Path

from pipelines.settings import PROJECT

SHARED_REPORTS = PROJECT.parent / "shared" / "reports"


@dataclass(frozen=True)
class RealReport:
    """One PDF: its file name, which says unit, year and kind, and the first 12 digits of the SHA-256 of its bytes."""

    name: str
    digest: str

    @property
    def path(self) -> Path:
        """Where it lies if it is there."""
        return SHARED_REPORTS / self.name


REAL_REPORTS = (
    RealReport("中共上海市普陀区委社会工作部2024年度部门决算.pdf", "44874c062a89"),
    RealReport("西南大学2023年度部门决算.pdf", "86287b24a939"),
    RealReport("北京市东城区科学技术和信息化局2023年度部门决算（第二至四部分）.pdf", "2ffadd44b943"),
    RealReport("上海市普陀区财政局2024年度部门决算（改动版）.pdf", "6a2eb6044359"),
    RealReport("上海市部门决算模板2024.pdf", "deb3a4533199"),
    RealReport("上海市普陀区人民政府万里街道办事处2024年部门预算.pdf", "9cf8afd0f960"),
    RealReport("上海市普陀区司法局2026年部门预算.pdf", "c8821d984a54"),
    RealReport("江苏省高级人民法院2019年度部门预算.pdf", "7e5ac42ed95d"),
    RealReport("budgets/长沙职业教育基地综合协调办公室2026年度部门预算.pdf", "209dbec82978"),
    RealReport("budgets/上海市域外农场管理办公室2026年度单位预算.pdf", "25e800a6e6b5"),
    RealReport("budgets/福州市公安局巡特警支队2026年度单位预算.pdf", "1881fe43526f"),
    RealReport("budgets/湖州市财政局2026年度部门预算.pdf", "638d83aa857f"),
    RealReport("budgets/深圳市统计局（本级）2026年度部门预算.pdf", "12a61b5a9e7c"),
    RealReport("budgets/泉州市市场监管综合监测与技术保障中心2026年度单位预算.pdf", "135d334639c1"),
    RealReport("budgets/江苏省政协办公厅2018年度部门预算（报表）.pdf", "600311282f84"),
    RealReport("budgets/北京市信访办公室2026年度部门预算（报表）.pdf", "a2df391a606f"),
    RealReport("budgets/广州市商务局2026年度部门预算.pdf", "0a58e7a1c157"),
    RealReport("budgets/重庆市科学技术局2026年度部门预算.pdf", "129d7714f50b"),
    RealReport("budgets/烟台市信访局2026年度部门预算.pdf", "18e04068e8ac"),
    RealReport("budgets/西安市安全生产监督管理局2019年度部门预算.pdf", "1598881bee42"),
    RealReport("finals/西安市卫生健康委员会（汇总）2022年度部门决算.pdf", "d504cbd6d86e"),
    RealReport("finals/国家信访局2024年度部门决算.pdf", "b50c5c76deb5"),
    RealReport("finals/上海市普陀区人民政府宜川路街道办事处2025年度部门决算（重排）.pdf", "eaf454feadff"),
    RealReport("finals/上海市普陀区人民政府石泉路街道办事处2025年度部门决算（重排）.pdf", "c362998a966a"),
    RealReport("finals/上海市普陀区文化和旅游局2025年度部门决算（重排）.pdf", "d86510402128"),
    RealReport("finals/上海市普陀区生态环境局2025年度部门决算（重排）.pdf", "86d18c49b8bf"),
)
"""Every one that a test asks for by name."""


def called(part: str) -> RealReport:
    """The report with this part in its file name; a part that names none, or several, is a fault of the test."""
    found = [report for report in REAL_REPORTS if part in report.name]
    if len(found) != 1:
        raise LookupError(f"{part} names {len(found)} reports of tests/support/real_reports.py")
    return found[0]
