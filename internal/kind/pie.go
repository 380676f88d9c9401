package kind

func pie(d *builder) { ringShares(d, 0) }
