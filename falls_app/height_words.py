"""Heights in words, in feet and inches or in centimeters, as a region measures people."""

from falls_app.content.regions import Region
from falls_app.i18n import _
from falls_app.result_words import number_words

CM_AN_INCH = 2.54
INCHES_A_FOOT = 12


def in_feet(region: Region) -> bool:
    """Return whether people there say their height in feet and inches."""
    return region.length == "in"


def feet_of(cm: float) -> tuple[int, float]:
    """Return feet and inches of a height, the inches to one place."""
    inches = round(cm / CM_AN_INCH, 1)
    feet = int(inches // INCHES_A_FOOT)
    return feet, round(inches - feet * INCHES_A_FOOT, 1)


def cm_of(feet: float, inches: float) -> float:
    """Return the centimeters of feet and inches."""
    return (feet * INCHES_A_FOOT + inches) * CM_AN_INCH


def height_words(cm: float, region: Region) -> str:
    """Return a height: "5 ft 4.5 in", "163.8 cm"."""
    if in_feet(region):
        feet, inches = feet_of(cm)
        return _("{feet} ft {inches} in").format(feet=feet, inches=number_words(inches, region))
    return _("{n} cm").format(n=number_words(cm, region))


def difference_words(cm: float, region: Region) -> str:
    """Return a difference in height: "1.5 in", "3.8 cm"."""
    if in_feet(region):
        return _("{n} in").format(n=number_words(cm / CM_AN_INCH, region))
    return _("{n} cm").format(n=number_words(cm, region))
