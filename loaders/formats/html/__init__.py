"""Pages of portals, also as Word or a browser saves them."""
