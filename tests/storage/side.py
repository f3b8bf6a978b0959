"""SQLite's log, which is given its full size at once: what of it was written."""

_HEAD, _PAGE = 32, 24 + 4096


def written(log: bytes) -> bytes:
    """Return a log without the zeros that keep room for more."""
    pages = -(-(len(log.rstrip(b"\0")) - _HEAD) // _PAGE)
    return log[: _HEAD + pages * _PAGE]
