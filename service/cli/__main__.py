"""``python -m service.cli``: the same as ``cchc``."""

from service.cli import main

main()
