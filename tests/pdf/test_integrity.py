"""What the look at a PDF's bytes leaves out, and what not."""

from pipelines.pdf.integrity import blank_widths

MANY = b" ".join(b"%d" % width for width in range(500, 600))


def test_widths_of_fonts_are_blank_and_nothing_moves():
    font = b"<< /Type /Font /Widths [" + MANY + b"] /ToUnicode 7 0 R >>"
    composed = b"<< /DW 1000 /W [1 [" + MANY + b"] 200 [500]\n] /CIDToGIDMap /Identity >>"
    content = font + composed
    blank = blank_widths(content)
    assert len(blank) == len(content)
    assert blank.split() == (
        b"<< /Type /Font /Widths [ ] /ToUnicode 7 0 R >><< /DW 1000 /W [ ] /CIDToGIDMap /Identity >>".split()
    )


def test_what_is_no_list_of_widths_stays():
    table = b"<< /Type /XRef /W [1 2 1] /Index [0 " + MANY + b"] >>"
    few = b"<< /Widths [500 500] /W 12 0 R >>"
    text = b"/Widths [" + MANY + b" and words] stream /Was [" + MANY + b"]"
    for content in (table, few, text):
        assert blank_widths(content) == content
