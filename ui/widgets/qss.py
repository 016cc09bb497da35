"""The style sheet: what Fusion and the palette cannot say, made from the tokens."""

from string import Template

import msgspec

from ui.widgets.tokens import RESOURCES, Tokens

_TEMPLATE = Template((RESOURCES / "themes" / "cercle.qss").read_text(encoding="utf-8"))


def style_sheet(tokens: Tokens) -> str:
    """Make the application's style sheet.

    Args:
        tokens: of the theme at the person's text scale.

    Raises:
        KeyError: when the sheet names a token that does not exist.
    """
    values: dict[str, object] = {
        name: value for name, value in msgspec.structs.asdict(tokens.colours).items() if isinstance(value, str)
    }
    for prefix, scale in (("space", tokens.space), ("type", tokens.type), ("radius", tokens.radius)):
        values |= {f"{prefix}_{step}": size for step, size in msgspec.structs.asdict(scale).items()}
    return _TEMPLATE.substitute(values)
