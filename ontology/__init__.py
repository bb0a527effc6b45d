"""What the words mean: vocabulary, code lists, registries, and their terms for Python."""
