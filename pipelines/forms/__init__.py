"""Pages become the statutory tables of one disclosure, each cell with its meaning."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
