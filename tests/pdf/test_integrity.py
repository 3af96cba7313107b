"""What the look at a PDF's bytes leaves out, and what not."""

from pipelines.pdf.integrity import blank_font_lists

MANY = b" ".join(b"%d" % width for width in range(500, 600))


def test_widths_of_fonts_are_blank_and_nothing_moves():
    font = b"<< /Type /Font /Widths [" + MANY + b"] /ToUnicode 7 0 R >>"
    composed = b"<< /DW 1000 /W [1 [" + MANY + b"] 200 [500]\n] /CIDToGIDMap /Identity >>"
    content = font + composed
    blank = blank_font_lists(content)
    assert len(blank) == len(content)
    assert blank.split() == (
        b"<< /Type /Font /Widths [ ] /ToUnicode 7 0 R >><< /DW 1000 /W [ ] /CIDToGIDMap /Identity >>".split()
    )


def test_names_and_drawings_of_characters_are_blank():
    names, drawings = (b" ".join(b"/g%d%s" % (number, end) for number in range(40)) for end in (b"", b" 7 0 R"))
    content = b"<< /Encoding << /Differences [0 " + names + b"] >> /CharProcs <<" + drawings + b">> /ToUnicode 7 0 R >>"
    blank = blank_font_lists(content)
    assert len(blank) == len(content)
    assert blank.split() == b"<< /Encoding << /Differences [ ] >> /CharProcs << >> /ToUnicode 7 0 R >>".split()


def test_what_is_no_list_of_a_font_stays():
    table = b"<< /Type /XRef /W [1 2 1] /Index [0 " + MANY + b"] >>"
    few = b"<< /Widths [500 500] /W 12 0 R >>"
    text = b"/Widths [" + MANY + b" and words] stream /Was [" + MANY + b"]"
    names = b"/Differences [0 (" + MANY + b")] /CharProcs <</a <" + MANY + b">>>"
    for content in (table, few, text, names):
        assert blank_font_lists(content) == content
