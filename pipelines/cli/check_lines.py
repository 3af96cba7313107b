"""Check lines: what is said of a file that was checked, a line each, in a person's language.

Belongs here: findings as a linter prints them, notes on our reading, what is said of a file without a finding. Does not belong
here: checking it (check), how far it was checked (extent, unjudged), the file and its exit status (check_files).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipelines.cli.check import Coverage, Found
from pipelines.findings import page_words
from pipelines.messages import NOTHING, Message, join, message
from pipelines.queries import Row
from pipelines.vocabulary import labels, one_line

SHOWN = 20
"""Numbers nothing explains that a line lists."""


def lines(file: Path, findings: list[Found], language: str = "zh") -> Iterator[str]:
    """file:page: severity identities: sentence (language: zh or en), as a linter prints it; of a workbook file:sheet."""
    for one in findings:
        place = f"{file}:{one.sheet or one.page}" if one.page else str(file)
        waived = message("waived_mark").of(language) if one.is_waived else ""
        severity = severity_word(one, language)
        sentence = Message(one.sentence_zh, one.sentence_en).of(language)
        yield one_line(f"{place}: {severity} {','.join(one.identities)}{waived}: {sentence}")


def severity_word(one: Found, language: str) -> str:
    """How grave a finding is, as a line says it."""
    return Message(*labels.word_in_line("severity", one.severity)).of(language)


def verdict(file: Path, unread: Sequence[str]) -> Message:
    """What is said of a file without a finding; that of a file of which not every form was read is no clean one."""
    if not unread:
        return message("no_finding", file=one_line(str(file)))
    names = [Message(*(f"{name} ({form})" for name in labels.form(form))) for form in unread]
    return message("forms_unread", file=one_line(str(file)), forms=join(names, "；", "; "))


def doubts(held: Sequence[Row]) -> list[Message]:
    """What of the reports our reading is not sure of (check_file/not_checked), a sentence each: nothing of it was judged."""
    return [
        message(
            "not_checked",
            page=message("on_page", page=_stands(row)) if row["page"] else NOTHING,
            reason=(row["reason_zh"], row["reason"]),
            remedy=(row["remedy_zh"], row["remedy"]),
        )
        for row in held
    ]


def doubt_values(held: Sequence[Row]) -> list[dict[str, object]]:
    """The same as values that JSON knows: page and sheet, and the sentence in both languages."""
    return [
        {"page": row["page"], "sheet": row["sheet"], "member": row["member"], "zh": said.zh, "en": said.en}
        for row, said in zip(held, doubts(held), strict=True)
    ]


def _stands(row: Row) -> labels.Bilingual:
    return page_words(row["page"], row["sheet"], "", row["member"])


def coverage_line(read: Coverage) -> Message | None:
    """The note on our reading, the first numbers nothing explains with it; None where all are explained."""
    if not read.unexplained:
        return None
    pages = groupby(read.unexplained[:SHOWN], key=lambda one: (one["page"], one["sheet"], one["member"]))
    shown = [
        message(
            "unexplained_on_page", page=page_words(page, sheet, "", member),
            texts=", ".join(one["text"] for one in some),
        )
        for (page, sheet, member), some in pages
    ]  # fmt: skip
    left = len(read.unexplained) - SHOWN
    more = message("and_more", count=left) if left > 0 else NOTHING
    return message(
        "unexplained", count=len(read.unexplained), numbers=read.numbers, shown=join(shown, "；", "; "), more=more
    )
