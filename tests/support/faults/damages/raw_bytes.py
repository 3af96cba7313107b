"""Bytes that were flipped, lost or added on the way, whatever they stand for.

Belongs here: damages of the file as a row of bytes.
Does not belong here: what a PDF makes of its bytes (objects, structure).
"""

from random import Random

from tests.support.faults.damages.base import Base, Kind, registrar

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("bytes flipped")
def flipped(base: Base, random: Random) -> bytes:
    content = bytearray(base.content)
    for _ in range(random.choice((1, 5, 50, 500))):
        content[random.randrange(9, len(content) - 8)] = random.randrange(256)
    return bytes(content)


@kind("bytes flipped")
def bits_flipped(base: Base, random: Random) -> bytes:
    content = bytearray(base.content)
    for _ in range(random.choice((1, 3, 10))):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return bytes(content)


@kind("bytes flipped")
def block_zeroed(base: Base, random: Random) -> bytes:
    size = random.choice((16, 512, 4096))
    start = random.randrange(len(base.content) - size)
    return base.content[:start] + bytes(size) + base.content[start + size :]


@kind("bytes flipped")
def block_lost(base: Base, random: Random) -> bytes:
    start = random.randrange(len(base.content))
    return base.content[:start] + base.content[start + random.choice((1, 100, 4096)) :]


@kind("bytes flipped")
def blocks_swapped(base: Base, random: Random) -> bytes:
    size = 1024
    blocks = [base.content[i : i + size] for i in range(0, len(base.content), size)]
    one, other = random.randrange(len(blocks)), random.randrange(len(blocks))
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


@kind("bytes flipped")
def sent_as_text(base: Base, random: Random) -> bytes:
    return random.choice(
        (
            lambda c: c.replace(b"\n", b"\r\n"),
            lambda c: c.replace(b"\r", b""),
            lambda c: c.decode("latin-1").encode("utf-8"),
            lambda c: bytes(b & 127 for b in c),
        )
    )(base.content)


@kind("truncated")
def cut_off(base: Base, random: Random) -> bytes:
    return base.content[: random.randrange(len(base.content))]


@kind("truncated")
def cut_off_and_closed(base: Base, random: Random) -> bytes:
    return base.content[: random.randrange(len(base.content))] + b"\nstartxref\n0\n%%EOF\n"


@kind("truncated")
def cut_off_in_front(base: Base, random: Random) -> bytes:
    return b"%PDF-1.4\n" + base.content[random.randrange(len(base.content)) :]


@kind("bytes flipped")
def garbage_around(base: Base, random: Random) -> bytes:
    garbage = random.randbytes(random.choice((10, 900, 5000)))
    return random.choice((garbage + base.content, base.content + garbage, base.content + base.content))
