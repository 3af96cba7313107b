"""A number is what the cell shows of it; what is not understood is refused, never guessed."""

from datetime import datetime

import pytest

from pipelines.formats.number_formats import NotShown, show

MONEY = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (5272.975, "#,##0.00", "5,272.98"),
        (1.005, "0.00", "1.01"),  # as Excel rounds: what is shown by 15 digits, half up
        (-0.5, "#,##0.00", "-0.50"),
        (1234567, "#,##0", "1,234,567"),
        (0.1 + 0.2, "General", "0.3"),
        (180742900.153, "General", "180742900.2"),
        (2010601.0, "General", "2010601"),
        (0, "General", "0"),
        (0, MONEY, "-"),
        (1234.5, MONEY, "1,234.50"),
        (-1234.5, MONEY, "-1,234.50"),
        (-3, "#,##0.00;(#,##0.00)", "(3.00)"),
        (-3, '0.00;[Red]"▲"0.00', "▲3.00"),
        (0, "#,##0.00;-#,##0.00;;@", ""),
        (0, "#,##0.00;-#,##0.00", "0.00"),
        (0.1234, "0.00%", "12.34%"),
        (12345678, "#,##0.00,", "12,345.68"),
        (5, "000", "005"),
        (1.5, "#,##0.##", "1.5"),
        (7, '0"辆"', "7辆"),
        (23733350, "0!.0000", "2373.3350"),  # in 万, as the point is put by hand
        (23733350, "0\\.0,", "2373.3"),
        (-23733350, '0"."0,"万元"', "-2373.3万元"),
        (5, "0\\.0,", "0.0"),
        (52, "0!.0000", "0.0052"),
        (7, "[$¥-804]#,##0.00", "¥7.00"),
        (7, "0.00_);[Red]\\(0.00\\)", "7.00"),
        ("1,234.50", "0.0", "1,234.50"),
        (datetime(2024, 3, 5), "yyyy\\-mm\\-dd", "2024-03-05"),
        (datetime(2024, 3, 5), 'yyyy"年"m"月"d"日";@', "2024年3月5日"),
        (datetime(2024, 3, 5), "mm-dd-yy", "2024/3/5"),
    ],
)
def test_what_a_cell_shows(value, code, text):
    assert show(value, code) == text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (5, ";;;"), (5, "0.00E+00"), (5, "# ?/?"), (5, "[DBNum1]0"), (5, "[>=100]0;0.00"), (5, "#,##0\\.0000"), (5, "0.0\\.0"), (5, "??/??"),
        (1e15, "General"), (0.00001, "General"), (datetime(2024, 3, 5), "h:mm"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(value, code):
    with pytest.raises(NotShown):
        show(value, code)
