"""The design tokens: colours, spacing, type and corners as data, read from `resources/themes`."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

Hex = Annotated[str, msgspec.Meta(pattern="^#[0-9A-F]{6}$")]
"""A colour as `#RRGGBB`, upper case."""


class AvatarColours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of one avatar: the disc and the initials upon it."""

    fill: Hex
    ink: Hex


class Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The colours of one theme, named by what they are for.

    `window` is the frame, `surface` where one reads, `raised` what floats, `sunken` what lies below. `text`, `muted`
    and `faint` are the three strengths of words. Of each tone, `x` paints marks, `x_text`
    words, `x_soft` the ground below.
    """

    scheme: Literal["light", "dark"]
    window: Hex
    surface: Hex
    raised: Hex
    sunken: Hex
    hover: Hex
    pressed: Hex
    selected: Hex
    border: Hex
    field_border: Hex
    text: Hex
    muted: Hex
    faint: Hex
    disabled: Hex
    accent: Hex
    accent_hover: Hex
    accent_pressed: Hex
    on_accent: Hex
    accent_text: Hex
    accent_soft: Hex
    focus: Hex
    danger: Hex
    danger_hover: Hex
    on_danger: Hex
    danger_text: Hex
    danger_soft: Hex
    warn: Hex
    warn_text: Hex
    warn_soft: Hex
    ok: Hex
    ok_text: Hex
    ok_soft: Hex
    info: Hex
    info_text: Hex
    info_soft: Hex
    shadow: Hex
    avatars: tuple[AvatarColours, ...]

    def named(self, name: str) -> str:
        """Give a colour by its name.

        Args:
            name: a field of this type, such as `accent_text`.

        Raises:
            KeyError: when no colour has this name.
        """
        value = getattr(self, name, None)
        if not isinstance(value, str) or not value.startswith("#"):
            raise KeyError(name)
        return value


class Space(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Distances in logical pixels."""

    xxs: int
    xs: int
    s: int
    m: int
    l: int  # noqa: E741 - the name of the step, as in the other scales
    xl: int
    xxl: int


class TypeScale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes of type in logical pixels, at the person's text scale."""

    caption: int
    body: int
    title: int
    heading: int
    display: int
    jumbo: int

    def scaled(self, factor: float) -> "TypeScale":
        """Give the same scale, larger or smaller.

        Args:
            factor: 1.0 leaves it as drawn; 2.0 doubles it.
        """
        return TypeScale(*(round(size * factor) for size in msgspec.structs.astuple(self)))


class Radius(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Corner radii in logical pixels."""

    s: int
    m: int
    l: int  # noqa: E741 - the name of the step, as in the other scales


class Motion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Durations in milliseconds; all zero when the person wants no motion."""

    quick: int
    calm: int


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all themes share."""

    space: Space
    type: TypeScale
    radius: Radius
    motion: Motion


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that painting needs to know, for one theme at one text scale."""

    name: "ThemeName"
    colours: Colours
    space: Space
    type: TypeScale
    radius: Radius
    motion: Motion


class ThemeName(StrEnum):
    """The themes that exist; each is a file of `resources/themes`."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


def load_tokens(name: ThemeName, *, text_scale: float = 1.0, motion: bool = True) -> Tokens:
    """Read one theme.

    Args:
        name: which theme.
        text_scale: factor on all type sizes, from 0.85 to 2.0.
        motion: whether things may move.

    Raises:
        OSError: when the file is missing.
        msgspec.ValidationError: when a token is missing, unknown or no colour.
    """
    folder = RESOURCES / "themes"
    shape = msgspec.json.decode((folder / "shape.json").read_bytes(), type=Shape)
    colours = msgspec.json.decode((folder / f"{name}.json").read_bytes(), type=Colours)
    return Tokens(
        name=name,
        colours=colours,
        space=shape.space,
        type=shape.type.scaled(text_scale),
        radius=shape.radius,
        motion=shape.motion if motion else Motion(0, 0),
    )


class Pair(msgspec.Struct, frozen=True):
    """A colour that is seen on another, and the contrast it needs (WCAG 2.2: 4.5 for words, 3 for marks)."""

    ink: str
    ground: str
    ratio: float


_GROUNDS = ("window", "surface", "raised", "sunken", "hover", "selected")
WORDS_ON: tuple[Pair, ...] = (
    *(Pair(ink, ground, 4.5) for ink in ("text", "muted", "accent_text") for ground in _GROUNDS),
    *(Pair("faint", ground, 4.5) for ground in ("window", "surface", "raised", "sunken", "hover", "selected")),
    *(Pair("text", ground, 4.5) for ground in ("pressed", "warn_soft", "danger_soft", "ok_soft", "info_soft")),
    *(Pair("on_accent", ground, 4.5) for ground in ("accent", "accent_hover", "accent_pressed")),
    *(Pair("on_danger", ground, 4.5) for ground in ("danger", "danger_hover")),
    *(
        Pair(f"{tone}_text", ground, 4.5)
        for tone in ("danger", "warn", "ok", "info")
        for ground in ("window", "surface", "raised", "hover", f"{tone}_soft")
    ),
    Pair("accent_text", "accent_soft", 4.5),
)
MARKS_ON: tuple[Pair, ...] = (
    *(Pair(mark, ground, 3.0) for mark in ("field_border", "focus", "accent") for ground in ("window", "surface")),
    *(Pair(mark, ground, 3.0) for mark in ("danger", "warn", "ok", "info") for ground in ("window", "surface")),
)


def pairs() -> Iterator[Pair]:
    """Give every pair of colours that the desktop shows one on the other."""
    yield from WORDS_ON
    yield from MARKS_ON


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "relative luminance" and "contrast ratio").

    Args:
        one: a colour as `#RRGGBB`.
        other: another one; the order does not matter.
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
