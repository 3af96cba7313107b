"""The first reader: pages by pdfium, called through its C functions."""
