"""Workbooks: sheets and what their cells show."""
