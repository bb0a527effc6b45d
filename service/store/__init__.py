"""The graph kept: generations on disk, or a remote SPARQL server, behind one interface."""
