"""What a complete and consistent plan looks like, and the checks that say so."""
