"""The evidence pages (证据页): one HTML page a report, with pictures of the PDF around each figure."""
