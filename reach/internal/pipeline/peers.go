package pipeline

import (
	"strconv"

	"charts/internal/peer"
)

// fieldFn brings together what all institutions have of an indicator. Quartiles that
// are exact need all numbers; there is one a report.
type fieldFn struct{}

func (fieldFn) CreateAccumulator() []peer.Entry { return nil }

func (fieldFn) AddInput(all []peer.Entry, e peer.Entry) []peer.Entry { return append(all, e) }

func (fieldFn) MergeAccumulators(a, b []peer.Entry) []peer.Entry { return append(a, b...) }

func (fieldFn) ExtractOutput(all []peer.Entry) []peer.Entry { return all }

// compareFn tells each institution where it stands, and who lacks what most have or
// is far from all others.
type compareFn struct {
	years map[string][]string // the institutions that have a report of a year
}

func (f *compareFn) ProcessElement(i peer.Indicator, all []peer.Entry, editions func(*Edition) bool, stand func(string, peer.Standing), tell func(Line)) {
	if f.years == nil {
		f.years = yearsOf(collect(editions))
	}
	own := peer.Settled(all, i.Year)
	if len(own) == 0 {
		return
	}
	values := make([]float64, len(own))
	for k, e := range own {
		values[k] = e.Value
	}
	field := peer.FieldOf(values)
	n := len(values)
	tell(Line{indicators, []string{i.Row, i.Year, strconv.Itoa(n), i.Table, i.Column, i.Unit,
		peer.Text(values[n-1]), peer.Text(field.Low), peer.Text(field.Median), peer.Text(field.High), peer.Text(values[0])}})
	for _, e := range own {
		stand(e.Institution, field.Standing(peer.Number{Indicator: i, Value: e.Value}))
		if field.Out(e.Value) {
			tell(Line{outliers, []string{e.Institution, i.Row, i.Year, i.Table, i.Column, i.Unit, peer.Text(e.Value), peer.Text(field.Low), peer.Text(field.High)}})
		}
	}
	f.tellGaps(i, all, tell)
}

// tellGaps names those without an indicator that at least half of all have.
func (f *compareFn) tellGaps(i peer.Indicator, all []peer.Entry, tell func(Line)) {
	has := map[string]bool{}
	for _, e := range all {
		has[e.Institution] = true
	}
	asked := f.years[i.Year]
	if 2*len(has) < len(asked) {
		return
	}
	for _, name := range asked {
		if !has[name] {
			tell(Line{gaps, []string{name, i.Row, i.Year, strconv.Itoa(len(has)), strconv.Itoa(len(asked)), i.Table, i.Column}})
		}
	}
}

func yearsOf(editions []Edition) map[string][]string {
	years := map[string][]string{}
	for _, e := range editions {
		years[e.Year] = append(years[e.Year], e.Institution)
	}
	return years
}
