"""What the demo says of a unit, and where it names the language: Vietnamese, English."""

from __future__ import annotations

from typing import Final

DEMO_PHRASES: Final = {
    "demo.explain": ("Vì sao? Bảng điểm của một đơn vị", "Why? One unit's scorecard"),
    "demo.near": (
        "Vì sao? Một đơn vị chỉ thiếu {missing} để lên loại cao hơn (đợt {cycle})",
        "Why? A unit only {missing} short of a better band (cycle {cycle})",
    ),
    "demo.hint": ("English: {command}, or CCHC_LANG=en", "Tiếng Việt: {command}, hoặc CCHC_LANG=vi"),
    "heading.lost_rest": ("... và {count} tiêu chí nữa", "... and {count} criteria more"),
}
