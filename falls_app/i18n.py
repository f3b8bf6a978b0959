"""Words in the user's language, and the name and pronouns of the person they are about."""

import gettext as _gettext
from collections.abc import Mapping
from dataclasses import dataclass

from falls_app import paths


class _Language:
    """The language in use."""

    texts: _gettext.NullTranslations = _gettext.NullTranslations()


def use_language(code: str) -> None:
    """Draw all further text in this language ("en", "en_GB"); English where a word is missing."""
    _Language.texts = _gettext.translation(
        "messages", paths.resources() / "languages", [code], fallback=True
    )


def _(text: str) -> str:
    """Return the text in the user's language. Call it when drawing, never at import."""
    return _Language.texts.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form for this count, with ``{n}`` filled in."""
    return _Language.texts.ngettext(one, many, count).replace("{n}", str(count))


def content(text: str, context: str = "") -> str:
    """Return a text of the content catalogue; ``context`` is its block and field."""
    if context:
        return _Language.texts.pgettext(context, text)
    return _Language.texts.gettext(text)


_PRONOUNS = {
    "she": ("she", "her", "her", "is", "does", "has", "s"),
    "he": ("he", "him", "his", "is", "does", "has", "s"),
    "they": ("they", "them", "their", "is", "does", "has", "s"),
    "you": ("you", "you", "your", "are", "do", "have", ""),
}


@dataclass(frozen=True, slots=True)
class About:
    """Fills ``{name}``, ``{they}``, ``{does}`` and the like in a text about one person.

    ``say`` is "she", "he", "they" or "you"; an empty name reads "this person".
    """

    name: str = ""
    say: str = "they"

    def words(self) -> Mapping[str, str]:
        """Return every placeholder with its words."""
        they, them, their, is_, does, has, s = _PRONOUNS[self.say]
        if self.say == "you":
            name, names = _("you"), _("your")
        else:
            name = self.name or _("this person")
            names = _("{name}’s").format(name=name)
        plain = {
            "name": name, "names": names, "they": _(they), "them": _(them), "their": _(their),
            "is": is_, "does": does, "has": has, "s": s,
        }  # fmt: skip
        return plain | {key.capitalize(): _upper(word) for key, word in plain.items() if key != "s"}

    def __call__(self, text: str, **more: str) -> str:
        """Return the text with its placeholders filled. Unknown braces stay as they are."""
        if "{" not in text:
            return text
        for key, word in {**self.words(), **more}.items():
            text = text.replace("{" + key + "}", word)
        return text


def _upper(word: str) -> str:
    return word[:1].upper() + word[1:]
