"""Violations become findings: error localization (Fellegi–Holt), the kind of slip, the sentence."""
