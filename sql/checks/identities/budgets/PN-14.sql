-- zh: 编制说明中基本支出、一般公共预算支出的各经济分类与委托业务费应当与按经济分类的预算表一致
-- en: Prose of a budget: the economic classes of basic expenditure must equal P6, those of general budget expenditure PE5, its commissioned business P6 and PE16
-- name: classes_of_basic_said_equal_P6
-- tolerance: SAME
-- severity: error
-- any_of: P6, PE5
-- why: 同一事实印两处
with said as ( -- 基本支出X，其中：工资福利支出A、商品和服务支出B、对个人和家庭的补助C: classes by their code, X before them
    select
        report_id, claim_id, place, subject, if(subject = 'household', '303', code) as code, value_yuan, half_step_yuan,
        last_value(if(subject in ('economic', 'household'), null, subject) ignore nulls) over before as said_before,
        last_value(if(subject = 'basic', value_yuan, null) ignore nulls) over before as basic_yuan
    from budget_claims()
    where section in ('basic', 'expenditure', 'fiscal_overall', 'general_budget')
    window before as (partition by report_id, section order by place rows between unbounded preceding and 1 preceding)
),
paired as (
    select
        said.report_id, concat_ws(' ', 'P6', said.code, said.place) as instance, said.code, said.claim_id, said.value_yuan, said.half_step_yuan,
        class.amount_id, class.value_yuan as printed, class.half_step_yuan as printed_half
    from said
    join checks.form_amount as class
        on class.report_id = said.report_id and class.form = 'P6' and class.code = said.code and class.column_key = 'amount' and class.value_yuan is not null and not class.is_within
    join checks.form_amount as total -- of all funds it may be more than P6
        on total.report_id = said.report_id and total.form = 'P6' and total.line = 'total' and total.column_key = 'amount' and not total.is_repeat
        and abs(total.value_yuan - said.basic_yuan) <= total.half_step_yuan + said.half_step_yuan
    where said.subject in ('economic', 'household') and said.said_before = 'basic' and len(said.code) = 3
    union all by name
    select
        said.report_id, concat_ws(' ', 'PE5', said.code, said.place) as instance, said.code, said.claim_id, said.value_yuan, said.half_step_yuan,
        class.amount_id, class.value_yuan as printed, class.half_step_yuan as printed_half
    from budget_claims() as said
    join checks.form_amount as class
        on class.report_id = said.report_id and class.form = 'PE5' and class.code = said.code and class.column_key = 'total' and class.value_yuan is not null and not class.is_within
    where said.section = 'economic_items' and said.subject = 'economic' and len(said.code) = 3 and exists ( -- the money of the form is what the section tells of
        from budget_grand('PE5') as total
        join budget_claims() as whole on whole.report_id = total.report_id and whole.section = 'economic_items' and whole.subject = 'general_budget'
        where total.report_id = said.report_id and abs(total.value_yuan - whole.value_yuan) <= total.half_step_yuan + whole.half_step_yuan
    )
),
commissioned as ( -- 一般公共预算安排委托业务费: of basic expenditure and of projects (广东)
    select said.*, cell.amount_id, cell.value_yuan as printed, cell.half_step_yuan as printed_half
    from budget_claims() as said
    join reading.sentence as sentence on sentence.report_id = said.report_id and sentence.sentence = said.sentence and contains(sentence.text, '一般公共预算')
    join checks.form_amount as cell on cell.report_id = said.report_id and cell.form in ('P6', 'PE16') and cell.code = '30227' and cell.column_key = 'amount' and cell.is_main
    where said.subject = 'commissioned' and said.section = 'commissioned' and said.report_id in (
        select report_id from checks.form_amount where form in ('P6', 'PE16') and line = 'total' group by report_id having count(distinct form) = 2
    )
)
select report_id, instance, code, 'total' as side, 1 as weight, claim_id as amount_id, value_yuan, half_step_yuan from paired
union all
select report_id, instance, code, 'part', 1, amount_id, printed, printed_half from paired
union all
select distinct report_id, concat_ws(' ', '30227', place), '30227', 'total', 1, claim_id, value_yuan, half_step_yuan from commissioned
union all
select report_id, concat_ws(' ', '30227', place), '30227', 'part', 1, amount_id, printed, printed_half from commissioned
