"""The benchmarks of reading, names and alignment, one after another: ``python -m bench``.

Those on generated corpora need time, and some a folder: ``python -m bench.families``,
``python -m bench.queries``, ``python -m bench.search``.
"""

from bench import alignment, names, reading


def main() -> None:
    """Run each benchmark under its name."""
    for module in (reading, names, alignment):
        print(f"== {module.__name__}", flush=True)
        module.main()


if __name__ == "__main__":
    main()
