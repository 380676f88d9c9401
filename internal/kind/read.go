package kind

import (
	"math"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// How many categories a figure may have at all. A line needs no room for each: it
// may have as many as two years have hours.
const (
	maxCategories = 1000
	maxPoints     = 20_000
)

// maxNumber bounds the values of a figure, so that sums and ranges stay finite, and
// leastNumber those that are not zero, so that shares and scales do.
const (
	maxNumber   = 1e300
	leastNumber = 1e-300
)

// unnamed is what stands for a name that is not given.
const unnamed = "—"

// mostCategories is the bound for a figure's kind.
func mostCategories(d *builder) int {
	if d.fig.Joins() {
		return maxPoints
	}
	return maxCategories
}

// readMatrix reads the roles category, value and series; the numbers have no texts
// yet.
func readMatrix(d *builder) (matrix, bool) {
	values, ok2 := d.valueColumns()
	if d.fig.Category.V == "" && len(d.data.Rows) == 1 && ok2 {
		return bySentence(d, values), true
	}
	cat, ok := d.role("category", d.fig.Category)
	if !ok || !ok2 || len(d.data.Rows) == 0 {
		return matrix{}, false
	}
	m := byColumn(d, cat, values)
	if d.fig.Series.Set() {
		var pivoted bool
		if m, pivoted = pivot(d, cat, values); !pivoted {
			return matrix{}, false
		}
	}
	if len(m.cats) > mostCategories(d) {
		d.errorAt(d.fig.Category, "too-many", "%d categories do not fit on a page", len(m.cats)).Hintf("keep the most important with top: {n: 20}, or narrow with where")
		return matrix{}, false
	}
	return m, once(d, m)
}

// once warns of two rows of one name, and refuses them where each name has one mark.
func once(d *builder, m matrix) bool {
	at := positions(m.cats)
	for i, c := range m.cats {
		first := at[c]
		if first == i || c == unnamed || d.fig.Indent.Set() {
			continue
		}
		p := d.errorAt(d.fig.Category, "twice", "two rows are called %s", c)
		p.See = append(d.seeCell(&m.runs[0].cells[first]), d.seeCell(&m.runs[0].cells[i])...)
		p.Hintf("part them with series or facet, narrow with where, or sum them with sql")
		if !d.kind.once {
			p.Severity = diag.Warning
		}
		return !d.kind.once
	}
	return true
}

// oneAxis reads the roles category, value and series, with all values in one
// unit.
func oneAxis(d *builder) (matrix, bool) {
	m, ok := readMatrix(d)
	return m, ok && measured(d, &m)
}

// oneValue is [oneAxis] of a kind that takes one value.
func oneValue(d *builder) (matrix, bool) {
	m, ok := oneAxis(d)
	if ok && len(m.runs) > 1 {
		d.errorAt(d.fig.Value[1], "one-value", "a %s chart takes one value", d.fig.Chart.V)
		return m, false
	}
	return m, ok
}

// role finds the column that a role names.
func (d *builder) role(role string, at spec.At[string]) (int, bool) {
	if at.V == "" {
		d.errorAt(at, "missing-role", "a %s chart needs %s", d.fig.Chart.V, role).Hintf("add %s: and the name of a column", role)
		return 0, false
	}
	var names []string
	for i, c := range d.data.Columns {
		if c.Name == at.V {
			return i, true
		}
		names = append(names, c.Name)
	}
	d.errorAt(at, "unknown-column", "no column %q in the data; it has %s", at.V, message.List(names)).Hint = diag.Meant(at.V, names)
	return 0, false
}

// valueColumns are the columns of the role value, all of them numbers.
func (d *builder) valueColumns() ([]int, bool) {
	if len(d.fig.Value) == 0 {
		_, ok := d.role("value", spec.At[string]{})
		return nil, ok
	}
	var cols []int
	for _, at := range d.fig.Value {
		c, ok := d.role("value", at)
		if !ok || !d.numbers(c, at) {
			return nil, false
		}
		cols = append(cols, c)
	}
	return cols, true
}

// numbers reports whether a column holds only finite numbers and gaps; else it
// names the other cells.
func (d *builder) numbers(col int, at spec.At[string]) bool {
	for _, row := range d.data.Rows {
		v := row.Cells[col]
		if v.Kind == series.Text {
			notNumbers(d, col, at)
			return false
		}
		if v.Kind == series.Number && v.Num != 0 && !(leastNumber <= math.Abs(v.Num) && math.Abs(v.Num) <= maxNumber) {
			p := d.errorAt(at, "not-a-number", "column %q has a value that is no finite number, or too large or too small to draw", d.data.Columns[col].Name)
			p.See = seeRow(row)
			return false
		}
	}
	return true
}

func seeRow(row series.Row) []diag.Note {
	var notes []diag.Note
	for _, s := range row.Sources {
		notes = append(notes, diag.Note{Pos: diag.Pos{File: s.Report, Line: s.Line}, Text: message.Of("the row")})
		break
	}
	return notes
}

// byColumn makes each value column a series.
func byColumn(d *builder, cat int, values []int) matrix {
	var m matrix
	for _, row := range d.data.Rows {
		m.cats = append(m.cats, name(row.Cells[cat]))
	}
	for _, col := range values {
		r := run{name: d.data.Columns[col].Name, cells: make([]cell, 0, len(m.cats))}
		r.unit = d.data.Columns[col].Unit
		for i := range d.data.Rows {
			r.cells = append(r.cells, d.cell(i, col, m.cats[i], i))
		}
		m.runs = append(m.runs, r)
	}
	return m
}

// bySentence makes each value of the only row a category: a sentence has no
// categories but the names of its holes.
func bySentence(d *builder, values []int) matrix {
	r := run{name: d.say("数值", "value")}
	var m matrix
	for i, col := range values {
		c := d.cell(0, col, d.data.Columns[col].Name, i)
		if c.v.Unit == "" {
			c.v.Unit = d.data.Columns[col].Unit
		}
		r.cells = append(r.cells, c)
		m.cats = append(m.cats, d.data.Columns[col].Name)
	}
	m.runs = []run{r}
	return m
}

// name is a category as text; numbers (years) are written as printed.
func name(v series.Value) string {
	switch v.Kind {
	case series.Missing:
		return unnamed
	case series.Number:
		if v.Text == "" {
			return format{plain: true, decimals: asPrinted}.number(v.Num, max(v.Decimals, asPrinted))
		}
	}
	return strings.Join(strings.Fields(typeset.Compose(v.Text)), " ")
}

// cell is the value of a row in a column.
func (d *builder) cell(row, col int, name string, band int) cell {
	v := d.data.Rows[row].Cells[col]
	if v.Unit == ":" {
		v.Unit = ratioUnit(d.data, col)
	}
	return cell{
		v: v,
		Datum: chart.Datum{
			X: float64(band) + 0.5, Name: typeset.Text(name), Missing: v.Kind == series.Missing,
			Computed: v.Computed, Sources: d.cited(row), Rows: d.index[row : row+1 : row+1],
		},
	}
}

// pivot makes each value of the series column a series of the one value column.
func pivot(d *builder, cat int, values []int) (matrix, bool) {
	by, ok := d.role("series", d.fig.Series)
	if !ok {
		return matrix{}, false
	}
	if len(values) != 1 {
		d.errorAt(d.fig.Series, "series", "series takes one value column, not %d", len(values)).Hintf("leave series out, or name one value")
		return matrix{}, false
	}
	m := matrix{cats: roundYear(d, distinct(d, cat), cat, by)}
	if len(m.cats) > mostCategories(d) {
		return m, true
	}
	for _, name := range distinct(d, by) {
		m.runs = append(m.runs, gapRun(name, d.data.Columns[values[0]].Unit, m.cats))
	}
	return m, fillPivot(d, m, cat, by, values[0])
}

// gapRun is a series without values yet.
func gapRun(name, unit string, cats []string) run {
	r := run{name: name, cells: make([]cell, len(cats))}
	r.unit = unit
	for i, c := range cats {
		r.cells[i].Datum = chart.Datum{X: float64(i) + 0.5, Name: typeset.Text(c), Missing: true}
	}
	return r
}

// fillPivot puts each row into its cell; two rows for one cell are an error.
func fillPivot(d *builder, m matrix, cat, by, value int) bool {
	catAt, runAt := positions(m.cats), map[string]int{}
	for i, r := range m.runs {
		runAt[r.name] = i
	}
	for k, row := range d.data.Rows {
		i, j := catAt[name(row.Cells[cat])], runAt[name(row.Cells[by])]
		at := &m.runs[j].cells[i]
		if len(at.Sources) > 0 {
			p := d.errorAt(d.fig.Series, "twice", "two rows give a value for %s, %s", m.cats[i], m.runs[j].name)
			p.Hintf("narrow the data with where, or sum them with sql")
			p.See = seeRow(row)
			return false
		}
		*at = d.cell(k, value, m.cats[i], i)
	}
	return true
}

// positions are where names stand; of those that are alike, the first.
func positions(names []string) map[string]int {
	at := make(map[string]int, len(names))
	for i, n := range names {
		if _, ok := at[n]; !ok {
			at[n] = i
		}
	}
	return at
}

// distinct are the names in a column, in the order of their first row.
func distinct(d *builder, col int) []string {
	var names []string
	seen := map[string]bool{}
	for _, row := range d.data.Rows {
		if n := name(row.Cells[col]); !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	return names
}

// cited is the places of the sources of a row in the chart's list: its values share
// them.
func (d *builder) cited(row int) []int {
	if d.cites[row] == nil {
		d.cites[row] = d.cite(d.data.Rows[row].Sources)
	}
	return d.cites[row]
}

// cite returns the places of sources in the chart's list.
func (d *builder) cite(sources []series.Source) []int {
	if len(sources) == 0 {
		return nil
	}
	at := make([]int, 0, len(sources)) // and no more: who adds to it takes a copy
	for _, s := range sources {
		key := chart.Source(s)
		key.Place = message.Place(s.Place).In(message.Language(d.chart.Lang))
		i, ok := d.sources[key]
		if !ok {
			i = len(d.chart.Sources)
			d.sources[key] = i
			if i == 0 {
				d.chart.Sources = make([]chart.Source, 0, len(d.data.Rows))
			}
			d.chart.Sources = append(d.chart.Sources, key)
		}
		at = append(at, i)
	}
	return at
}

// fewSeries reports whether the figure can tell its series apart.
func fewSeries(d *builder, m matrix) bool {
	if len(m.runs) <= palette.MaxSeries {
		return true
	}
	at := d.fig.Series
	if !at.Set() && len(d.fig.Value) > 0 {
		at = d.fig.Value[0]
	}
	p := d.errorAt(at, "too-many-series", "%d series, and a reader can tell %d apart", len(m.runs), palette.MaxSeries)
	p.Hintf("narrow with where, or show the series as categories")
	return false
}
