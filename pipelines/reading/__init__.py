"""One file becomes one Reading, kept as one Parquet file; many files in workers with limits."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
