"""What pages and pictures show, read from the store into plain values."""
