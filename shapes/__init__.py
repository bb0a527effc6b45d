"""What a complete and consistent plan looks like, and the checks that say so.

>>> findings = check(store)                       # doctest: +SKIP
>>> findings = check_record(read(Path("du-thao.txt")), Registry.load())  # doctest: +SKIP
"""

from shapes.check import check, check_record
from shapes.finding import Finding, Place, Thing
from shapes.rules import Rule, Severity, rules

__all__ = ["Finding", "Place", "Rule", "Severity", "Thing", "check", "check_record", "rules"]
