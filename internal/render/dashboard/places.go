package dashboard

import "charts/internal/chart"

// A place is a table or a text of a report with the lines that were read.
type place struct {
	Report string
	Table  string
	Lines  []quoted
}

// A quoted line is one of the chart's sources.
type quoted struct {
	chart.Source
	Index int // in the chart's
}

// places puts the sources of one table together, in the order in which they come.
func places(sources []chart.Source) []place {
	var all []place
	index := map[[2]string]int{}
	for n, s := range sources {
		key := [2]string{s.Report, s.Table}
		i, ok := index[key]
		if !ok {
			i = len(all)
			index[key] = i
			all = append(all, place{Report: s.Report, Table: s.Table})
		}
		all[i].Lines = append(all[i].Lines, quoted{s, n})
	}
	return all
}
