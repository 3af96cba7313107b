"""Layouts of further regions, for reading alone: what drawn systems and studies are made of stays as it is (layouts).

Belongs here: headings and marks as regions print them that no layout of tests/support/paper/layouts.py has.
Does not belong here: the options of a layout (tests/support/paper/layout.py).
"""

from tests.support.paper.blocks import Style
from tests.support.paper.layout import Layout

REGIONS: tuple[Layout, ...] = (
    Layout(
        name="phase_under_every_column",
        code="merged",
        total="header",
        phase_line="决算数",
        panel_heads=("收入决算数", "支出决算数"),
        three_public="subtotal",
        unit="元",
        all_landscape=True,
        style=Style(repeat_header=True, rules="rect"),
    ),
    Layout(
        name="open_frame",
        total="last",
        three_public="vertical",
        nothing="—",
        titles="numbered",
        style=Style(rules="open"),
    ),
    Layout(
        name="ruled_across",
        table_set="ministry",
        code="padded",
        total="header",
        line_numbers=True,
        column_numbers=True,
        form_numbers=True,
        three_public="blocks",
        capital_columns=3,
        all_landscape=True,
        empty="left_out",
        style=Style(rules="framed", continuation_rule=False),
    ),
    Layout(
        name="amounts_and_slashes",
        code="bare",
        phase_line="金额",
        panel_heads=("收 入", "支 出"),
        line_numbers=True,
        column_numbers=True,
        basic_panels=3,
        three_public="subtotal",
        nothing="/",
        form_numbers=True,
        all_landscape=True,
        style=Style(rules="open", cell_size=8),
    ),
)
