"""The graph kept and served: store, command line, HTTP, pages, pictures."""
