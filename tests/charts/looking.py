"""What a drawn sheet holds, looked at as a reader would: where its texts stand, and what an SVG says."""

from __future__ import annotations

from xml.etree import ElementTree

from cchc_index.charts.chart import Chart
from cchc_index.charts.sheet import Sheet, drawing

_NAMES = "{http://www.w3.org/2000/svg}"


def sheet_of(chart: Chart) -> Sheet:
    """The sheet that a chart draws."""
    with drawing():
        return chart._draw()


def texts_of(chart: Chart) -> list[str]:
    """The texts of a chart's SVG, as a search in it finds them."""
    root = ElementTree.fromstring(chart.svg())  # noqa: S314  # made just now
    return [each.text or "" for each in root.iter(f"{_NAMES}text")]


def misplaced(chart: Chart) -> list[str]:
    """Texts that stand on another text, or partly outside the sheet."""
    sheet = sheet_of(chart)
    boxes = [
        (each.x, each.y - 0.72 * each.size, each.x + each.width, each.y + 0.1 * each.size, each.text)
        for each in sheet.letters
    ]
    found = [each[4] for each in boxes if each[0] < 0 or each[1] < 0 or each[2] > sheet.width or each[3] > sheet.height]
    boxes.sort(key=lambda box: box[1])
    for number, (left, top, right, bottom, text) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other[1] >= bottom:
                break
            if left < other[2] and other[0] < right and other[3] > top:
                found.append(f"{text} | {other[4]}")
    return found
