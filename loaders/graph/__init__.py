"""Records to RDF: identities, the graph of one plan, and what needs several plans."""
