"""Pictures of the graph: positions computed first, then drawn for the browser or as SVG."""
