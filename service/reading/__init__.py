"""Sheets and pages in which people look through a reading, correct it, and decide on links."""
