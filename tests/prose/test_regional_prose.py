"""What publishers of other regions write: several names and numbers at once, parts and wholes, comparisons, lists."""

import pytest

from pipelines.forms.disclosure import identify
from pipelines.forms.layout import lay_out
from pipelines.pdf.pages import Page
from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.quantities import quantities
from pipelines.prose.respectively import NOBODY, respective
from pipelines.prose.sections import sections_of
from pipelines.prose.sentences import running_text
from pipelines.vocabulary.text import squeeze
from tests.support.desk.headed_claims import (
    ASSETS,
    BASIC,
    BOUGHT,
    FISCAL,
    FUND,
    GENERAL,
    INCOME,
    ITEM,
    ITEMS,
    OVERALL,
    RUNNING,
    SPENDING,
    VISITS,
    facts_of,
    value,
)
from tests.support.desk.paragraphs import LEFT, RIGHT, SIZE, claims, line, running


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (SPENDING, "基本支出10万元，占25%，所占比重比上年提高2.1个百分点；项目支出30万元，占75%，占比同比下降2.1个百分点。", [
            value("basic", "10"), ("basic", "share", "25", "%", "", "unstated"), ("basic", "points", "2.1", "百分点", "up", "prior_year"),
            value("project", "30"), ("project", "share", "75", "%", "", "unstated"), ("project", "points", "2.1", "百分点", "down", "prior_year")]),
        (SPENDING, "基本支出占本年支出的比重为62.5%，较上年下降3个百分点。", [
            ("basic", "share", "62.5", "%", "", "expenditure_total"), ("basic", "points", "3", "百分点", "down", "prior_year")]),
        (GENERAL, "一般公共预算财政拨款支出10万元，比上年增加1万元，增长11.1个百分点。", [
            value("general_budget", "10"), ("general_budget", "change", "1", "万元", "up", "prior_year"), ("general_budget", "growth", "11.1", "百分点", "up", "prior_year")]),
        (VISITS, "公务接待费支出决算1.2万元，控制在年初预算2万元以内，比上年减少0.3万元。", [
            value("reception", "1.2"), ("reception", "ceiling", "2", "万元", "", "initial"), ("reception", "change", "0.3", "万元", "down", "prior_year")]),
        (VISITS, "公务接待费支出决算1.2万元，未超过预算2万元，完成预算的60%。", [
            value("reception", "1.2"), ("reception", "ceiling", "2", "万元", "", "unstated"), ("reception", "completion", "60", "%", "", "unstated")]),
        (VISITS, "公务接待费支出决算1.2万元，未控制在年初预算1万元以内。", [value("reception", "1.2")]),
        (RUNNING, "机关运行经费支出20万元，不高于全年预算数25万元。", [
            value("running_costs", "20"), ("running_costs", "ceiling", "25", "万元", "", "annual")]),
        (SPENDING, "基本支出、项目支出分别为10.00万元、30.00万元，分别占支出合计的25%、75%。", [
            value("basic", "10.00"), value("project", "30.00"),
            ("basic", "share", "25", "%", "", "expenditure_total"), ("project", "share", "75", "%", "", "expenditure_total"),
        ]),
        (OVERALL, "2024年度收入总计、支出总计分别为5.00万元和6.00万元。", [
            value("income_grand_total", "5.00"), value("expenditure_grand_total", "6.00"),
        ]),
        (BASIC, "人员经费、公用经费分别比上年增加3万元、减少2万元。", [
            ("personnel", "change", "3", "万元", "up", "prior_year"), ("public", "change", "2", "万元", "down", "prior_year"),
        ]),
        (INCOME, "本年收入合计10万元，其中：财政拨款收入8万元，其他收入2万元。比上年增加3万元，增长42.86%。", [
            value("income_total", "10"), value("income_fiscal", "8"), value("income_other", "2"),
            ("income_total", "change", "3", "万元", "up", "prior_year"), ("income_total", "growth", "42.86", "%", "up", "prior_year"),
        ]),
        (INCOME, "本年收入合计10万元（其中：财政拨款收入8万元）。比上年增加3万元。", [
            value("income_total", "10"), value("income_fiscal", "8"), ("income_total", "change", "3", "万元", "up", "prior_year"),
        ]),
        (VISITS, "公务接待费3万元，其中：国内接待费2.5万元，外事接待费0.5万元，国（境）外接待费0万元。", [
            value("reception", "3"), value("reception_domestic", "2.5"), value("reception_foreign", "0.5"), value("reception_overseas", "0"),
        ]),
        (RUNNING, "机关运行经费支出10万元，主要原因是人员增加，比上年增加2万元，增长25%。", [
            value("running_costs", "10"), ("running_costs", "change", "2", "万元", "up", "prior_year"),
            ("running_costs", "growth", "25", "%", "up", "prior_year"),
        ]),
        (RUNNING, "机关运行经费支出10万元，主要原因是公用经费比上年增加2万元。", [
            value("running_costs", "10"), ("reason", "change", "2", "万元", "up", ""),
        ]),
        (RUNNING, "机关运行经费支出10万元，较上年多2万元。", [
            value("running_costs", "10"), ("running_costs", "change", "2", "万元", "up", "prior_year"),
        ]),
        (GENERAL, "一般公共预算财政拨款支出10万元，比2019年增加2万元。", [
            value("general_budget", "10"), ("general_budget", "change", "2", "万元", "up", "other_year"),
        ]),
        (GENERAL, "年末一般公共预算财政拨款结转和结余1万元。", [value("closing_of_fund", "1")]),
        (SPENDING, "项目支出30万元，其中：基本建设类项目支出5万元。", [value("project", "30"), value("capital_construction", "5")]),
        (SPENDING, "项目支出，用于专项业务工作的经费支出30万元。", [value("project", "30")]),
        (INCOME, "2024年收入合计10万元。", [value("income_total", "10")]),
        (INCOME, "（一）2024年收入10万元。", [value("income_total", "10")]),
        (VISITS, "因公出国（境）费、公务用车购置及运行维护费、公务接待费支出决算分别为3万元、2万元、1万元。", [
            value("abroad", "3"), value("vehicles", "2"), value("reception", "1"),
        ]),
        (VISITS, "公务用车购置费0万元，公务接待费3万元，分别占“三公”经费的0%、100%。", [
            value("purchase", "0"), value("reception", "3"),
            ("purchase", "share", "0", "%", "", "three_public"), ("reception", "share", "100", "%", "", "three_public"),
        ]),
        (SPENDING, "基本支出和项目支出占本年支出的比重分别为40%和60%。", [
            ("basic", "share", "40", "%", "", "expenditure_total"), ("project", "share", "60", "%", "", "expenditure_total"),
        ]),
        (BASIC, "人员经费和公用经费分别为5万元和3万元，占比分别为62.5%和37.5%。", [
            value("personnel", "5"), value("public", "3"),
            ("personnel", "share", "62.5", "%", "", "unstated"), ("public", "share", "37.5", "%", "", "unstated"),
        ]),
        (OVERALL, "收入支出总体与上年相比，增加4万元，增长2.70%。", [
            ("grand_total", "change", "4", "万元", "up", "prior_year"), ("grand_total", "growth", "2.70", "%", "up", "prior_year"),
        ]),
        (FUND, "年初结转和结余1万元，收入决算3万元，支出决算2万元，年末结转和结余2万元。", [
            value("opening", "1"), value("income_government_fund", "3"), value("government_fund", "2"), value("closing", "2"),
        ]),
        (GENERAL, "桂江市民政局2024年度财政拨款支出9万元，占本年支出合计的60%。", [
            value("general_budget", "9"), ("general_budget", "share", "60", "%", "", "expenditure_total"),
        ]),
        (RUNNING, "机关运行经费支出10万元（与部门预算中公用经费保持一致），较上年增加2万元。", [
            value("running_costs", "10"), ("running_costs", "change", "2", "万元", "up", "prior_year"),
        ]),
        (RUNNING, "2024年度机关运行经费支出7.00万元，比上年的-3.00万元增加10.00万元。", [
            value("running_costs", "7.00"), ("running_costs", "prior", "-3.00", "万元", "", ""), ("running_costs", "change", "10.00", "万元", "up", "prior_year"),
        ]),
        (VISITS, "“三公”经费支出6万元，比上年决算1万元增加5万元；比2019年决算9万元减少3万元，下降33.33%。", [
            value("three_public", "6"), ("three_public", "prior", "1", "万元", "", ""), ("three_public", "change", "5", "万元", "up", "prior_year"),
            ("three_public", "prior", "9", "万元", "", ""), ("three_public", "change", "3", "万元", "down", "other_year"), ("three_public", "growth", "33.33", "%", "down", "other_year"),
        ]),
        (ITEM, "年初预算10万元，支出决算9万元，决算数较年初预算数少1万元，差异率10%。", [
            ("function", "budget", "10", "万元", "", "initial"), value("function", "9"),
            ("function", "change", "1", "万元", "down", "initial_budget"), ("function", "growth", "10", "%", "down", "initial_budget"),
        ]),
        (OVERALL, "本年支出8.00万元，结余分配-3.46万元，年末结转-6.54万元。", [
            value("expenditure_total", "8.00"), value("surplus_allocated", "-3.46"), value("closing", "-6.54"),
        ]),
        (ITEM, "年初预算为0万元，支出决算为-3.60万元，决算数小于年初预算数。", [
            ("function", "budget", "0", "万元", "", "initial"), value("function", "-3.60"), ("function", "direction", "小于", "", "below", "initial_budget"),
        ]),
        (VISITS, "公务用车购置及运行维护费支出4万元。其中：公务用车购置支出0万元。全年按规定更新购置公务用车0辆，金额0万元。", [
            value("vehicles", "4"), value("purchase", "0"), ("vehicles_purchased", "count", "0", "辆", "", ""), value("purchase", "0"),
        ]),
        (VISITS, "公务用车运行维护费支出26.54万元，用于车辆燃油、维修、保险等，车均运行维护费3.32万元，公务用车保有量8辆。", [
            value("running", "26.54"), ("running", "mean", "3.32", "万元", "", ""), ("vehicle_stock", "count", "8", "辆", "", ""),
        ]),
        (VISITS, "公务接待费支出5万元，主要原因是来访增加，人均增加0.01万元。", [value("reception", "5"), ("reason", "change", "0.01", "万元", "up", "")]),
        (VISITS, "“三公”经费支出全年预算数4万元，决算数3万元，预决算差异率-25%。", [
            ("three_public", "budget", "4", "万元", "", "annual"), value("three_public", "3"),
            ("budget_deviation", "rate", "25", "%", "down", ""),
        ]),
        (SPENDING, "一般公共服务支出（类）支出3万元，上年支出2万元，增加1万元。", [
            value("function", "3"), ("function", "prior", "2", "万元", "", ""), ("function", "change", "1", "万元", "up", "prior_year"),
        ]),
        (OVERALL, "收入、支出总计均比2023年的20万元减少4万元，下降20%。", [
            ("grand_total", "prior", "20", "万元", "", ""), ("grand_total", "change", "4", "万元", "down", "prior_year"),
            ("grand_total", "growth", "20", "%", "down", "prior_year"),
        ]),
        (FUND, "政府性基金预算财政拨款支出5万元，与2023年4万元相比，增加1万元。", [
            value("government_fund", "5"), ("government_fund", "prior", "4", "万元", "", ""),
            ("government_fund", "change", "1", "万元", "up", "prior_year"),
        ]),
        (INCOME, "本年收入合计5万元，较上年决算数7万元减少2万元下降28.57%。", [
            value("income_total", "5"), ("income_total", "prior", "7", "万元", "", ""),
            ("income_total", "change", "2", "万元", "down", "prior_year"), ("income_total", "growth", "28.57", "%", "down", "prior_year"),
        ]),
        (INCOME, "其他收入5万元，由上年的4万元增加到5万元，增长25%。", [
            value("income_other", "5"), ("income_other", "prior", "4", "万元", "", ""), value("income_other", "5"),
            ("income_other", "growth", "25", "%", "up", "prior_year"),
        ]),
        (INCOME, "其他收入5万元，为上年决算数4万元的125%。", [
            value("income_other", "5"), ("income_other", "prior", "4", "万元", "", ""), ("income_other", "rate", "125", "%", "", ""),
        ]),
        (INCOME, "其他收入5万元，与上年相比增减额-1.5万元，增减率-23.08%。", [
            value("income_other", "5"), ("income_other", "change", "1.5", "万元", "down", "prior_year"),
            ("income_other", "growth", "23.08", "%", "down", "prior_year"),
        ]),
        (OVERALL, "收入、支出总计各增加3万元、3万元，增长5%、5%。", [
            *[("grand_total", "change", "3", "万元", "up", "prior_year")] * 2, *[("grand_total", "growth", "5", "%", "up", "prior_year")] * 2,
        ]),
        (OVERALL, "收入方：财政拨款收入3万元、其他收入2万元，合计5万元。", [value("income_fiscal", "3"), value("income_other", "2")]),
        (SPENDING, "项目支出9万元，其中一般公共预算财政拨款项目支出7万元。", [value("project", "9"), value("general_budget_project", "7")]),
        (BASIC, "公用经费8万元，生均公用经费4374.18元。", [value("public", "8"), ("public", "mean", "4374.18", "元", "", "")]),
        (VISITS, "公务接待费1万元，批均242.70元。", [value("reception", "1"), ("reception_per_batch", "mean", "242.70", "元", "", "")]),
        (GENERAL, "公共安全支出9万元（92.2%）。", [value("function", "9"), ("function", "share", "92.2", "%", "", "unstated")]),
        (VISITS, "“三公”经费决算3万元，占年初预算4万元的75%。", [
            value("three_public", "3"), ("three_public", "budget", "4", "万元", "", "initial"),
            ("three_public", "completion", "75", "%", "", "initial"),
        ]),
        (SPENDING, "使用非财政拨款结余4万元，当年收入9万元。", [value("surplus_used", "4")]),
        (SPENDING, "一般公共服务（类）支出3万元，主要用于基本支出和项目支出，比上年增加1万元，增长50%。", [
            value("function", "3"), ("function", "change", "1", "万元", "up", "prior_year"), ("function", "growth", "50", "%", "up", "prior_year"),
        ]),
        (VISITS, "2024年度“三公”经费财政拨款支出预算为4万元，2024年度支出决算为3万元，完成预算的75%。", [
            ("three_public", "budget", "4", "万元", "", "unstated"), value("three_public", "3"),
            ("three_public", "completion", "75", "%", "", "unstated"),
        ]),
        (GENERAL, "一般公共预算财政拨款支出6万元，与年初预算数5万元相比增加1万元。", [
            value("general_budget", "6"), ("general_budget", "budget", "5", "万元", "", "initial"),
            ("general_budget", "change", "1", "万元", "up", "initial_budget"),
        ]),
        (FUND, "1.其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）。本年支出决算3万元。", [value("function", "3")]),
        (BASIC, "对个人和家庭补助支出3万元。", [value("economic", "3")]),
        (OVERALL, "收、支总计各减少3万元，2万元。", [("income_grand_total", "change", "3", "万元", "down", "prior_year"), ("expenditure_grand_total", "change", "2", "万元", "down", "prior_year")]),
        (OVERALL, "收入、支出总计与上年相比变化0万元，变化0%。", [
            ("grand_total", "change", "0", "万元", "", "prior_year"), ("grand_total", "growth", "0", "%", "", "prior_year"),
        ]),
        (GENERAL, "一般公共预算财政拨款支出决算为6万元，大于预算数1.2万元。", [
            value("general_budget", "6"), ("general_budget", "change", "1.2", "万元", "above", "budget"),
        ]),
        (VISITS, "公务接待费支出预算数为0，因此增长0%。", [
            ("reception", "budget", "0", "万元", "", "unstated"), ("reception", "growth", "0", "%", "up", ""),
        ]),
        ("二、机构设置", "纳入决算编制范围的机关及下属13个单位。", [("units", "count", "13", "个", "", "")]),
        (INCOME, "财政拨款收入合计3万元。", [value("income_fiscal", "3")]),
        (VISITS, "公务用车保有量2辆，平均每辆1.5万元。", [
            ("vehicle_stock", "count", "2", "辆", "", ""), ("running", "mean", "1.5", "万元", "", ""),
        ]),
        (OVERALL, "（一）2024年度总收入12万元，其中本年收入10万元。", [value("income_grand_total", "12"), value("income_total", "10")]),
        (OVERALL, "年初结转和结余3万元，占收入总计的25%。", [
            value("opening", "3"), ("opening", "share", "25", "%", "", "income_grand_total"),
        ]),
        (FUND, "政府性基金预算财政拨款收入总计5万元，其中：年初结转和结余1万元，本年收入4万元。", [
            value("income_grand_total", "5"), value("opening", "1"), value("income_government_fund", "4"),
        ]),
        (FUND, "1、城乡社区支出（类）国有土地使用权出让收入安排的支出（款）土地开发支出（项），支出3万元。", [value("function", "3")]),
        (ITEMS, f"{ITEM}支出决算为3万元，由于年初预算数为0万元，无法计算百分比。", [
            value("function", "3"), ("function", "budget", "0", "万元", "", "initial"),
        ]),
        (BASIC, "公用经费9万元，主要包括：会议费3万元、培训费2万元。", [value("public", "9"), value("economic", "3"), value("economic", "2")]),
        (VISITS, "固定资产车辆6辆，与公务用车保有量差异原因是：3辆为业务用车。", [
            ("cars", "count", "6", "辆", "", ""), ("reason", "count", "3", "辆", "", ""),
        ]),
        ("二、会议费支出决算情况说明", "全年召开会议2个，参加会议80人次。", [
            ("meetings", "count", "2", "个", "", ""), ("meeting_persons", "count", "80", "人次", "", ""),
        ]),
        ("五、预算绩效情况说明", "年终对9个项目开展了绩效目标完成情况自评。", [
            ("self_evaluated_projects", "count", "9", "个", "", ""),
        ]),
        ("五、预算绩效情况说明", "共有2023年度项目支出11个，全部开展绩效自评。", [
            ("self_evaluated_projects", "count", "11", "个", "", ""),
        ]),
        ("五、预算绩效情况说明", "自评平均得分94.6分。", [("self_evaluated_projects", "mean", "94.6", "分", "", "")]),
        ("五、预算绩效情况说明", "以填报自评表形式开展自评24项。", [("self_evaluated_projects", "count", "24", "项", "", "")]),
        (FUND, "政府性基金预算财政拨款支出5万元（其中上年结转资金3万元）。", [
            value("government_fund", "5"), value("carried_spending", "3"),
        ]),
        (SPENDING, "项目支出30万元，其中2023年结转资金5万元。比上年增加2万元。", [
            value("project", "30"), value("carried_spending", "5"), ("project", "change", "2", "万元", "up", "prior_year"),
        ]),
        (GENERAL, "一般公共预算财政拨款支出10万元，其中：当年拨款8万元，占80%；上年结转2万元。比上年增加1万元。", [
            value("general_budget", "10"), value("current_spending", "8"),
            ("current_spending", "share", "80", "%", "", "unstated"), value("carried_spending", "2"),
            ("general_budget", "change", "1", "万元", "up", "prior_year"),
        ]),
        (FISCAL, "财政拨款收入总计10万元，其中：当年财政拨款8万元，上年结转2万元。", [
            value("fiscal_grand_total", "10"), value("income_fiscal", "8"), value("opening", "2"),
        ]),
        (ITEMS, f"{ITEM}年初预算为2万元，支出决算为3万元，其中：当年拨款2万元，完成年初预算的150%。", [
            ("function", "budget", "2", "万元", "", "initial"), value("function", "3"), value("current_spending", "2"),
            ("function", "completion", "150", "%", "", "initial"),
        ]),
        (GENERAL, "一般公共预算财政拨款支出10万元，其中：当年预算安排8万元，占80%；上年结转2万元。比上年增加1万元。", [
            value("general_budget", "10"), value("current_spending", "8"),
            ("current_spending", "share", "80", "%", "", "unstated"), value("carried_spending", "2"),
            ("general_budget", "change", "1", "万元", "up", "prior_year"),
        ]),
        (SPENDING, "项目支出10万元，其中：上年结转2万元，当年预算安排8万元。", [
            value("project", "10"), value("carried_spending", "2"), value("current_spending", "8"),
        ]),
        (OVERALL, "支出总计10万元，其中：当年预算安排8万元，上年结转2万元。", [
            value("expenditure_grand_total", "10"), value("current_spending", "8"), value("carried_spending", "2"),
        ]),
        (FISCAL, "财政拨款收入总计10万元，其中：当年预算安排8万元，上年结转2万元。", [
            value("fiscal_grand_total", "10"), value("income_fiscal", "8"), value("opening", "2"),
        ]),
        (ITEMS, f"{ITEM}年初预算为2万元，支出决算为3万元，其中：当年预算安排2万元，完成年初预算的150%。", [
            ("function", "budget", "2", "万元", "", "initial"), value("function", "3"), value("current_spending", "2"),
            ("function", "completion", "150", "%", "", "initial"),
        ]),
        (ITEMS, f"{ITEM}当年预算安排2万元，支出决算为3万元。", [
            ("function", "budget", "2", "万元", "", "unstated"), value("function", "3"),
        ]),
        (ITEMS, f"{ITEM}年初预算为3万元，其中：当年预算安排2万元，上年结转1万元。", [
            ("function", "budget", "3", "万元", "", "initial"), ("function", "budget", "2", "万元", "", "unstated"),
            value("opening", "1"),
        ]),
        (SPENDING, "项目支出10万元，其中：当年预算安排8万元，实际支出7万元。", [
            value("project", "10"), ("project", "budget", "8", "万元", "", "unstated"), value("project", "7"),
        ]),
        (SPENDING, "支出合计9万元，其中：基本支出4万元，占44.44%；其他支出5万元，占55.56%。", [
            value("expenditure_total", "9"), value("basic", "4"), ("basic", "share", "44.44", "%", "", "unstated"),
            value("other_kinds", "5"), ("other_kinds", "share", "55.56", "%", "", "unstated"),
        ]),
        (OVERALL, "收入总计10万元，支出总计10万元。较2023年收入总计增加1万元，增长率为11.11%。", [
            value("income_grand_total", "10"), value("expenditure_grand_total", "10"),
            ("income_grand_total", "change", "1", "万元", "up", "prior_year"),
            ("income_grand_total", "growth", "11.11", "%", "up", "prior_year"),
        ]),
        (OVERALL, "（一）2024年收入为10万元。", [value("income_total", "10")]),
        (OVERALL, "收入总计10万元，其中：去年结转和结余2万元。", [value("income_grand_total", "10"), value("opening", "2")]),
        (BOUGHT, "货物采购授予中小企业的合同金额占货物支出金额的80%。", [
            ("procurement_goods_sme", "share", "80", "%", "", "procurement_goods"),
        ]),
        (OVERALL, "（一）2024年收入：10万元。", [value("income_total", "10")]),
        (GENERAL, "一般公共预算财政拨款支出8万元，占部门总支出的80%。", [
            value("general_budget", "8"), ("general_budget", "share", "80", "%", "", "expenditure_total"),
        ]),
        (BOUGHT, "授予小微企业合同金额2万元，占授予中小企业的合同金额的50%。", [
            value("procurement_micro", "2"), ("procurement_micro", "share", "50", "%", "", "procurement_sme"),
        ]),
        (ASSETS, "单位共有公务用车9辆。", [("cars", "count", "9", "辆", "", "")]),
        (GENERAL, "一般公共预算财政拨款支出10万元，其中，当年拨款8万元，上年结转2万元。", [
            value("general_budget", "10"), value("current_spending", "8"), value("carried_spending", "2"),
        ]),
        (OVERALL, "收入总计10万元，其中2023年度结转2万元。", [value("income_grand_total", "10"), value("opening", "2")]),
        (ITEMS, f"{ITEM}年初预算为2万元，支出决算为3万元，其中使用上年结转资金1万元，完成年初预算的150%。", [
            ("function", "budget", "2", "万元", "", "initial"), value("function", "3"), value("carried_spending", "1"),
            ("function", "completion", "150", "%", "", "initial"),
        ]),
        (BOUGHT, "货物采购授予中小企业合同金额占政府采购货物支出合同的4.07%。", [
            ("procurement_goods_sme", "share", "4.07", "%", "", "procurement_goods_contracts"),
        ]),
        (BASIC, "基本支出10万元，其中：人员经费9万元。主要包括：基本工资、其他对个人和家庭的补助，较上年减少1万元。", [
            value("basic", "10"), value("personnel", "9"), ("personnel", "change", "1", "万元", "down", "prior_year"),
        ]),
        (VISITS, "国（境）外公务接待2批次，5人次。", [
            ("reception_foreign_batches", "count", "2", "批次", "", ""), ("reception_foreign_persons", "count", "5", "人次", "", ""),
        ]),
    ],
)  # fmt: skip
def test_amounts_and_their_subjects(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


def test_an_item_is_known_by_its_bare_name_behind_a_number():
    whole = "2024年度政府性基金支出9万元，比上年决算数增加1万元，具体情况如下（按项级科目分类统计）："
    said = claims(FUND, whole, "（一）城市建设支出4万元，较上年增加1万元。", "（二）往来款5万元。")
    assert [(c.subject, c.label, c.role, c.text) for c in said] == [
        ("government_fund", "", "value", "9"),
        ("government_fund", "", "change", "1"),
        ("function", "城市建设支出", "value", "4"),
        ("function", "城市建设支出", "change", "1"),
        ("unknown_item", "往来款", "value", "5"),
    ]


def test_the_year_before_names_what_a_paragraph_speaks_of():
    before = "2024年总收入10万元，其中：财政补助收入9万元，其他收入1万元，主要原因是门诊人次比上年有所增加。"
    said = claims(INCOME, before, "相比2023年的总收入12万元减少2万元，下降16.67%。")
    assert [(c.subject, c.role, c.text) for c in said][3:] == [
        ("income_grand_total", "prior", "12"),
        ("income_grand_total", "change", "2"),
        ("income_grand_total", "growth", "16.67"),
    ]


def test_a_statement_goes_on_behind_its_parts():
    found = claims(INCOME, "本年收入合计10万元，其中：财政拨款收入8万元。比上年增加3万元。其他收入2万元。")
    total, fiscal, change, other = (c.statement for c in found)
    assert total == change
    assert len({total, fiscal, other}) == 3


@pytest.mark.parametrize("sentence", ["人员经费、公用经费分别为3万元、2万元、1万元。", "经费分别为3万元、2万元。"])
def test_as_many_numbers_as_names_or_none(sentence):
    text = squeeze(sentence)
    assert set(respective(text, list(quantities(text, ()))).values()) == {NOBODY}
    assert facts_of(BASIC, f"基本支出9万元。{sentence}") == [value("basic", "9")]


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("1.“教育支出”（类）“普通教育”（款）“小学教育”（项）", "小学教育"),
        ("2050202-小学教育：", "小学教育"),
        ("（2050202）小学教育：", "小学教育"),
    ],
)
def test_items_in_quotes_and_behind_their_codes(item, label):
    [claim] = claims(ITEMS, f"{item}支出决算为4.19万元。")
    assert (claim.label, claim.code, claim.role) == (label, "2050202", "value")


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("1.小学教育。", "2050202"),
        ("（一）“教育支出-普通教育-小学教育”", "2050202"),
        ("1.教育支出（类）普通教育（款）小学教育（项）2050202。", "2050202"),
        ("（一）205教育支出20502普通教育2050202小学教育。", "2050202"),
        ("1.小学教育（2050202）", "2050202"),
        ("1.行政运行。", None),
        ("1.教育支出 普通教育 小学教育", "2050202"),
        ("（4）教育支出—普通教育—小学教育支出：", "2050202"),
    ],
)
def test_items_as_headings(item, code):
    """行政运行 is the name of many items: the numbers are those of one, and of no other subject."""
    [claim] = claims(ITEMS, item, "支出决算为4.19万元。")
    assert (claim.subject, claim.code, claim.role) == ("function", code, "value")


