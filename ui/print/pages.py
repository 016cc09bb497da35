"""Lays HTML out on numbered A4 pages, for a PDF file or a printer; any thread may do it, if it does all of it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from ui.widgets.theme import EMOJI_FAMILY, FAMILY, load_fonts

_MARGIN_MM = 15.0
_FOOT_MM = 10.0
_DPI = 300
_MM = 25.4
_INK = QColor("#1b1f24")
_PALE = QColor("#4a525c")


def pdf_of(html: str, title: str) -> bytes:
    """Return HTML as a PDF with A4 pages, their numbers and the title at their foot.

    Args:
        html: of a report.
        title: of the document.
    """
    load_fonts()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Cercle")
    prepare(writer)
    paint_pages(html, title, writer)
    # The writer finishes the file as it goes.
    del writer
    buffer.close()
    return bytes(held.data())


def prepare(device: QPagedPaintDevice) -> None:
    """Give a device A4 pages and their margins.

    Args:
        device: not painted on yet.
    """
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _FOOT_MM)
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )


def paint_pages(html: str, title: str, device: QPagedPaintDevice, pages: tuple[int, int] | None = None) -> int:
    """Paint HTML on a device, page after page.

    Args:
        html: of a report.
        title: stands at the foot of each page.
        device: prepared.
        pages: the first and the last that are wanted, from 1; all when left out.

    Returns:
        How many pages the whole has.
    """
    painter = QPainter(device)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDefaultFont(QFont([FAMILY, EMOJI_FAMILY], 9))
    document.setDocumentMargin(0)
    document.setHtml(html)
    width, height = float(device.width()), float(device.height())
    foot = _FOOT_MM / _MM * device.logicalDpiY()
    body = QSizeF(width, height - foot)
    document.setPageSize(body)
    count = document.pageCount()
    first, last = pages or (1, count)
    look = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, _INK)
    look.palette = palette
    for number in range(max(1, first), min(last, count) + 1):
        if number > max(1, first):
            device.newPage()
        painter.save()
        painter.translate(0, -(number - 1) * body.height())
        seen = QRectF(0, (number - 1) * body.height(), body.width(), body.height())
        painter.setClipRect(seen)
        look.clip = seen
        document.documentLayout().draw(painter, look)
        painter.restore()
        _foot(painter, QRectF(0, height - foot, width, foot), title, f"{number} / {count}")
    painter.end()
    return count


def _foot(painter: QPainter, where: QRectF, title: str, number: str) -> None:
    painter.setFont(QFont([FAMILY, EMOJI_FAMILY], 8))
    painter.setPen(_PALE)
    metrics = painter.fontMetrics()
    room = where.width() - 2 * metrics.horizontalAdvance(number)
    named = metrics.elidedText(title, Qt.TextElideMode.ElideRight, round(room))
    line = Qt.AlignmentFlag.AlignBottom
    painter.drawText(where, int(line | Qt.AlignmentFlag.AlignLeft), named)
    painter.drawText(where, int(line | Qt.AlignmentFlag.AlignRight), number)
