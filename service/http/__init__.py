"""The graph over HTTP: SPARQL protocol, REST, identifiers and Vietnamese pages."""