def test_parts_of_a_class_by_their_bare_names():
    found = claims(GENERAL, "（1）教育支出9万元，其中：小学教育5万元，初中教育4万元。")
    assert [(c.code, c.text) for c in found] == [("205", "9"), ("2050202", "5"), ("2050203", "4")]
    found = claims(GENERAL, "（1）教育支出（类）9万元。", "主要用于小学教育5万元、行政运行4万元。")
    assert [(c.code, c.text) for c in found][1:] == [("2050202", "5"), ("2050101", "4")]


def test_an_economic_item_of_the_capital_construction_is_not_the_other():
    [claim] = claims(BASIC, "资本性支出（基本建设）22.11万元。")
    assert claim.code == "309"


def test_a_prior_of_another_year_than_the_last_is_doubted():
    [_, prior, *_] = claims(INCOME, "其他收入5万元，比2019年的4万元增加1万元。")
    assert "says 2019" in prior.doubts


def test_an_item_of_several_codes_has_none():
    [*_, claim] = claims(BASIC, "公用经费5万元，主要包括：办公费3万元、办公设备购置2万元。")
    assert (claim.label, claim.code) == ("办公设备购置", None)


def test_income_and_expenditure_below_a_chapter_of_funds_are_those_of_the_funds():
    text = running(
        "三、一般公共预算财政拨款收入支出决算情况说明",
        "1.收入情况。",
        "2.支出情况。",
        "四、支出决算情况说明",
        "（一）基本支出情况",
    )
    assert sections_of(text.sentences, FINAL_ACCOUNT) == [*["general_budget"] * 3, "expenditure", "expenditure"]


