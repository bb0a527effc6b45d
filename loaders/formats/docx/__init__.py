"""Word files: body, styles, numbering, runs and fonts."""
