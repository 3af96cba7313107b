"""Serving: servers on loopback for the people at this desk: who may speak to them, the evidence pages, how they end."""
