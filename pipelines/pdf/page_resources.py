"""Page resources: whether what a page draws with can hide its text, with nothing drawn over it, or draws its characters.

Belongs here: soft masks, transparency, patterns, optional content, glyphs that are drawings. Does not belong here:
objects on the page (pdfium.suspicion), whether the text is seen in fact (pdfium.doubtful_cells).
"""

from collections.abc import Iterator

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

_OPAQUE = 0.95
"""Opacity from which text is as good as opaque."""


def may_hide(page: PDFPage) -> bool:
    """Whether a page's text may be transparent, masked, filled with a pattern, or in a layer."""
    return any(map(_hides, _resources(page.attrs.get("Resources"), set())))


def draws_glyphs(page: PDFPage) -> bool:
    """Whether characters of a page are drawings (fonts of type 3), which need not have any ink."""
    return any(map(_has_drawn_font, _resources(page.attrs.get("Resources"), set())))


def _resources(reference: object, seen: set[int]) -> Iterator[dict]:
    """Yield the resources of a page, then those of the forms it draws."""
    resources = resolve1(reference)
    if not isinstance(resources, dict) or id(resources) in seen:
        return
    seen.add(id(resources))
    yield resources
    for item in _values(resources, "XObject"):
        if isinstance(item, PDFStream) and _is_form(item):
            yield from _resources(item.get("Resources"), seen)


def _hides(resources: dict) -> bool:
    return (
        any(map(_is_masked, _values(resources, "ExtGState")))
        or (_has_forms(resources) and any(map(_is_thin, _values(resources, "ExtGState"))))
        or bool(_values(resources, "Pattern"))
        or any(isinstance(item, PDFStream) and "OC" in item.attrs for item in _values(resources, "XObject"))
        or any(isinstance(mark, dict) and _is_layer(mark) for mark in _values(resources, "Properties"))
    )


def _has_drawn_font(resources: dict) -> bool:
    return any(isinstance(font, dict) and _name(font.get("Subtype")) == "Type3" for font in _values(resources, "Font"))


def _is_masked(state: object) -> bool:
    return isinstance(state, dict) and isinstance(resolve1(state.get("SMask")), dict)


def _has_forms(resources: dict) -> bool:
    return any(_is_form(item) for item in _values(resources, "XObject"))


def _is_form(item: object) -> bool:
    return isinstance(item, PDFStream) and _name(item.get("Subtype")) == "Form"


def _is_thin(state: object) -> bool:
    """Whether a graphics state lets something show through; of a text pdfium knows it, of a form around it not."""
    if not isinstance(state, dict):
        return False
    opacities = [resolve1(state.get(name, 1)) for name in ("ca", "CA")]
    return any(isinstance(opacity, int | float) and opacity < _OPAQUE for opacity in opacities)


def _is_layer(mark: dict) -> bool:
    return _name(mark.get("Type")) in ("OCG", "OCMD")


def _values(resources: dict, sort: str) -> list[object]:
    found = resolve1(resources.get(sort))
    return [resolve1(value) for value in found.values()] if isinstance(found, dict) else []


def _name(reference: object) -> str:
    return str(getattr(resolve1(reference), "name", ""))
