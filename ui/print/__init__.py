"""Printing: turns the HTML of reports into pages, for a PDF file or for a printer."""
