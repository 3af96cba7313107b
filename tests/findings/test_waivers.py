"""The list of what people have set aside, as spreadsheets and people save it; what is no such list is refused by its line."""

import tracemalloc

import pytest

from pipelines import lists
from pipelines.findings import waivers

ONE, TWO = "0123456789abcdef", "fedcba9876543210"
PLAIN = f"finding_id,reason,who,date\n{ONE},已与单位核实,审计员,2026-11-24\n{TWO},印错,审计员,2026-11-25\n"
SAID = {ONE: "已与单位核实 (审计员, 2026-11-24)", TWO: "印错 (审计员, 2026-11-25)"}

SAVED = {
    "as it is": PLAIN.encode(),
    "by Excel as CSV UTF-8": PLAIN.replace("\n", "\r\n").encode("utf-8-sig"),
    "by Excel in China": PLAIN.replace("\n", "\r\n").encode("gbk"),
    "in GB 18030": PLAIN.replace("\n", "\r\n").encode("gb18030"),
    "with semicolons": PLAIN.replace(",", ";").encode("utf-8-sig"),
    "by Excel as Unicode text": PLAIN.replace(",", "\t").replace("\n", "\r\n").encode("utf-16"),
    "with spaces around": PLAIN.replace(ONE, f" {ONE} ").replace("who", "who ").encode(),
    "with all in quotes": "\r\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in PLAIN.splitlines()).encode(),
    "with empty columns and rows after": (PLAIN.replace("\n", ",,,\n") + ",,,,,,\n\n").encode(),
    "with another column": PLAIN.replace("date\n", "date,note\n").encode(),
}  # fmt: skip


def read(tmp_path, content: bytes) -> dict[str, waivers.Waiver]:
    (tmp_path / "waivers.csv").write_bytes(content)
    return waivers.read_waivers(tmp_path)


@pytest.mark.parametrize("saved", SAVED)
def test_it_is_read_however_it_was_saved(tmp_path, saved):
    found = read(tmp_path, SAVED[saved])
    assert {key: str(one) for key, one in found.items()} == SAID
    assert [one.line for one in found.values()] == [2, 3]


def test_a_reason_may_hold_lines_and_separators(tmp_path):
    found = read(tmp_path, f'finding_id,reason,who,date\n{ONE},"一,\n二",审计员,1\n{TWO},三,审计员,2\n'.encode())
    assert [(one.reason, one.line) for one in found.values()] == [("一,\n二", 2), ("三", 4)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "line 1: the heading lacks finding_id, reason, who, date"),
        (PLAIN.replace("who,", ""), "line 1: the heading lacks who"),
        (PLAIN.replace(TWO, "1.23E+15"), r"line 3: '1.23E\+15' is no finding_id"),
        (PLAIN.replace("印错", ""), "line 3: reason is empty"),
        (PLAIN.replace("印错", "印错,再查"), "line 3: there are more cells than the heading has"),
        (PLAIN.replace(TWO, ONE), f"line 3: {ONE} is set aside on line 2 already"),
        (PLAIN + f'{TWO},"open', "line 4: it cannot be taken apart into cells"),
        (PLAIN.encode() + b"\xff\xff", "line 4: what is written there is neither UTF-8 nor GB 18030"),
    ],
)
def test_what_is_no_such_list_is_refused_by_its_line(tmp_path, content, said):
    with pytest.raises(lists.NotReadable, match=f"waivers.csv {said}"):
        read(tmp_path, content if isinstance(content, bytes) else content.encode())


def test_a_large_file_costs_no_memory(tmp_path):
    with open(tmp_path / "waivers.csv", "wb") as file:
        file.write(PLAIN.encode())
        file.truncate(50_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(lists.NotReadable, match="larger than 5 MB"):
            waivers.read_waivers(tmp_path)
        assert tracemalloc.get_traced_memory()[1] < 15_000_000
    finally:
        tracemalloc.stop()


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(lists.NotReadable, match="cannot be opened: No such file"):
        waivers.read_waivers(tmp_path)
