"""``python -m service.cli``: the same as ``cchc``."""

from service.cli import main

# Processes that read many files import this module again.
if __name__ == "__main__":
    main()
