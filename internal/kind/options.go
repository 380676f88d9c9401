package kind

// unlabelled reports whether the author wants no values at the marks.
func (d *draft) unlabelled() bool { return d.fig.Labels.Set() && !d.fig.Labels.V }
