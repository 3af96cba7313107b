"""Documents written from the warehouse: data dictionary, questions and identities."""
