-- 正文陈述：文字中说到的每一个数 / Claims: what the prose says in numbers (role direction: in a comparing word alone).
-- report_id: report
-- claim_id: stable key: report, page, order
-- page: page the number stands on
-- bbox: x0, top, x1, bottom of the number in points
-- sentence: its sentence (reading.sentence); null for a table of scores
-- statement: claims of one subject said in one go share a number
-- section: section of the report it belongs to
-- subject: what it is about: a total, a source, function (功能分类), economic (经济分类), three_public …, reason (an amount named in an explanation)
-- label: the subject as named, where its name matters (科目, 评价指标, 原因)
-- code: functional or economic code of the subject
-- role: value 本年数, prior 上年数, change 增减额, growth 增减率, points 占比增减的百分点, share 占比, budget 预算数, ceiling 所称不超过的预算数, completion 完成率, adjustment 预算调增调减, count, mean 平均, score 得分, weight 分值, rate, threshold, direction
-- direction: up, down, same, above, below, equal, unresolved
-- base: what is compared with (prior_year, initial_budget, annual_budget, budget; of budgets prior_budget, prior_execution, prior_annual_budget), which budget (initial, annual, unstated), what it is a share of
-- text: number as printed, without unit
-- value: number, null for template residue and words
-- decimals: decimals printed
-- counted_in: 元, 万元, 亿元, %, 辆 …
-- value_yuan: money in 元
-- half_step_yuan: half a unit of the last printed decimal, in 元
-- fitted: the reading the report's own figures bear out: denominator of a share, phase of a completion, total that 收入总计 means
-- fits: whether any reading tried fits; null where none could be tried
-- doubts: why the wording is not to be trusted (unit not printed, direction not resolved …); empty for a clean claim
-- origin: prose (text of the file) or ocr (read off a picture)
select claim.* exclude (recognised), if(list_contains(claim.recognised, claim.page), 'ocr', 'prose') as origin
from (
    select
        report_id, list_transform(list_filter(pages, lambda one: one.origin = 'ocr'), lambda one: one.page) as recognised,
        unnest(claims, max_depth := 2)
    from reading.shelf
) as claim
