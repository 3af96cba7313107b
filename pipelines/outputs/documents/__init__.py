"""Documents written from the warehouse: data dictionary and questions."""
