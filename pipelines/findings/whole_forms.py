"""Whole forms: what a finding says of a form that is wrong as a whole: amounts in another unit, displaced ones, rows exchanged or printed twice, a total below its own parts.

Belongs here: the clauses of those sentences. Does not belong here: finding such forms (localization.other_unit,
localization.displacement, localization.row_slips, localization.contradiction), single wrong numbers (sentences).
"""

from collections.abc import Mapping

from pipelines.findings.localization.contradiction import Contradiction
from pipelines.findings.localization.displacement import Displacement, Step
from pipelines.findings.localization.misplaced import Misplaced
from pipelines.findings.localization.other_unit import OtherUnit
from pipelines.findings.localization.row_slips import RowSlip
from pipelines.findings.localization.story import Whole
from pipelines.findings.places import Place, within_quotes
from pipelines.vocabulary import Bilingual


def whole_form(whole: Whole, places: Mapping[str, Place]) -> Bilingual:
    """Say what is wrong with a form as a whole, in Chinese and in English."""
    if isinstance(whole, Contradiction):
        return _contradicting(whole, places)
    if isinstance(whole, OtherUnit):
        return _in_other_unit(whole, places)
    if isinstance(whole, RowSlip):
        return _of_rows(whole, places)
    if isinstance(whole, Misplaced):
        return _below_another(whole, places)
    return _displaced(whole, places)


def _displaced(moved: Displacement, places: Mapping[str, Place]) -> Bilingual:
    """Say from which row on the amounts stand beside their names, by how many rows, and what holds once they do not."""
    first = places[moved.steps[0].first]
    steps = [_step(step, places) for step in moved.steps]
    zh, en = "，".join(z for z, _ in steps), ", ".join(e for _, e in steps)
    holds = len(moved.keys)
    return (
        f"{first.at_zh} {first.form}：{zh}，与科目名称错位；按行对正后，现不成立的{holds}处勾稽全部成立",
        f"{first.at_en[:1].upper()}{first.at_en[1:]}, {first.form}: {en}: they do not stand with their names; "
        f"set right row by row, all {holds} identities hold that now fail",
    )


def _of_rows(slip: RowSlip, places: Mapping[str, Place]) -> Bilingual:
    """Say which two rows are exchanged or the same, and what holds once that is set right."""
    one, other, holds = places[slip.first], places[slip.second], len(slip.keys)
    zh, en = f"{one.at_zh} {one.form}", f"{one.at_en[:1].upper()}{one.at_en[1:]}, {one.form}"
    for at in (places[amount] for amount in slip.elsewhere):
        zh, en = f"{zh}（或{at.at_zh} {at.form}）", f"{en} (or {at.at_en}, {at.form})"
    names = [within_quotes(at.label) for at in (one, other)]
    if slip.is_twice:
        return (
            f"{zh}：第{one.line}行与第{other.line}行“{names[0]}”相同，疑重复列示；去掉一行，现不成立的{holds}处勾稽全部成立",
            f"{en}: rows {one.line} and {other.line} (“{names[0]}”) are the same, perhaps one row printed twice; without one of them, all "
            f"{holds} identities hold that now fail",
        )
    return (
        f"{zh}：第{one.line}行“{names[0]}”与第{other.line}行“{names[1]}”的金额疑互换；换回后，现不成立的{holds}处勾稽全部成立",
        f"{en}: the amounts of row {one.line} (“{names[0]}”) and of row {other.line} (“{names[1]}”) seem to be exchanged; exchanged back, all "
        f"{holds} identities hold that now fail",
    )


def _below_another(row: Misplaced, places: Mapping[str, Place]) -> Bilingual:
    """Say which row stands below another one than it belongs to, and what holds once it does not."""
    own, within, belongs = (places[amount] for amount in row.named)
    names = [f"“{within_quotes(at.label)}”" for at in (own, within, belongs)]
    holds = len(row.keys)
    return (
        f"{own.at_zh} {own.form}：第{own.line}行{names[0]}不计入{names[1]}而计入{names[2]}，现不成立的{holds}处勾稽全部成立，疑该行编码或位置有误",
        f"{own.at_en[:1].upper()}{own.at_en[1:]}, {own.form}: with row {own.line} ({names[0]}) not below {names[1]} but below {names[2]}, all "
        f"{holds} identities hold that now fail: perhaps its code or its place is wrong",
    )


def _in_other_unit(one: OtherUnit, places: Mapping[str, Place]) -> Bilingual:
    """Say which forms say another unit than their amounts seem to be in, with the largest amount of the first, and what holds in the other unit."""
    named = [places[amount] for amount in one.largest]
    zh = "、".join(f"{at.at_zh} {at.form}" for at in named)
    en = ", ".join(f"{at.at_en}, {at.form}" for at in named)
    first, holds = named[0], len(one.keys)
    cell = f"“{within_quotes(first.label or first.heading)}”"
    said_zh = f"{zh}：标明单位为{one.said}，金额却像是以{one.read_in}计的（如{cell}印为{first.text}）"
    said_en = (
        f"{en[:1].upper()}{en[1:]}: the unit is said to be {one.said}, but amounts seem to be in {one.read_in} "
        f"(as {first.text} of {cell})"
    )
    if one.is_against_prose:
        return (
            f"{said_zh}，或者说明文字的单位有误：表中金额按{one.read_in}读，现不成立的{holds}处勾稽全部成立",
            f"{said_en}, or the unit in the text is wrong: with the amounts of the forms in {one.read_in}, all {holds} identities hold that now fail",
        )
    return (
        f"{said_zh}；按{one.read_in}读，现不成立的{holds}处勾稽全部成立",
        f"{said_en}; read in {one.read_in}, all {holds} identities hold that now fail",
    )


def _step(step: Step, places: Mapping[str, Place]) -> Bilingual:
    at, until = places[step.last], places[step.until]
    least_zh, least_en = ("至迟", "at the latest ") if step.first != step.last else ("", "")
    high_zh, high_en = ("上", "too high") if step.rows > 0 else ("下", "too low")
    by = abs(step.rows)
    return (
        f"{least_zh}自第{at.line}行“{at.label}”起（至第{until.line}行“{until.label}”），金额{high_zh}移{by}行",
        f"{least_en}from row {at.line} (“{at.label}”) to row {until.line} (“{until.label}”) amounts are {by} "
        f"row{'s' if by > 1 else ''} {high_en}",
    )


def _contradicting(one: Contradiction, places: Mapping[str, Place]) -> Bilingual:
    total, part = places[one.total], places[one.part]
    names = (total.label, part.label) if total.label != part.label else (total.heading, part.heading)
    whole, own = (f"“{within_quotes(name)}”" for name in names)
    return (
        f"{total.at_zh} {total.form}自相矛盾：{whole}印为{total.printed}，小于其中一项"
        f"{own}的{part.printed}；无法判断哪些数有误，与本表有关的其他勾稽不再逐一列出",
        f"{total.at_en[:1].upper()}{total.at_en[1:]}, {total.form} contradicts itself: {total.printed} is printed "
        f"for {whole}, less than {part.printed} for {own}, one of its parts; which numbers are "
        "wrong cannot be told, and what else this form is held against stands aside",
    )
