"""The questions, and the code that binds and runs them."""

from queries.ask import named, run
from queries.catalogue import catalogue
from queries.empty import why_empty
from queries.model import Column, NamedQuery, Parameter, Table

__all__ = ["Column", "NamedQuery", "Parameter", "Table", "catalogue", "named", "run", "why_empty"]
