"""Bytes of a PDF become pages: lines of text and ruled grids with their places. Knows no Chinese and no money."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