def test_an_annex_ends_a_glossary_and_a_definition_does_not():
    text = running("第四部分 名词解释", "一、政府采购支出决算情况", "附件", "桂江市系统维护项目绩效评价报告")
    assert sections_of(text.sentences, FINAL_ACCOUNT)[2:] == ["tables", "performance"]


def test_a_number_in_a_circle_counts_points():
    assert squeeze("①12万元") == "(1)12万元"


def test_the_year_compared_with_is_not_the_reports():
    lines = [line(f"比2022年度决算数增加{n}万元。", 100.0 + 20 * n) for n in range(5)]
    lines.append(line("本部门2023年度收支情况如下。", 300.0))
    cover = Page(
        number=1, width=600.0, height=2000.0, lines=(line("桂江市民政局部门决算", 100.0),), grids=(), character_count=99
    )
    assert (
        identify(
            lay_out(
                [cover, Page(number=2, width=600.0, height=2000.0, lines=tuple(lines), grids=(), character_count=99)]
            ),
            None,
        ).year
        == 2023
    )


@pytest.mark.parametrize("heading", ["（一）支出决算总体情况", "（一）财政拨款支出决算情况说明"])
def test_headings_within_the_general_budget_stay_there(heading):
    text = running(GENERAL, heading, "支出决算为4.19万元。", FUND, "本年支出1万元。")
    assert sections_of(text.sentences, FINAL_ACCOUNT)[1:3] == ["general_budget"] * 2


