from contradictions('S-02')
