"""The recovery key: a code for paper that opens a locked store when the passphrase is lost.

It stands for 128 random bits and 12 more that tell a slip of the pen, in groups of four signs. No
sign of it can be taken for another: there is no 0, O, 1 or I.
"""

import os
from hashlib import sha256

from falls_app.errors import UserError, sentences

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, IN_A_GROUP = 7, 4

_BITS_A_SIGN, _CHECK_BITS = 5, 12
_LENGTH = GROUPS * IN_A_GROUP

NO_RECOVERY_KEY = sentences(
    "This is not a recovery key.",
    "It has 7 groups of 4 letters and numbers. Look at the paper once more.",
)


def new_recovery_key() -> str:
    """Return a new code: "7GQK-92MX-…"."""
    value = int.from_bytes(os.urandom(16), "big")
    signs = _written(value << _CHECK_BITS | _check(value))
    return "-".join(groups_of(signs))


def groups_of(signs: str) -> list[str]:
    """Return the groups of a code, whatever stands between its signs."""
    plain = "".join(sign for sign in signs if sign.isalnum())
    return [plain[start : start + IN_A_GROUP] for start in range(0, len(plain), IN_A_GROUP)]


def read_recovery_key(typed: str) -> str:
    """Return a code as it was printed. Small letters, spaces and missing dashes are fine.

    Raises UserError if it has a slip.
    """
    signs = "".join(groups_of(typed.upper()))
    if len(signs) != _LENGTH or not set(signs) <= set(SIGNS):
        raise UserError(*NO_RECOVERY_KEY)
    value = 0
    for sign in signs:
        value = value << _BITS_A_SIGN | SIGNS.index(sign)
    if _check(value >> _CHECK_BITS) != value & (1 << _CHECK_BITS) - 1:
        raise UserError(*NO_RECOVERY_KEY)
    return "-".join(groups_of(signs))


def _written(value: int) -> str:
    places = range(_BITS_A_SIGN * (_LENGTH - 1), -1, -_BITS_A_SIGN)
    return "".join(SIGNS[value >> place & len(SIGNS) - 1] for place in places)


def _check(value: int) -> int:
    found = sha256(value.to_bytes(16, "big")).digest()
    return int.from_bytes(found[:2], "big") >> 16 - _CHECK_BITS
