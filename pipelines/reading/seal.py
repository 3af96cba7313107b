"""Seal: the digest that a reading's file carries in itself, so that a damaged file is seen before anything of it is used.

Belongs here: leaving room for the digest in a Parquet file, writing it there, looking whether it holds. Does not belong
here: where a file lies and what becomes of a damaged one (store, batch). In the file and not beside it: one rename puts
both in their place, so none is ever without the other. It guards against disks, not against who may write to the shelf.
"""

import hashlib

METADATA = "seal"
"""Key of the Parquet file's metadata."""
_MARK = b"sha256:"
_DIGITS = 64
_ROOM = b"0" * _DIGITS
BLANK = (_MARK + _ROOM).decode()
"""Value of the metadata before the digest is known."""


def close(content: bytes, place: str) -> bytes:
    """The bytes of a file that has BLANK in its metadata, with the digest in it; place: the file's folder and name."""
    start = content.rindex(_MARK + _ROOM) + len(_MARK)
    return content[:start] + _digest(content, start, place) + content[start + _DIGITS :]


def is_open(content: bytes) -> bool:
    """Whether there is room for the digest, and none yet."""
    return _MARK + _ROOM in content


def holds(content: bytes, place: str) -> bool:
    """Whether these are, bit for bit, the bytes that were written for this place."""
    start = content.rfind(_MARK) + len(_MARK)
    return start >= len(_MARK) and content[start : start + _DIGITS] == _digest(content, start, place)


def _digest(content: bytes, start: int, place: str) -> bytes:
    """The SHA-256, in hex, of a place and of a file's bytes with nothing but zeros where the digest stands."""
    digest = hashlib.sha256(place.encode() + b"\0")
    for part in (memoryview(content)[:start], _ROOM, memoryview(content)[start + _DIGITS :]):
        digest.update(part)
    return digest.hexdigest().encode()
