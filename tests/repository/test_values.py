"""Values say what their parts are: long records are built by keyword, and no function returns many values without names."""

import ast
from collections.abc import Iterator

from pipelines.settings import PROJECT

MOST_FIELDS = 4
MOST_UNNAMED = 2
BY_PLACE = {
    "pdf/glyphs.Glyph": "made for every printed character, and sorted as a tuple",
    "pdf/stacked_rows.Filled": "made for every cell of a place, a box and characters",
    "support/paper/texts.Expected": "compared with the tuples of a golden file",
}
"""Longer records that are built by the order of their fields, and why."""
UNNAMED = {
    "findings/localization/copies.Misprint": "a key, compared whole",
    "findings/violated.Key": "a key, compared whole",
    "formats/ofd_objects.Matrix": "a to f, as GB/T 33190 names them",
    "ocr/regions.Pixels": "left, top, right, bottom: as a picture is cut",
    "pdf/pages.Box": "x0, top, x1, bottom: the order every library has",
    "pdf/pdfium/bindings.Box": "left, bottom, right, top: pdfium's order, made by zip for every path",
    "pdf/pdfium/bindings.Colour": "made by zip for every text of a page with odd colours",
    "pdf/pdfium/bindings.Matrix": "a to f, as the PDF standard names them",
    "pdf/pdfium/bindings.Path": "made by zip for every path",
    "pdf/pdfium/rendering._Pixels": "left, top, right, bottom: as Pillow takes them",
    "pdf/pdfium/text_styles.Ink": "looked up for every printed character",
    "pdf/rulings.Segment": "x0, y0, x1, y1, as any line is drawn",
    "support/faults/damages/base.Place": "a key, compared whole",
    "support/figures/figures.Key": "a key, compared whole",
}
"""Functions and names of types with more unnamed values, and why."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Each module's name below pipelines/ or tests/ and its tree, of the code and of what tests are drawn and built with."""
    for above, folder in (("pipelines", "pipelines"), ("tests", "tests/support")):
        for path in sorted(PROJECT.joinpath(folder).rglob("*.py")):
            name = path.relative_to(PROJECT / above).with_suffix("").as_posix()
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def by_place(module: ast.Module) -> Iterator[str]:
    """Dataclasses and named tuples with many fields that can be built without naming them."""
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef):
            kinds = [ast.unparse(line.annotation) for line in node.body if isinstance(line, ast.AnnAssign)]
            fields = kinds.index("KW_ONLY") if "KW_ONLY" in kinds else len(kinds)
            made_by = [ast.unparse(one) for one in (*node.decorator_list, *node.bases)]
            is_record = any("dataclass" in one or one.endswith("NamedTuple") for one in made_by)
            if is_record and fields > MOST_FIELDS and not any("kw_only=True" in one for one in made_by):
                yield node.name


def unnamed(module: ast.Module) -> Iterator[str]:
    """Functions that return, and names of types that are, a tuple of many values; keys are compared whole and may be."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.returns and _is_long(node.returns):
            yield node.name
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_long(node.value):
            yield node.targets[0].id


def _is_long(kind: ast.expr) -> bool:
    if not isinstance(kind, ast.Subscript):
        return any(_is_long(part) for part in ast.iter_child_nodes(kind) if isinstance(part, ast.expr))
    parts = kind.slice.elts if isinstance(kind.slice, ast.Tuple) else [kind.slice]
    name = ast.unparse(kind.value)
    if name == "tuple" and len(parts) > MOST_UNNAMED:
        return True
    return any(_is_long(part) for part in (parts[1:] if name in ("dict", "Mapping") else parts))


def test_records_of_many_fields_are_built_by_keyword():
    """Record("report", None, reason, "", remedy, True) tells no reader what is what, and a new field shifts the others."""
    found = {f"{name}.{record}" for name, module in modules() for record in by_place(module)}
    assert found == set(BY_PLACE)


def test_no_function_returns_many_values_without_names():
    found = {f"{name}.{one}" for name, module in modules() for one in unnamed(module)}
    assert found == set(UNNAMED)


def test_both_rules_see_what_they_forbid():
    spoiled = ast.parse(
        "@dataclass(frozen=True)\nclass Long:\n    a: int\n    b: int\n    c: int\n    d: int\n    e: int\n"
        "class Row(NamedTuple):\n    a: int\n    b: int\n    c: int\n    d: int\n    e: int\n"
        "@dataclass(kw_only=True)\nclass Good:\n    a: int\n    b: int\n    c: int\n    d: int\n    e: int\n"
        "def split() -> Iterator[tuple[int, str, int]] | None: ...\n"
        "def counted() -> dict[tuple[int, int, int], int]: ...\n"
        "def pair() -> tuple[int, str]: ...\n"
        "Alias = tuple[int, int, int]\n"
    )
    assert list(by_place(spoiled)) == ["Long", "Row"]
    assert list(unnamed(spoiled)) == ["split", "Alias"]
