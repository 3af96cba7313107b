"""Bytes of a PDF become pages: lines of text and ruled grids with their places. Knows no Chinese and no money."""
