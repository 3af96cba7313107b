from share_of(['income'], 'income_total')
