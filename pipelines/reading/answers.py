"""Answers: what a caged process says, as bytes of a closed kind: JSON in a frame, never a pickle, which runs code where it is read.

Belongs here: spelling a value or an error, framing it, taking it in without waiting on whoever sends it.
Does not belong here: processes and their limits (workers), what a task answers (parcels, outputs.evidence.darkroom).
"""

import base64
import json
import os
import struct
from types import UnionType
from typing import get_type_hints

_LENGTH = struct.Struct(">Q")
_LARGEST = 256 << 20
"""Bytes of one answer: a reading of 3,000 pages has some ten million."""
_PIECE = 1 << 20
_BYTES = "bytes"
"""Key of an object that stands for bytes."""


class NoAnswer(ValueError):
    """What came is nothing that a task of ours answers; the message says what is wrong with it."""


class Failed(RuntimeError):
    """A task raised an error that means its own code, by its name and words."""


def send(descriptor: int, value: object, error: Exception | None = None) -> None:
    """Write an answer whole: a value that JSON knows, bytes anywhere in it, or the error a task raised."""
    body = _spell({"value": value} if error is None else {"error": _of_error(error)})
    left = memoryview(_LENGTH.pack(len(body)) + body)
    while left:
        left = left[os.write(descriptor, left) :]


def value_of(message: bytes) -> object:
    """The value that was sent; raises the error that was sent instead, or NoAnswer."""
    try:
        said = json.loads(message, object_hook=_read_bytes)
    except (ValueError, RecursionError) as error:
        raise NoAnswer(f"it is no JSON of ours ({type(error).__name__})") from error
    match said:
        case {"value": value} if len(said) == 1:
            return value
        case {"error": {"number": int(number), "words": str(words), "file": str() | None as file}} if len(said) == 1:
            raise OSError(number, words, file)
        case {"error": {"name": str(name), "words": str(words)}} if len(said) == 1:
            raise Failed(f"{name}: {words}")
    raise NoAnswer("it is neither a value nor an error")


def fields_of(kind: type, value: object) -> dict:
    """The fields of a dataclass of plain values, as they were sent: each there, of its type, and no other; raises NoAnswer."""
    hints: dict[str, type | UnionType] = get_type_hints(kind)
    if not isinstance(value, dict) or value.keys() != hints.keys():
        raise NoAnswer(f"it has not the fields of a {kind.__name__}")
    for name, hint in hints.items():
        if not isinstance(value[name], hint) or (isinstance(value[name], bool) and hint is not bool):
            raise NoAnswer(f"{name} is of another type")
    return value


class Inbox:
    """What arrives at a descriptor, piece by piece: takes what is there and never waits for the rest."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor, self._come = descriptor, bytearray()

    def take(self) -> bytes | None:
        """Take what has come, once something has; a whole answer, or None. Raises EOFError at the end, NoAnswer."""
        piece = os.read(self._descriptor, _PIECE)
        if not piece:
            raise EOFError
        self._come += piece
        if len(self._come) < _LENGTH.size:
            return None
        [length] = _LENGTH.unpack_from(self._come)
        if length > _LARGEST or len(self._come) > _LENGTH.size + length:
            raise NoAnswer("it is longer than any answer, or than it says")
        return bytes(self._come[_LENGTH.size :]) if len(self._come) == _LENGTH.size + length else None


def _spell(value: object) -> bytes:
    return json.dumps(value, default=_of_bytes, separators=(",", ":")).encode()


def _of_bytes(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {_BYTES: base64.b64encode(value).decode()}
    raise TypeError(f"a task answers with what JSON knows and bytes, not with {type(value).__name__}")


def _read_bytes(spelt: dict) -> object:
    if spelt.keys() == {_BYTES} and isinstance(spelt[_BYTES], str):
        return base64.b64decode(spelt[_BYTES], validate=True)
    return spelt


def _of_error(error: Exception) -> dict[str, object]:
    if isinstance(error, OSError) and error.errno is not None:
        file = error.filename if isinstance(error.filename, str) else None
        return {"number": error.errno, "words": str(error.strerror), "file": file}
    return {"name": type(error).__name__, "words": str(error)}
