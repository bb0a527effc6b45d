"""Format readers: the bytes of a file to its layout."""
