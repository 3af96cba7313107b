"""Places: a printed number as a sentence names it: its page and report, what it is called, its text.

Belongs here: the value, naming a report beside another one. Does not belong here: what is said of it (sentences, comparisons).
"""

from dataclasses import dataclass

from pipelines.findings.addresses import page_words
from pipelines.vocabulary import labels

_INNER = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The report something is printed in: its fiscal year, unit, level (部门, 单位 or "") and version.

    version: None for the file of a budget that holds its explanation (情况说明) without tables, beside the file of its tables.
    """

    report_id: str
    year: int
    unit_name: str
    level: str
    version: int | None

    def zh(self, beside: "Source") -> str:
        """Name it beside another report in Chinese: by unit or level where they differ, always by year, else as a version."""
        if self.explains(beside):
            return "情况说明"
        if beside.explains(self):
            return "报表"
        unit = self.unit_name if self.unit_name != beside.unit_name else ""
        level = self.level if self.level != beside.level else ""
        return f"{unit}{self.year}年{level}{f'第{self.version}版' if self._is_version_of(beside) else ''}报告"

    def en(self, beside: "Source") -> str:
        """Name it beside another report in English."""
        if self.explains(beside):
            return "the explanation (情况说明)"
        if beside.explains(self):
            return "the tables (报表)"
        unit = f" of {self.unit_name}" if self.unit_name != beside.unit_name else ""
        level = f" ({labels.level(self.level)[1]})" if self.level and self.level != beside.level else ""
        return f"the report of {self.year}{unit}{level}{f', version {self.version}' if self._is_version_of(beside) else ''}"

    def explains(self, beside: "Source") -> bool:
        """Whether it is the explanation to the tables of the other file."""
        return (
            self.version is None
            and beside.version is not None
            and (self.unit_name, self.year) == (beside.unit_name, beside.year)
        )

    def _is_version_of(self, beside: "Source") -> bool:
        alike = (self.unit_name, self.year, self.level) == (beside.unit_name, beside.year, beside.level)
        return alike and self.version != beside.version


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A printed number: its page, what names it (form, row and column, or its clause of the prose), text, counted_in, decimals.

    form, line, label: of a cell the title of its form, its row counted from 1, and what that row is called.
    source: its report; beside: the report of the finding it is told in, where that is another one.
    member, sheet, address: where it stands in a file without pages (addresses), else empty.
    """

    page: int
    name: str
    text: str
    counted_in: str
    decimals: int
    form: str = ""
    line: int = 0
    label: str = ""
    source: Source | None = None
    beside: Source | None = None
    member: str = ""
    sheet: str = ""
    address: str = ""

    @property
    def page_zh(self) -> str:
        """Its page in Chinese, or where it stands in a file without pages."""
        return page_words(self.page, self.sheet, self.address, self.member)[0]

    @property
    def page_en(self) -> str:
        """Its page in English, or where it stands in a file without pages."""
        return page_words(self.page, self.sheet, self.address, self.member)[1]

    @property
    def printed(self) -> str:
        """Its text with what it counts, as 12.30万元; 空白 where nothing is printed."""
        return f"{self.text}{self.counted_in}" if self.text else "空白"

    @property
    def printed_en(self) -> str:
        """Its text with what it counts in English."""
        return self.printed if self.text else "nothing"

    @property
    def heading(self) -> str:
        """Its column as printed, the end of its name."""
        return self.name.rpartition(" ")[2]

    @property
    def at_zh(self) -> str:
        """Its page in Chinese, with its report where that is another one than the finding's."""
        return f"{self.source.zh(self.beside) if self.source and self.beside else ''}{self.page_zh}"

    @property
    def at_en(self) -> str:
        """Its page in English, with its report where that is another one than the finding's."""
        return f"{self.page_en}{f' of {self.source.en(self.beside)}' if self.source and self.beside else ''}"

    @property
    def says_zh(self) -> str:
        """What is printed there in Chinese: page, name and number; a number that a quoted clause ends with is not said twice."""
        named, _, clause = self.name.partition("“")
        if self.is_quoted:
            return f"{self.at_zh}{f' {named}' if named else ''}写“{clause}"
        return f"{self.at_zh} {self.name}为{self.printed}"

    @property
    def says_en(self) -> str:
        """What is printed there in English."""
        named, _, clause = self.name.partition("“")
        if self.is_quoted:
            return f"{self.at_en}{f', {named},' if named else ''} says “{clause}"
        return f"{self.at_en}, {self.name}, has {self.printed_en}"

    @property
    def is_quoted(self) -> bool:
        """Whether its name is a clause of the prose that ends with the number."""
        return self.name.endswith(f"{self.printed}”")

    def worded(self, verb: str) -> str:
        """Return its name and, unless that ends with it, the number behind a verb, in Chinese."""
        return self.name if self.is_quoted else f"{self.name}{verb}{self.printed}"


def within_quotes(text: str) -> str:
    """Return a text as it stands between quotes: quotes of its own are single ones."""
    return text.translate(_INNER)
