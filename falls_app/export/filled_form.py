"""What stands in the boxes of a filled PDF, whichever program filled it.

A file from elsewhere may be huge, broken or made to hurt. It is read by a program of its own,
which is ended when it takes too long or too much memory.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from falls_app.errors import UserError
from falls_app.i18n import _

LARGEST_FILE = 60 * 1024 * 1024
"""A sheet of 40 rooms is 3 MB; a tablet that keeps pictures of each page makes 20."""

SECONDS, MEMORY = 20, 1024 * 1024 * 1024
"""What reading a file may take: a sheet of 40 rooms takes 2 seconds and 120 MB."""

MOST_BOXES, MOST_PAGES, MOST_LETTERS, DEEPEST = 60_000, 3_000, 4_000_000, 40
"""How much is read of one file: boxes, pages, letters in all, boxes within boxes."""

ENCRYPTED, NO_BOXES, BROKEN = "encrypted", "no boxes", "broken"


def read_boxes(file: Path) -> Mapping[str, str]:
    """Return what each box of a PDF says by its full name; "" for an empty one.

    The value of a group of circles is that of the chosen one, or "#2" for the third circle if
    the program that filled it gave all of them one name. UserError says what is wrong.
    """
    _refuse_large(file)
    path = os.pathsep.join([str(Path(__file__).parents[2]), *_python_path()])
    try:
        done = subprocess.run(
            # -P: nothing that lies in the folder of the file, or in the current one, is run.
            [sys.executable, "-P", "-m", "falls_app.export.filled_form", str(file.absolute())],
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise _broken(file) from None
    return _told(done.stdout.decode("utf-8", "replace"), file)


def _python_path() -> list[str]:
    return list(filter(None, [os.environ.get("PYTHONPATH", "")]))


def _refuse_large(file: Path) -> None:
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            _("“{file}” could not be read: {reason}.").format(file=file.name, reason=reason)
        ) from error
    if size > LARGEST_FILE:
        raise UserError(
            _("“{file}” is too large for a visit sheet.").format(file=file.name),
            _("A filled sheet has a few megabytes. Choose the file you saved from the form."),
        )


def _told(printed: str, file: Path) -> Mapping[str, str]:
    try:
        told = json.loads(printed)
    except ValueError:
        raise _broken(file) from None
    if isinstance(told, dict):
        return {str(name): str(value) for name, value in told.items()}
    if told == ENCRYPTED:
        raise UserError(
            _("“{file}” is locked with a password.").format(file=file.name),
            _("Open it in the program you filled it in, save it without a password, try again."),
        )
    raise no_boxes(file) if told == NO_BOXES else _broken(file)


def no_boxes(file: Path) -> UserError:
    """Return what is said of a file that has no boxes of ours: a scan, or a printed copy."""
    return UserError(
        _("“{file}” has no boxes of a visit sheet in it.").format(file=file.name),
        _(
            "A sheet that was printed or scanned is a picture. Choose the file you saved from "
            "the form, or type the answers in."
        ),
    )


def _broken(file: Path) -> UserError:
    return UserError(
        _("“{file}” is no whole PDF, so it could not be read.").format(file=file.name),
        _("Open it in the program you filled it in, save it again, and choose the new file."),
    )


# ------------------------------------------------------------------ in a program of its own


def boxes_in(file: Path) -> Mapping[str, str]:
    """Return what each box says; see ``read_boxes``. Raises whatever the file brings about."""
    from pypdf import PdfReader

    reader = PdfReader(file, strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise PermissionError(ENCRYPTED)
    return _Walk(reader).boxes


def _boxes_or_trouble(file: Path) -> Mapping[str, str] | str:
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        boxes = boxes_in(file)
    except (PermissionError, DependencyError, FileNotDecryptedError):
        return ENCRYPTED
    except Exception:  # whatever a broken file makes a reader do
        return BROKEN
    return boxes if boxes else NO_BOXES


class _Walk:
    """Walks over all boxes of one file, each once."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._seen: set[tuple[int, int]] = set()
        self._count = self._letters = 0
        self.boxes: dict[str, str] = {}
        for node in self._roots():
            self._visit(node)

    def _roots(self) -> Iterator[Any]:
        """Yield the boxes of the form, then those on pages that the form lost."""
        root = self._reader.trailer["/Root"]
        form = _object(root.get("/AcroForm"))
        fields = form.get("/Fields") if hasattr(form, "get") else None
        yield from map(self._topmost, _list(fields))
        for number, page in enumerate(self._reader.pages):
            if number >= MOST_PAGES:
                return
            for each in _list(page.get("/Annots")):
                yield self._topmost(each)

    def _topmost(self, node: Any) -> Any:
        for _level in range(DEEPEST):
            box = _object(node)
            parent = box.get("/Parent") if hasattr(box, "get") else None
            if parent is None:
                break
            node = parent
        return node

    def _visit(self, root: Any) -> None:
        """Visit a box and those within it; ``waiting`` holds (box, name so far, kind, depth)."""
        waiting = [(root, "", "", 0)]
        while waiting:
            node, name, kind, depth = waiting.pop()
            box = self._fresh(node)
            if box is None or depth > DEEPEST:
                continue
            part = box.get("/T")
            name = ".".join(filter(None, (name, _words(part)))) if part is not None else name
            kind = str(box.get("/FT") or kind)
            kids = [(each, name, kind, depth + 1) for each in _list(box.get("/Kids"))]
            inner = [kid for kid in kids if self._has_name(kid[0])]
            waiting.extend(reversed(inner))
            if name and not inner:
                self._keep(name, self._value(box, kind, [_object(kid[0]) for kid in kids]))
                self._seen.update(filter(None, (_number(kid[0]) for kid in kids)))

    def _fresh(self, node: Any) -> Any:
        """Return the object of a box that was not seen yet, else None."""
        number = _number(node)
        if number in self._seen or self._count >= MOST_BOXES:
            return None
        if number is not None:
            self._seen.add(number)
        self._count += 1
        box = _object(node)
        return box if hasattr(box, "get") else None

    def _has_name(self, node: Any) -> bool:
        box = _object(node)
        return hasattr(box, "get") and box.get("/T") is not None

    def _keep(self, name: str, value: str) -> None:
        self._letters += len(value) + len(name)
        if self._letters > MOST_LETTERS:
            raise ValueError("There is more in it than a sheet can hold.")
        # Of two boxes with one name, an empty one says nothing.
        if value or name not in self.boxes:
            self.boxes[name] = value

    def _value(self, box: Any, kind: str, circles: list[Any]) -> str:
        if kind != "/Btn":
            return _words(box.get("/V"))
        return _choice(box, [each for each in circles if hasattr(each, "get")] or [box])


