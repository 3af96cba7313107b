"""The words and numbers of the field: normalised text, number grammar, intervals, classifications, known wordings (CSV)."""
