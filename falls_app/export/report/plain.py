"""The report as text to paste into a letter: plain, and as HTML with headings and tables."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from falls_app.export.report.parts import (
    Alert,
    Facts,
    Glance,
    Head,
    Heading,
    Para,
    Part,
    Plate,
    Quote,
    Report,
    Signing,
    Table,
)

Line = tuple[str, str] | Table
"""A line of text with the name of its HTML element ("h1", "p", "li"), or a table."""


def as_text(report: Report) -> str:
    """Return the report as plain text."""
    written: list[str] = []
    before = ""
    for line in _lines(report):
        kind = "table" if isinstance(line, Table) else line[0]
        if not (kind == before == "li"):
            written.append("")
        written.extend(_text_rows(line) if isinstance(line, Table) else _text_of(*line))
        before = kind
    return "\n".join(written[1:]) + "\n"


def _text_of(kind: str, words: str) -> Iterator[str]:
    yield f"- {words}" if kind == "li" else words
    if kind in ("h1", "h2"):
        yield ("=" if kind == "h1" else "-") * len(words)


def _text_rows(part: Table) -> Iterator[str]:
    for number, row in enumerate(part.rows):
        first = f"{part.signs[number].words}. " if part.signs else ""
        told = (
            f"{label}: {' / '.join(cell.splitlines())}"
            for label, cell in zip(part.head[1:], row[1:], strict=True)
        )
        yield f"- {first}{' / '.join(row[0].splitlines())}. {'; '.join(told)}"


def as_html(report: Report) -> str:
    """Return the report as a page of HTML without pictures."""
    body = "\n".join(
        _html_table(line) if isinstance(line, Table) else _html_of(*line) for line in _lines(report)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head><meta charset="utf-8">'
        f"<title>{escape(report.title)}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _html_of(kind: str, words: str) -> str:
    if kind == "li":
        return f"<ul><li>{_broken(words)}</li></ul>"
    return f"<{kind}>{_broken(words)}</{kind}>"


def _html_table(part: Table) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in part.head)
    rows = []
    for number, row in enumerate(part.rows):
        first = f"{part.signs[number].words}. " if part.signs else ""
        cells = (f"<td>{_broken(cell)}</td>" for cell in (first + row[0], *row[1:]))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    body = "\n".join(rows)
    return f'<table border="1"><tr>{head}</tr>\n{body}</table>'


def _broken(words: str) -> str:
    return "<br>".join(escape(line) for line in words.split("\n"))


# ------------------------------------------------------------------ parts in lines


def _lines(report: Report) -> Iterator[Line]:
    for part in report.parts:
        yield from _lines_of(part)


def _lines_of(part: Part) -> Iterator[Line]:
    return iter(_WAYS[type(part)](part))


def _head(part: Head) -> Iterator[Line]:
    yield "h1", part.title
    yield from (("p", line) for line in (*part.service, part.status))


def _alert(part: Alert) -> Iterator[Line]:
    yield "p", part.words
    yield from (("li", sign) for sign in part.signs)


def _heading(part: Heading) -> Iterator[Line]:
    yield f"h{part.level}", part.words


def _para(part: Para) -> Iterator[Line]:
    yield "p", f"{part.label}: {part.words}" if part.label else part.words


def _facts(part: Facts) -> Iterator[Line]:
    yield from (("li", f"{label}: {words}") for label, words in part.pairs)


def _glance(part: Glance) -> Iterator[Line]:
    yield "h2", part.title
    yield from (("p", words) for words in (part.summary, *part.remarks))
    yield from (("li", f"{area}: {score}") for area, score in part.bars)
    yield from (("li", f"{room}: {standing}") for room, standing in part.rooms)


def _quote(part: Quote) -> Iterator[Line]:
    yield "h2", part.title
    yield from (("p", words) for words in part.words)


def _table(part: Table) -> Iterator[Line]:
    yield part


def _plate(part: Plate) -> Iterator[Line]:
    yield from (("li", f"{each.number}. {each.title}. {each.caption}") for each in part.photos)


def _signing(part: Signing) -> Iterator[Line]:
    for box in part.boxes:
        signed = ", ".join(words for words in (box.name, box.day) if words)
        yield "p", f"{box.title}: {signed or '…'}"
    yield from (("p", words) for words in (part.title, part.words))


_WAYS: Mapping[type, Callable[[Any], Iterator[Line]]] = {
    Head: _head,
    Alert: _alert,
    Heading: _heading,
    Para: _para,
    Facts: _facts,
    Glance: _glance,
    Table: _table,
    Quote: _quote,
    Plate: _plate,
    Signing: _signing,
}
