package kind

func columnBars(d *builder) { bars(d, false) }
