"""Engines: the two recognisers of text, each loaded once a process, and none where it is not asked for.

Belongs here: whether they are installed, their versions, finding lines of text in a picture, reading a line.
Does not belong here: which parts of a page are read (regions), what of it is believed (agreement).

The first is rapidocr 3 (PP-OCRv6 small), the second rapidocr-onnxruntime 1 (PP-OCRv4): models of two generations, each inside
its wheel, so that nothing is fetched. Both run on one core: the processes are the parallel ones.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata, util
from typing import Any

from pipelines.pdf import Box

LIBRARIES = ("rapidocr", "rapidocr-onnxruntime", "onnxruntime", "opencv-python")
"""What a reading of a picture depends on: the recognisers, with their models in them, and what they run on."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a recogniser says of a line of text: the text, and the middle of each character, as a share of the line's width."""

    text: str
    middles: tuple[float, ...] = ()


_SURE = 0.9
"""How sure the model that tells which way a line stands has to be."""
NONE, LEFT = "none", "left"
"""The recognisers where none are installed, and where none were to read."""


def are_installed() -> bool:
    """Whether both recognisers are there (pip install 'final-accounts-warehouse[ocr]')."""
    return all(util.find_spec(name) is not None for name in ("rapidocr", "rapidocr_onnxruntime", "cv2"))


@cache
def versions() -> str:
    """Name the recognisers with their versions; NONE where they are not installed."""
    return ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES) if are_installed() else NONE


@cache
def _keep_to_itself() -> None:
    """Have onnxruntime send nothing to its maker: it would, and would keep an id of this machine, unless it is told before it is loaded."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()


@cache
def _first() -> Any:
    _keep_to_itself()
    from rapidocr import RapidOCR

    one = "EngineConfig.onnxruntime"
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.text_score": 0.0,
            "Global.return_word_box": True,
            f"{one}.intra_op_num_threads": 1,
            f"{one}.inter_op_num_threads": 1,
        }
    )


@cache
def _second() -> Any:
    _keep_to_itself()
    from rapidocr_onnxruntime import RapidOCR

    return RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)


def find_lines(picture: Any) -> list[Box]:
    """Return the boxes of the lines of text in a picture (left, top, right, bottom in pixels), as the first recogniser sees them."""
    found = _first()(picture, use_det=True, use_cls=False, use_rec=False).boxes
    return [] if found is None else [(*box.min(axis=0).tolist(), *box.max(axis=0).tolist()) for box in found]


def are_upside_down(lines: Sequence[Any]) -> list[bool]:
    """Tell of pictures of single lines whether they stand on their heads, as a model beside the first recogniser sees them.

    What it is not sure of is left out.
    """
    if not lines:
        return []
    _, said = _first().cls_and_rotate(list(lines))
    return ["180" in label for label, score in said.cls_res if score >= _SURE]


def read_first(lines: Sequence[Any]) -> list[Said]:
    """Return what the first recogniser reads in pictures of single lines."""
    if not lines:
        return []
    read = _first().recognize_txt(list(lines))
    return [Said(text, _middles(text, word)) for text, word in zip(read.txts, read.word_results, strict=True)]


def read_second(lines: Sequence[Any]) -> list[str]:
    """Return what the second recogniser reads in pictures of single lines."""
    return [text for text, *_ in _second().text_rec(list(lines))[0]] if lines else []


def _middles(text: str, word: Any) -> tuple[float, ...]:
    """Return the middle of each character of a text but its blanks."""
    columns = [column for columns in word.word_cols for column in columns]
    if len(columns) != sum(not one.isspace() for one in text) or not word.line_txt_len:
        return ()
    return tuple(min(1.0, (column + 0.5) / word.line_txt_len) for column in columns)
