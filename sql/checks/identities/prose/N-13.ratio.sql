from share_of(['three_public'], 'three_public')
