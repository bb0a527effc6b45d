"""Full text over everything a plan says: SQLite FTS5, made anew with every generation of the graph.

The index is derived from the graph alone and lies in the folder of its generation; where there is none (a
graph on another server) it is made in memory on first use. docs/decisions/911 says what is compared how.
"""

from service.search.find import Found, Hit, Search, found, nodes
from service.search.index import FILE, Index, write_index

__all__ = ["FILE", "Found", "Hit", "Index", "Search", "found", "nodes", "write_index"]
