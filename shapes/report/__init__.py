"""Findings in the forms people and programs take them: text, tables, a page, a SHACL report."""
