"""An OpenDocument text file: a zip of XML whose every word is escaped by the XML writer."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE = "application/vnd.oasis.opendocument.text"

_SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"
    for name, rest in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("meta", "meta"), ("manifest", "manifest"),
    )
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip

# What XML cannot hold: control letters, halves of a pair, non-characters.
_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = (1980, 1, 1, 0, 0, 0)

for _prefix, _uri in _SPACES.items():
    ET.register_namespace(_prefix, _uri)


def plain(words: str) -> str:
    """Return words without the letters that XML refuses."""
    return _REFUSED.sub("", words)


def name(short: str) -> str:
    """Return the full name of an element or attribute written short: "text:p"."""
    prefix, colon, rest = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{rest}" if colon else short


def element(
    kind: str, attributes: Mapping[str, str] | None = None, *inside: ET.Element | str
) -> ET.Element:
    """Return an element; texts inside it stand in their order."""
    made = ET.Element(name(kind), {name(key): plain(v) for key, v in (attributes or {}).items()})
    last: ET.Element | None = None
    for each in inside:
        if isinstance(each, str):
            if last is None:
                made.text = (made.text or "") + plain(each)
            else:
                last.tail = (last.tail or "") + plain(each)
        else:
            made.append(each)
            last = each
    return made


def lines(words: str) -> list[ET.Element | str]:
    """Return words with their line breaks as elements."""
    found: list[ET.Element | str] = []
    for number, line in enumerate(words.split("\n")):
        if number:
            found.append(element("text:line-break"))
        found.append(line)
    return found


def document(kind: str, *inside: ET.Element) -> ET.Element:
    """Return the root of one of the files: "content", "styles" or "meta"."""
    return element(f"office:document-{kind}", {"office:version": "1.3"}, *inside)


def package(files: Mapping[str, ET.Element], pictures: Mapping[str, bytes]) -> bytes:
    """Return the whole file; the same parts make the same bytes."""
    parts: dict[str, bytes] = {
        path: ET.tostring(root, encoding="UTF-8", xml_declaration=True)
        for path, root in files.items()
    }
    parts["META-INF/manifest.xml"] = ET.tostring(
        _manifest([*files], [*pictures]), encoding="UTF-8", xml_declaration=True
    )
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        # The kind of file comes first and unpacked, so that it is known by its beginning.
        archive.writestr(_entry("mimetype", packed=False), MIMETYPE)
        for path, data in (*parts.items(), *pictures.items()):
            archive.writestr(_entry(path, packed=not path.startswith("Pictures/")), data)
    return target.getvalue()


def _entry(path: str, *, packed: bool) -> ZipInfo:
    entry = ZipInfo(path, _DAY)
    entry.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
    return entry


def _manifest(files: list[str], pictures: list[str]) -> ET.Element:
    kinds = {".jpg": "image/jpeg", ".png": "image/png"}
    listed = [("/", MIMETYPE), *((path, "text/xml") for path in files)]
    listed += [(path, kinds[path[-4:]]) for path in pictures]
    return element(
        "manifest:manifest",
        {"manifest:version": "1.3"},
        *(
            element(
                "manifest:file-entry",
                {"manifest:full-path": path, "manifest:media-type": kind},
            )
            for path, kind in listed
        ),
    )
