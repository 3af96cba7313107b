"""What leaves the warehouse: evidence pages, exports and documents; none of the three knows another."""
