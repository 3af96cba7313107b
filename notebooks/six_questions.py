"""Six questions to the published warehouse, each answered by a chart; opened by `make notebook`.

Belongs here: SELECTs over the read-only warehouse and charts of them. Does not belong here: anything the pipeline needs.
"""

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="部门决算：六个问题")


@app.cell
def setup():
    import os

    import altair as alt
    import marimo as mo

    from pipelines.settings import places_of
    from pipelines.warehouse import database

    @alt.theme.register("chinese", enable=True)
    def chinese():
        fonts = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, sans-serif"
        sizes = {"labelFontSize": 12, "titleFontSize": 12}
        config = {"font": fonts, "axis": sizes | {"labelLimit": 320}, "legend": sizes | {"labelLimit": 240}}
        return {"config": config | {"header": {"labelFontSize": 13, "labelLimit": 480}, "title": {"fontSize": 16}}}

    places = places_of(os.environ)
    mo.stop(not database.is_published(places), mo.md(f"没有仓库 {places.published}：先运行 `make warehouse`。"))
    warehouse = database.connect_published(places)
    return alt, mo, warehouse


@app.cell
def opening(mo, warehouse):
    reports, units, first, last = warehouse.sql(
        "select count(*), count(distinct unit_key), min(fiscal_year), max(fiscal_year) from star.dim_report where is_current"
    ).fetchone()
    mo.md(
        f"""
        # 部门决算：六个问题

        仓库里有 {units} 个单位的 {reports} 份报告（{first}–{last} 年度）。仓库以只读方式打开；要看、要改查询：`make notebook EDIT=1`。
        """
    )
    return


@app.cell
def unit_choice(mo, warehouse):
    named = warehouse.sql(
        "select distinct unit_name from star.dim_report join star.dim_unit using (unit_key) where is_current order by 1"
    ).fetchall()
    chosen = mo.ui.multiselect([name for (name,) in named], value=[name for (name,) in named[:6]], label="单位")
    chosen  # noqa: B018 - the last line is what the cell shows
    return (chosen,)


@app.cell
def spending(chosen, warehouse):
    spent = warehouse.execute(
        """
        select
            unit_name || ' ' || fiscal_year as report, function.class_code || ' ' || class.function_name as class,
            case nature when 'basic' then '基本支出' when 'project' then '项目支出' else '其他' end as nature,
            (sum(amount_yuan) / 10000)::double as wan_yuan
        from star.fact_expenditure
        join star.dim_unit using (unit_key)
        join star.dim_function as function using (function_key)
        join star.dim_function as class
            on class.function_code = function.class_code and fiscal_year between class.valid_from and class.valid_to
        where scope = 'all_funds' and list_contains($units, unit_name)
        group by all
        order by all
        """,
        {"units": chosen.value},
    ).df()
    return (spent,)


@app.cell
def spending_chart(alt, mo, spent):
    where_it_goes = (
        alt.Chart(spent, title="一、钱花在哪里：功能分类与支出性质")
        .mark_bar()
        .encode(
            x=alt.X("wan_yuan:Q", title="支出（万元）", stack=True),
            y=alt.Y("class:N", title=None),
            color=alt.Color("nature:N", title="支出性质", sort=["基本支出", "项目支出", "其他"]),
            row=alt.Row("report:N", title=None, header=alt.Header(labelAnchor="start", labelOrient="top")),
            tooltip=["report", "class", "nature", alt.Tooltip("wan_yuan", title="万元", format=",.2f")],
        )
        .resolve_scale(y="independent")
    )
    mo.vstack([mo.md("支出决算表的末级科目，按类相加；一份报告一栏，各栏同一刻度。"), where_it_goes])
    return (where_it_goes,)


@app.cell
def public_expenses(chosen, warehouse):
    public = warehouse.execute(
        """
        select
            unit_name || ' ' || fiscal_year as report,
            case category when 'abroad' then '因公出国（境）' when 'purchase' then '公务用车购置' when 'running' then '公务用车运行维护'
                when 'vehicles' then '公务用车' else '公务接待' end as item,
            if(phase = 'budget', '预算数', '决算数') as phase, (sum(amount_yuan) / 10000)::double as wan_yuan
        from star.fact_three_public
        join star.dim_unit using (unit_key)
        where measure = 'amount' and phase in ('budget', 'final') and list_contains($units, unit_name)
        group by all
        order by all
        """,
        {"units": chosen.value},
    ).df()
    return (public,)


@app.cell
def public_chart(alt, mo, public):
    budget_and_final = (
        alt.Chart(public, title="二、“三公”经费：预算用了多少")
        .mark_bar()
        .encode(
            x=alt.X("item:N", title=None, axis=alt.Axis(labelAngle=0)),
            xOffset=alt.XOffset("phase:N", sort=["预算数", "决算数"]),
            y=alt.Y("wan_yuan:Q", title="万元"),
            color=alt.Color("phase:N", title="口径", sort=["预算数", "决算数"]),
            row=alt.Row("report:N", title=None, header=alt.Header(labelAnchor="start", labelOrient="top")),
            tooltip=["report", "item", "phase", alt.Tooltip("wan_yuan", title="万元", format=",.2f")],
        )
        .properties(width=560, height=140)
    )
    mo.vstack([mo.md("各栏同一刻度。两根柱一样高，预算用完；决算高于预算，就要看报告怎么说。"), budget_and_final])
    return (budget_and_final,)


