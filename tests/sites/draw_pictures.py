# SPDX-License-Identifier: Apache-2.0
"""Draw the pictures of the sample sites: small, made by this script, no one else's work.

Run it after adding a name below; the files are committed so that samples do
not depend on a Pillow version.
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw, PngImagePlugin

SKIES = {
    "harbour": ("#2b5d7d", "#e7b27a"),
    "lighthouse": ("#1f3b57", "#f3d9a4"),
    "market": ("#7a3b2e", "#f0c27b"),
    "ferry": ("#3e6f8e", "#cfe3ea"),
    "panels": ("#3d5a3c", "#f5e6a8"),
    "gulls": ("#8fb4c9", "#ffffff"),
    "bridge": ("#4a4e69", "#f2e9e4"),
    "festival": ("#5b2a4e", "#f7a072"),
    "portrait": ("#6d597a", "#eaac8b"),
    "council": ("#264653", "#e9c46a"),
}


def draw(name: str, low: str, high: str, folder: Path) -> None:
    """One landscape of two colours with a few shapes, 640 by 426 pixels."""
    picture = Image.new("RGB", (640, 426), high)
    pen = ImageDraw.Draw(picture)
    seed = sum(map(ord, name))
    pen.rectangle((0, 260, 640, 426), fill=low)
    for i in range(6):
        x = (seed * (i + 3) * 37) % 600
        height = 60 + (seed * (i + 1)) % 120
        pen.polygon([(x, 265), (x + 40, 265 - height), (x + 80, 265)], fill=low)
    pen.ellipse((460, 40, 540, 120), fill="#fff6d5")
    exif = picture.getexif()
    if name == "bridge":
        exif[0x013B] = "Carla Beispiel"  # contradicts the credit printed on the page: a planted fault
    picture.save(folder / f"{name}.jpg", quality=70, exif=exif)


def logo(folder: Path) -> None:
    """The masthead: an interface picture, never a content image."""
    picture = Image.new("RGB", (120, 40), "#12344d")
    ImageDraw.Draw(picture).rectangle((8, 8, 32, 32), fill="#e7b27a")
    picture.save(folder / "logo.png", pnginfo=PngImagePlugin.PngInfo())


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for subject, (dark, light) in SKIES.items():
        draw(subject, dark, light, target)
    logo(target)
