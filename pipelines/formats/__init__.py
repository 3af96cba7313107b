"""Bytes of any file become pages, whatever it is by its content: a PDF, a sheet, a web page, a document, an archive. Knows no money."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
