"""Violations become findings: error localization (Fellegi–Holt), the kind of slip, the sentence."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