def test_a_heading_that_says_only_total_or_details_names_no_section():
    text = running(
        VISITS,
        "（一）总体情况说明。",
        "支出决算为3万元。",
        "（二）具体情况说明。",
        "公务接待费支出1万元。",
        "八、其他情况说明",
    )
    assert sections_of(text.sentences, FINAL_ACCOUNT) == [*["three_public"] * 5, "other"]


def test_a_hanging_point_of_a_list_is_one_paragraph():
    wide = int((RIGHT - LEFT) / SIZE)
    first = "1.教育支出（类）普通教育（款）小学教育（项）"
    first += "办" * (wide - len(first))
    lines = [line(first, 100.0), line("学" * (wide - 2), 120.0, 24.0), line("支出4.19万元。", 140.0, 24.0)]
    lines += [line("下" * wide, 160.0), line("段" * wide, 180.0)]
    text = running_text(
        lay_out([Page(number=1, width=600.0, height=2000.0, lines=tuple(lines), grids=(), character_count=99)])
    )
    assert text.sentences[0].text[-6:] == ".19万元。"
    plain = [line("办" * wide, 100.0), line("学" * (wide - 2), 120.0, 24.0), *lines[3:]]
    paragraphs = {
        s.paragraph
        for s in running_text(
            lay_out([Page(number=1, width=600.0, height=2000.0, lines=tuple(plain), grids=(), character_count=99)])
        ).sentences
    }
    assert len(paragraphs) == 2


