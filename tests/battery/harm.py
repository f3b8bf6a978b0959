"""Ways in which a disk changes a file by itself."""

import random

BLOCK = 4096


def one_bit(data: bytearray, choices: random.Random) -> None:
    """Flip one bit."""
    data[choices.randrange(len(data))] ^= 1 << choices.randrange(8)


def many_bits(data: bytearray, choices: random.Random) -> None:
    """Flip a few bits anywhere."""
    for _bit in range(choices.randint(2, 30)):
        one_bit(data, choices)


def zeros(data: bytearray, choices: random.Random) -> None:
    """Make a block zero."""
    start = choices.randrange(len(data) // BLOCK) * BLOCK
    data[start : start + BLOCK] = bytes(BLOCK)


def noise(data: bytearray, choices: random.Random) -> None:
    """Fill a block with noise."""
    start = choices.randrange(len(data) // BLOCK) * BLOCK
    data[start : start + BLOCK] = choices.randbytes(BLOCK)


def cut(data: bytearray, choices: random.Random) -> None:
    """Cut the end off."""
    del data[choices.randrange(len(data)) :]


def swap(data: bytearray, choices: random.Random) -> None:
    """Exchange two blocks."""
    one, two = (each * BLOCK for each in choices.sample(range(len(data) // BLOCK), 2))
    data[one : one + BLOCK], data[two : two + BLOCK] = (
        data[two : two + BLOCK], data[one : one + BLOCK],
    )  # fmt: skip


KINDS = {each.__name__: each for each in (one_bit, many_bits, zeros, noise, cut, swap)}