@app.cell
def outcomes(chosen, warehouse):
    judged = warehouse.execute(
        """
        select
            unit_name || ' ' || fiscal_year as report,
            family.zh as family, outcome.zh as outcome, count(*) as count
        from checks.outcome as judged
        join reference.identity using (identity_id)
        join reference.word as family on family.domain = 'family' and family.key = identity.family
        join reference.word as outcome on outcome.domain = 'outcome' and outcome.key = judged.outcome
        join star.dim_unit using (unit_key)
        where judged.outcome != 'not_evaluable' and list_contains($units, unit_name)
        group by all
        order by all
        """,
        {"units": chosen.value},
    ).df()
    return (judged,)


@app.cell
def outcome_chart(alt, judged, mo, warehouse):
    _named = warehouse.execute("select key, zh from reference.word where domain = 'outcome'").fetchall()
    tiers = [dict(_named)[key] for key in ("exact", "rounding", "improbable", "violation")]
    does_it_add_up = (
        alt.Chart(judged, title="三、账对得上吗：勾稽关系的结果")
        .mark_bar()
        .encode(
            x=alt.X("count:Q", title="能判断的勾稽（条）"),
            y=alt.Y("family:N", title=None),
            color=alt.Color(
                "outcome:N",
                title="结果",
                scale=alt.Scale(domain=tiers, range=["#4c9a6a", "#a9cfa0", "#e3b23c", "#c0392b"]),
            ),
            row=alt.Row("report:N", title=None, header=alt.Header(labelAnchor="start", labelOrient="top")),
            tooltip=["report", "family", "outcome", alt.Tooltip("count", title="条")],
        )
        .properties(width=560)
    )
    mo.vstack([mo.md("无法判断的（缺表、空白、没有上年报告）不在图里，见 `checks.outcome`。"), does_it_add_up])
    return (does_it_add_up,)


@app.cell
def findings(chosen, warehouse):
    found = warehouse.execute(
        """
        select
            unit_name || ' ' || finding.fiscal_year as report, severity.zh as severity, count(*) as count
        from findings.finding as finding
        join star.dim_unit using (unit_key)
        join reference.word as severity on severity.domain = 'severity' and severity.key = finding.severity
        where not finding.is_waived and list_contains($units, unit_name)
        group by all
        order by all
        """,
        {"units": chosen.value},
    ).df()
    return (found,)


@app.cell
def findings_chart(alt, found, mo):
    where_it_is_worst = (
        alt.Chart(found, title="四、哪份报告错得最多：发现")
        .mark_bar()
        .encode(
            x=alt.X("count:Q", title="发现（条）"),
            y=alt.Y("report:N", title=None, sort="-x"),
            color=alt.Color(
                "severity:N",
                title="程度",
                scale=alt.Scale(
                    domain=["严重", "错误", "提示", "说明"], range=["#9b1c1c", "#b4430f", "#e3b23c", "#8fa1b3"]
                ),
            ),
            tooltip=["report", "severity", alt.Tooltip("count", title="条")],
        )
        .properties(width=560, height=320)
    )
    mo.vstack(
        [
            mo.md("一个原因一条，已搁置的不计；每条的证据在证据页（`make book`）或桌面（`make desk`）。"),
            where_it_is_worst,
        ]
    )
    return (where_it_is_worst,)


@app.cell
def violations(warehouse):
    broken = warehouse.sql(
        """
        select identity_id || ' ' || statement as identity, sum(violations)::integer as count
        from questions.findings_by_identity
        where violations > 0
        group by all
        order by count desc, identity
        limit 15
        """
    ).df()
    return (broken,)


@app.cell
def violations_chart(alt, broken, mo):
    what_breaks = (
        alt.Chart(broken, title="五、哪些勾稽最常不符：前十五条")
        .mark_bar()
        .encode(
            x=alt.X("count:Q", title="不符（次）"),
            y=alt.Y("identity:N", title=None, sort="-x"),
            tooltip=[alt.Tooltip("identity", title="勾稽关系"), alt.Tooltip("count", title="次")],
        )
        .properties(width=560, height=360)
    )
    mo.vstack([mo.md("全部单位、全部年度；`提问.不符情况` 按地区和年度分列。"), what_breaks])
    return (what_breaks,)


@app.cell
def completion(chosen, warehouse):
    completed = warehouse.execute(
        """
        select
            unit_name || ' ' || fiscal_year as report, item, phase, (budget_yuan / 10000)::double as budget, (final_yuan / 10000)::double as final,
            completion_percent::double as percent
        from questions.budget_completion
        where item_code is not null and budget_yuan > 0 and final_yuan > 0 and list_contains($units, unit_name)
        order by all
        """,
        {"units": chosen.value},
    ).df()
    return (completed,)


@app.cell
def completion_chart(alt, completed, mo):
    budget_or_more = (
        alt.Chart(completed, title="六、预算与决算差多少：一点一项")
        .mark_point()
        .encode(
            x=alt.X("budget:Q", title="预算（万元，对数）", scale=alt.Scale(type="log")),
            y=alt.Y("final:Q", title="决算（万元，对数）", scale=alt.Scale(type="log")),
            color=alt.Color("report:N", title="报告"),
            shape=alt.Shape("phase:N", title="预算口径"),
            tooltip=["report", "item", "phase", alt.Tooltip("percent", title="完成率（％）", format=".1f")],
        )
        .properties(width=560, height=400)
    )
    mo.vstack(
        [
            mo.md("科目一项一点；离对角线越远，决算离预算越远。预算本身与决算逐项对照见 `提问.预决算对比`。"),
            budget_or_more,
        ]
    )
    return (budget_or_more,)


if __name__ == "__main__":
    app.run()
