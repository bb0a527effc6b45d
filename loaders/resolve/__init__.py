"""From what records say to who and what is meant: agencies and documents."""
