"""Takes a photo as a phone would: 12 megapixels with detail, noise, and notes about the place."""

import random
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw

WIDE, HIGH = 4000, 3000
QUALITY = 90
NOISE = 0.05
"""How strong the grain of the sensor is, as a part of full brightness."""
ON_ITS_SIDE = 6
"""How a phone notes that it was held upright."""
_ORIENTATION, _MADE_BY, _PLACE = 0x0112, 0x010F, 0x8825


def take_photo(file: Path, seed: int) -> None:
    """Write a photo; the same seed gives the same one. It holds 3 to 6 MB, as a real one does."""
    chance = random.Random(seed)
    picture = _soft_light(chance)
    _draw_things(picture, chance)
    grain = Image.frombytes("L", (WIDE, HIGH), chance.randbytes(WIDE * HIGH))
    grain = grain.point([round(128 + (level - 128) * NOISE) for level in range(256)])
    seen = ImageChops.add(picture, Image.merge("RGB", (grain,) * 3), 1, -128)
    seen.save(file, "JPEG", quality=QUALITY, exif=_notes())


def _soft_light(chance: random.Random) -> Any:
    """Return light and shade of several sizes, as walls, floors and fabrics have."""
    picture = Image.new("RGB", (WIDE, HIGH), "#b8a890")
    for cells, share in ((8, 0.6), (60, 0.2), (500, 0.12), (2000, 0.1)):
        size = (cells, cells * HIGH // WIDE)
        dots = Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3))
        picture = Image.blend(picture, dots.resize((WIDE, HIGH), Image.Resampling.BICUBIC), share)
    return picture


def _draw_things(picture: Any, chance: random.Random) -> None:
    """Draw sharp edges: furniture, tiles, cords."""
    pen = ImageDraw.Draw(picture)
    for _number in range(160):
        left, top = chance.randrange(WIDE), chance.randrange(HIGH)
        right, low = left + chance.randrange(20, 900), top + chance.randrange(20, 500)
        shade = tuple(chance.randrange(30, 240) for _channel in range(3))
        pen.rectangle((left, top, right, low), outline=shade, width=chance.randrange(2, 14))
        pen.line((left, low, right, top), fill=shade, width=chance.randrange(1, 9))


def _notes() -> Any:
    notes = Image.Exif()
    notes[_ORIENTATION], notes[_MADE_BY] = ON_ITS_SIDE, "A phone"
    notes.get_ifd(_PLACE).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    return notes
