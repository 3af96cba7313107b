"""Pages become claims: what the running text says in numbers."""
