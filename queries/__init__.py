"""The questions, and the code that binds and runs them."""
