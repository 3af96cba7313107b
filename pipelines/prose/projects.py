"""Projects: what an evaluation (绩效) speaks of: a project, its money, its score and the parts of it, its indicators.

Belongs here: turning what is named into the project it belongs to. Does not belong here: finding names (named_topics),
tables that evaluate projects (evaluation_tables, score_tables). Nothing here changes what is being spoken of (discourse).
"""

import re
from dataclasses import replace

from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.plain_words import without_bases, without_glue
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue
from pipelines.vocabulary import prose_wordings

SCORED = ("score", "weight", "rate", "share")
"""Roles of the numbers of a score; any other number is of the project that is scored."""
_OFFICES = re.compile(r"(?:涉及|覆盖|包括)[^,;。]{0,6}(?:部门|单位|机构|乡镇|街道|社区)(?:共计?|有)?$")
"""Right before a count of offices."""
_PROJECTS = ("evaluated_projects", "self_evaluated_projects", "targeted_projects", "tracked_projects")
"""Subjects that count projects."""


def counts_no_projects(topic: Topic, cue: Cue, quantity: Quantity, lead: str) -> bool:
    """Whether a number would count projects (topic) but is in points, or of offices (lead): 3个项目得分分别为92.5分、90分、88分; 涉及部门5个."""
    is_count = topic.key in _PROJECTS and cue.role == "count"
    return is_count and (quantity.counted_in == "分" or _OFFICES.search(lead) is not None)


def scored_topic(discourse: Discourse, topic: Topic) -> Topic | None:
    """Return the part of an evaluation that a score belongs to: the current one, the one that is named, or the one the heading names."""
    if topic.key == "score" and discourse.topic and discourse.topic.key == "score_part":
        return discourse.topic
    if topic.key == "score":
        return replace(topic, label=discourse.project)
    return Topic("score_part", topic.label or discourse.heading) if topic.key == "score_part" else None


def money_of_project(score: Topic) -> Topic:
    """Return the project whose score is spoken of, for what is said of its money."""
    return Topic("project_money", score.label)


def of_all_kinds(topic: Topic, role: str) -> Topic:
    """Return the evaluated projects of every level for money that is said behind their counts: 一级项目7个，共涉及 X."""
    return replace(topic, label="") if topic.key == "self_evaluated_projects" and role != "count" else topic


def whole_project(discourse: Discourse, topic: Topic) -> Topic:
    """Return the money of a named project with the project's whole name, which may hold a bracket."""
    is_named = topic.key == "project_money" and topic.label and discourse.project
    return replace(topic, label=discourse.project) if is_named else topic


def of_nature(topic: Topic, words: str) -> Topic:
    """Return the money of the other nature where the words before a number name it: 其中，基本支出 X，项目支出 Y."""
    other = {"项目支出": "基本支出", "基本支出": "项目支出"}
    found = next((one for one in other if one in words and topic.label.startswith(other[one])), None)
    return replace(topic, label=topic.label.replace(other[found], found, 1)) if found else topic


def of_project(discourse: Discourse, weak: Topic | None) -> Topic | None:
    """Return money that 项目 alone names as that of the project spoken of: 项目批复预算 X, 全年实际支出 Y."""
    is_own = weak is not None and weak.key == "project_money" and weak.label.startswith("项目")
    return replace(weak, label=discourse.project) if weak and is_own and discourse.project else weak


def indicator_of(discourse: Discourse, before: str, role: str) -> Topic | None:
    """Return an indicator of the project being evaluated, by the last words before its number: 采血总量."""
    if not discourse.project or role not in ("count", "rate", "growth", "change"):
        return None
    words = [
        w.removeprefix("年")
        for w in re.findall(r"[一-龥]{2,}", without_bases(before, discourse.grammar.wordings))
        if without_glue(w)
    ]
    named = [word for word in words if not prose_wordings.direction_at_end().fullmatch(word)]
    return Topic("indicator", named[-1]) if named else None
