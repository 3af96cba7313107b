"""Ways in which a report is spoiled, by name: what strangers' web sites, programs and pranks do to a report.

Belongs here: the registry of all kinds; a module a group, one function a kind, from a sound file to the bytes of a
damaged one, by a seeded Random. Does not belong here: file names and links (tests/support/faults/odd_names.py), reading
what comes out (tests/studies/hostile.py).
"""

from tests.support.faults.damages import (
    bombs,
    concealed,
    covered,
    dressed,
    fonts,
    geometry,
    hidden,
    nesting,
    objects,
    other_formats,
    page_order,
    printed_over,
    raw_bytes,
    sizes,
    structure,
    turned,
)
from tests.support.faults.damages.base import Base, Kind, Place, place

__all__ = ["KINDS", "Base", "Kind", "Place", "place"]

_MODULES = (
    raw_bytes, objects, page_order, fonts, turned, hidden, printed_over, sizes, nesting, bombs, structure,
    covered, concealed, dressed, geometry, other_formats,
)  # fmt: skip
"""The order is part of what a seed means: the corpus takes the kinds one after the other."""
KINDS: dict[str, Kind] = {name: kind for module in _MODULES for name, kind in module.KINDS.items()}
"""Name → (group, function)."""
