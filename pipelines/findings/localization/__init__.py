"""Which printed amounts are likely wrong: the smallest sets whose change satisfies every identity, proved exactly."""
