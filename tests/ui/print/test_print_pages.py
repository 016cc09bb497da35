"""Pages come out as a PDF with every word, its page numbers, and letters of other scripts and emoji."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import pytest

from app.plans.formats import sample
from app.plans.plan import Activity, Plan
from app.reports.forms import Form, page_of
from ui.print.pages import pdf_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", [Form.RUN_SHEET, Form.PROGRAMME])
def test_a_sample_becomes_a_4_pages(form: Form):
    plan = sample("retour-90-minutes")
    pdf = pdf_of(page_of(plan, form), plan.title)
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)

    assert pdf.startswith(b"%PDF-")
    assert 1 <= pages(pdf) <= 3
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == (595, 842)
    assert b"Inter" in pdf


def test_a_long_plan_takes_as_many_pages_as_it_needs(qapp: QApplication):
    """Each row is laid out once: two hundred activities are printed in a moment."""
    del qapp
    plan = Plan(activities=tuple(Activity(id=f"a{n}", title=f"Activity {n} 🎓 漢字 عربي") for n in range(200)))
    pdf = pdf_of(page_of(plan, Form.RUN_SHEET), plan.title)

    assert 8 <= pages(pdf) <= 25
    assert len(zlib.compress(pdf)) < 2_000_000
