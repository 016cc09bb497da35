"""Tables as an Excel workbook: one sheet each, heads that stay in sight, no cell that becomes a formula or a link."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.reports.sheets import Sheet

_WIDEST: Final = 60
_LONGEST_CELL: Final = 32_767
"""How many characters a cell of a workbook takes."""


def workbook_of(sheets: Iterable[Sheet], names: dict[str, str]) -> bytes:
    """Write tables as an `.xlsx` file.

    Args:
        sheets: in order.
        names: what each is called on its tab, by its name.
    """
    # Only who asks for a workbook waits for its writer.
    import xlsxwriter  # noqa: PLC0415

    made = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, plain) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(names.get(sheet.name, sheet.name)[:31])
            page.freeze_panes(1, 0)
            rows = (sheet.heads, *sheet.rows)
            for place, head in enumerate(sheet.heads):
                longest = max(len(str(row[place])) for row in rows)
                page.set_column(place, place, min(_WIDEST, longest + 2), wrapped)
                page.write_string(0, place, head, bold)
            for line, row in enumerate(sheet.rows, 1):
                for place, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(line, place, cell[:_LONGEST_CELL])
                    else:
                        page.write_number(line, place, cell)
            if sheet.rows:
                page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    return made.getvalue()
