from share_of(['basic'], 'basic')
