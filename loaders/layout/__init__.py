"""Paragraphs and tables with positions, recovered where the format lost them."""
