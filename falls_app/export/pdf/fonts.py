"""The fonts of our papers, and user's words made safe for them."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from html import escape
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from falls_app.paths import resources

_FILES = {
    "Sans": "atkinson-400.ttf",
    "SansMedium": "atkinson-500.ttf",
    "SansSemi": "atkinson-600.ttf",
    "SansBold": "atkinson-700.ttf",
    "Serif": "literata-600.ttf",
    "Fallback": "noto-regular.ttf",
    "FallbackBold": "noto-bold.ttf",
}
# The bold partner of each font for <b>; there are no italics on our papers.
_BOLD = {
    "Sans": "SansBold",
    "SansMedium": "SansBold",
    "SansSemi": "SansBold",
    "SansBold": "SansBold",
    "Serif": "Serif",
    "Fallback": "FallbackBold",
    "FallbackBold": "FallbackBold",
}
_MAIN = ("Sans", "SansMedium", "SansSemi", "SansBold", "Serif")
_FALLBACK = ("Fallback", "FallbackBold")
_WEIGHTS = {400: "Sans", 500: "SansMedium", 600: "SansSemi", 700: "SansBold"}

UNSHOWABLE = "[…]"
"""What a paper prints in the place of letters that no font of ours has."""

# Signs that look the same as one that every font has, and breaks as plain spaces.
_SAME = str.maketrans(
    {
        "\t": " ",
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u2010": "-",
        "\u2011": "-",
        "\u02bc": "\u2019",
        "\u202f": "\u00a0",
        "\u3000": " ",
        **{chr(code): " " for code in range(0x2000, 0x200B)},
    }
)
_HEBREW = "\u05d0-\u05ea\u05f0-\u05f4\ufb1d-\ufb4f"
# Hebrew words with what stands between them; brackets join a run only as a pair.
_HEBREW_RUN = re.compile(
    rf"[{_HEBREW}](?:[^\n{_HEBREW}A-Za-z()\[\]]*"
    rf"(?:[{_HEBREW}]|\([^\nA-Za-z()\[\]]*\)|\[[^\nA-Za-z()\[\]]*\]))*"
)
_OWNED = re.compile("[’']s$")
_AROUND_WORDS = '.,;:!?…()[]"“”‘’«»'
_VARIATIONS = re.compile("[\ufe00-\ufe0f]")
_HEBREW_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
_LEFT_TO_RIGHT = re.compile(r"\d+(?:[.,:/]\d+)*|.", re.DOTALL)
_MIRRORED = str.maketrans("()[]{}<>", ")(][}{><")
# About a line of the narrowest column; a longer Hebrew run gets lines of its own.
_HEBREW_LINE = 40


_unshown: ContextVar[dict[str, None] | None] = ContextVar("unshown", default=None)


def register_fonts() -> None:
    """Make the five fonts of a paper known to ReportLab; only the first call does anything."""
    _load_fonts(_MAIN)


def font_name(weight: int = 400, *, serif: bool = False) -> str:
    """Return the name of the font that is nearest to this weight (400 to 700)."""
    if serif:
        return "Serif"
    return _WEIGHTS[min(_WEIGHTS, key=lambda known: abs(known - weight))]


@contextmanager
def noting_unshown() -> Iterator[dict[str, None]]:
    """Note the words that no font of ours has, while papers are made: the keys, in order."""
    words: dict[str, None] = {}
    before = _unshown.set(words)
    try:
        yield words
    finally:
        _unshown.reset(before)


def font_runs(text: str, font: str = "Sans") -> list[tuple[str, str]]:
    """Return one line of text as (font name, words) runs that can be drawn as they are.

    Words that ``font`` lacks go to the fallback font; what no font has becomes ``[…]``;
    Hebrew is put in the order in which it is seen.
    """
    shown = visual_order(_tidy(text).replace("\n", " "))
    return [(name or font, words if name else UNSHOWABLE) for name, words in _runs(shown, font)]


def text_width(text: str, font: str, size: float) -> float:
    """Return how wide a line of text is, in points, fallback letters included."""
    register_fonts()
    return sum(
        float(pdfmetrics.stringWidth(words, name, size)) for name, words in font_runs(text, font)
    )


def safe_markup(text: str, bold: bool = False, *, serif: bool = False) -> str:
    """Return a user's words as ReportLab paragraph markup.

    Markup signs are escaped, control letters dropped, new lines kept. Words that the main font
    lacks are set in the fallback font, and what no font has becomes ``[…]``.
    """
    font = "Serif" if serif else "SansBold" if bold else "Sans"
    return "<br/>".join(
        "".join(_marked_up(name, words, font) for name, words in _runs(part, font))
        for line in _tidy(text).split("\n")
        for part in _hebrew_lines(line)
    )


def unshowable(text: str) -> list[str]:
    """Return the words of a text that a paper cannot show in full, each once, in order."""
    words = (_OWNED.sub("", word.strip(_AROUND_WORDS)) for word in _tidy(text).split())
    return list(dict.fromkeys(word for word in words if not all(map(_is_showable, word))))


def visual_order(text: str) -> str:
    """Return text with its Hebrew in the order in which the eye sees it, left to right.

    This is the simple case only: each run of Hebrew words, with the spaces, signs and numbers
    between them, is turned round; numbers keep their order and brackets are mirrored. Vowel
    points are left out. A right-to-left text with a left-to-right name in the middle keeps
    the order in which its parts were typed.
    """
    return _HEBREW_RUN.sub(_turned_round, text)


def _turned_round(run: re.Match[str]) -> str:
    pieces: list[str] = _LEFT_TO_RIGHT.findall(run.group())
    return "".join(reversed(pieces)).translate(_MIRRORED)


def _hebrew_lines(line: str) -> Iterator[str]:
    """Yield a line in visual order, so cut that no run of Hebrew can wrap.

    A paragraph that wraps a turned-round run would show its end first.
    """
    start = 0
    for run in _HEBREW_RUN.finditer(line):
        if len(run.group()) <= _HEBREW_LINE:
            continue
        if before := line[start : run.start()].strip():
            yield _unbroken(before)
        yield from (_unbroken(part) for part in _in_lines(run.group()))
        start = run.end()
    if start == 0 or line[start:].strip():
        yield _unbroken(line[start:])


def _in_lines(run: str) -> Iterator[str]:
    now = ""
    for word in run.split():
        if now and len(now) + len(word) >= _HEBREW_LINE:
            yield now
            now = word
        else:
            now = f"{now} {word}".strip()
    yield now


def _unbroken(line: str) -> str:
    return _HEBREW_RUN.sub(lambda run: _turned_round(run).replace(" ", "\u00a0"), line)


def _tidy(text: str) -> str:
    # "Cc" and "Cf" hold control letters and invisible marks; the variation selectors only
    # choose how an emoji looks.
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_SAME)
    composed = _HEBREW_POINTS.sub("", composed)
    if composed.isprintable() and not _VARIATIONS.search(composed):
        return composed
    return "".join(
        letter
        for letter in composed
        if letter == "\n"
        or (unicodedata.category(letter) not in ("Cc", "Cf") and not "\ufe00" <= letter <= "\ufe0f")
    )


def _runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield (font, words); the font is empty for what no font has."""
    if _letters_of(font).issuperset(text):
        if text:
            yield font, text
        return
    if (noted := _unshown.get()) is not None:
        noted.update(dict.fromkeys(unshowable(text)))
    named = ((name, letter) for word in _words(text) for name, letter in _named(word, font))
    for name, group in groupby(named, key=lambda pair: pair[0]):
        yield name, "".join(letter for _, letter in group)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _named(word: str, font: str) -> Iterator[tuple[str, str]]:
    letters = _letters_of(font)
    if all(letter in letters for letter in word):
        yield font, word
        return
    fallback = "FallbackBold" if font in ("SansSemi", "SansBold", "Serif") else "Fallback"
    others = _letters_of(fallback)
    if all(letter in others for letter in word):
        # A word in one font: "Nguyễn" with a single foreign letter looks like a mistake.
        yield fallback, word
        return
    for letter in word:
        yield font if letter in letters else fallback if letter in others else "", letter


def _marked_up(name: str, words: str, font: str) -> str:
    if not name:
        return UNSHOWABLE
    safe = escape(words)
    return safe if name == font else f'<font name="{name}">{safe}</font>'


def _is_showable(letter: str) -> bool:
    return letter in _letters_of("Sans") or letter in _letters_of("Fallback")


@cache
def _letters_of(name: str) -> frozenset[str]:
    return frozenset(map(chr, _font(name).face.charToGlyph)) | {" ", "\n"}


def _font(name: str) -> Any:
    return _load_fonts(_FALLBACK if name in _FALLBACK else _MAIN)[name]


@cache
def _load_fonts(names: tuple[str, ...]) -> dict[str, Any]:
    # The fallback fonts are read only when the first text asks for them.
    fonts = {name: TTFont(name, str(resources() / "fonts" / _FILES[name])) for name in names}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    for name in names:
        bold = _BOLD[name]
        pdfmetrics.registerFontFamily(name, normal=name, bold=bold, italic=name, boldItalic=bold)
    return fonts