def test_radicals_are_the_characters_they_look_like():
    assert squeeze("专⻔⻓⻋⾏⽀") == "专门长车行支"
    assert squeeze("财政专\u2f3e，\u2fc8河") == "财政专户,黄河"  # NFKC gives the traditional 戶 and 黃


def test_an_amount_said_again_beside_its_budget_is_a_statement_of_its_own():
    found = claims(
        ITEMS,
        f"{ITEM}支出2389.32万元，主要用于办学。",
        "年初预算为2628.73万元，支出决算为2389.32万元，完成年初预算的90.89%。",
    )
    first, *again = found
    assert [c.role for c in again] == ["budget", "value", "completion"]
    assert {c.statement for c in again} == {again[0].statement} != {first.statement}
    [value, budget, completion] = claims(ITEMS, f"{ITEM}支出8万元，完成全年预算10万元的80%。")
    assert value.statement == budget.statement == completion.statement


@pytest.mark.parametrize("amount", ["2080505元", "2080505万元", "2000000万元", "2050202元下降"])
def test_an_amount_of_seven_digits_is_no_code(amount):
    found = claims(ITEMS, f"{ITEM}支出决算为1万元，同比增加{amount}。")
    assert [(c.role, c.code, c.text) for c in found] == [("value", "2050202", "1"), ("change", "2050202", amount[:7])]
