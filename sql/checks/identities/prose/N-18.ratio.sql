from share_of(['procurement'], 'procurement')
