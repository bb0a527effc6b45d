"""What the words of a plan mean: value types and the parts of a plan."""
