from completion_of(['three_public'], ['unstated', 'initial', 'annual'])
