"""Benchmarks on a fixed corpus and on generated ones."""