def _choice(box: Any, circles: list[Any]) -> str:
    """Return which circle is chosen: by the group's value, else by how the circles look."""
    names = [_on_name(each) for each in circles]
    value = _words(box.get("/V")).removeprefix("/")
    options = [_words(each) for each in _list(box.get("/Opt"))]
    shown = [number for number, each in enumerate(circles) if _is_on(each)]
    if value in ("", "Off"):
        # Some programs only turn the circle on, and forget the group.
        value = names[shown[0]] if len(shown) == 1 else ""
    if options and value.isdecimal() and int(value) < len(options):
        return options[int(value)]
    if value and names.count(value) > 1 and len(shown) == 1:
        return f"#{shown[0]}"
    return value


def _on_name(circle: Any) -> str:
    """Return the name that a circle has when it is chosen."""
    looks = _object(circle.get("/AP"))
    normal = _object(looks.get("/N")) if hasattr(looks, "get") else None
    names = [str(each) for each in normal or ()] if hasattr(normal, "keys") else []
    named = next((each for each in names if each != "/Off"), str(circle.get("/AS") or ""))
    return named.removeprefix("/")


def _is_on(circle: Any) -> bool:
    return str(circle.get("/AS") or "/Off") != "/Off"


def _object(thing: Any) -> Any:
    return thing.get_object() if hasattr(thing, "get_object") else thing


def _number(thing: Any) -> tuple[int, int] | None:
    reference = thing if hasattr(thing, "idnum") else getattr(thing, "indirect_reference", None)
    return (reference.idnum, reference.generation) if reference is not None else None


def _list(thing: Any) -> list[Any]:
    found = _object(thing)
    return list(found)[:MOST_BOXES] if isinstance(found, list) else []


def _words(thing: Any) -> str:
    """Return a text of the file: a string, a name, or a stream of either."""
    found = _object(thing)
    if found is None:
        return ""
    if hasattr(found, "get_data"):
        found = found.get_data()[:MOST_LETTERS]
    if not isinstance(found, bytes):
        return str(found)
    for start, code in (
        (b"\xfe\xff", "utf-16"),
        (b"\xff\xfe", "utf-16"),
        (b"\xef\xbb\xbf", "utf-8-sig"),
    ):
        if found.startswith(start):
            return found.decode(code, "replace")
    return found.decode("latin-1")


def _limit_memory() -> None:
    """Take at most so much memory, where the system can hold us to it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.buffer.write(json.dumps(_boxes_or_trouble(Path(sys.argv[1]))).encode())
