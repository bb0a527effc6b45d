"""From a document to records to RDF: formats -> layout -> grammar -> records -> graph."""
