package series

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/report"
	"charts/internal/spec"
)

// A thinning chooses, of the rows of a long file, those that show what all would. Of
// the others only the numbers are read.
type thinning struct {
	chart  string
	names  []string // of the columns: category and values, or x, y and series
	log    bool     // of y
	sample Sample   // what was chosen
}

// thinningOf is that of a line or a cloud of dots; nil where a figure needs all rows.
func thinningOf(f *spec.Figure) *thinning {
	d := &f.Data
	whole := !d.File.Set() && !d.Query.Set() || len(d.Columns) > 0 || d.Where.Set() || d.Across.Set() || d.History.Set() || f.Sort.Set() || f.Top.N.Set() ||
		f.Facet.Column.Set() || len(f.Annotations) > 0 || slices.ContainsFunc(f.Reference, func(r spec.Reference) bool { return !r.Value.Set() || !isNumber(r.Value.V) })
	t := &thinning{chart: f.Chart.V, log: f.Axis.Log.V}
	switch {
	case whole:
		return nil
	case (f.Chart.V == "line" || f.Chart.V == "area" && !f.Stack.Set()) && f.Category.Set() && !f.Series.Set():
		t.names = append(t.names, f.Category.V)
		for _, v := range f.Value {
			t.names = append(t.names, v.V)
		}
		return t
	case f.Chart.V == "scatter" && len(f.Role("size")) == 0 && !f.Label.Set() && !f.Labels.V && len(f.Highlight) == 0 && !f.Axis.Min.Set() && !f.Axis.Max.Set():
		t.names = append(t.names, f.X.V, f.Y.V)
		if f.Series.Set() {
			t.names = append(t.names, f.Series.V)
		}
		return t
	}
	return nil
}

// key tells apart what is chosen of one file.
func (t *thinning) key() string {
	if t == nil {
		return ""
	}
	return strings.Join(append([]string{"", t.chart, strconv.FormatBool(t.log)}, t.names...), "\x00")
}

// headLines are enough of a long file to know its columns.
const headLines = 10

// pick is the [format.Picker] of a thinning.
func (t *thinning) pick(rows format.Rows) ([]int, error) {
	head, problems := report.Data("head.tsv", []byte(rows.Head(headLines)), "", nil)
	if problems.HasErrors() {
		return nil, nil
	}
	names := sideRelation(head)
	r := reader{rows: rows, width: len(names.Columns)}
	for _, name := range t.names {
		at := names.column(name)
		if at < 0 {
			return nil, nil
		}
		r.columns = append(r.columns, at)
	}
	var picked []bool
	var err error
	each := 0
	if t.chart == "scatter" {
		picked = r.dots(t.log)
	} else {
		picked, each, err = r.extremes()
	}
	if picked == nil {
		return nil, err
	}
	t.sample = Sample{rows.Len(), each}
	var all []int
	for i, yes := range picked {
		if yes {
			all = append(all, i)
		}
	}
	return all, nil
}

// A reader goes through the rows of a long file.
type reader struct {
	rows    format.Rows
	width   int
	columns []int // those that count
	all     []string
	cells   []string // of those columns
}

// read reads a row, unless it has other cells than names, or is a total.
func (r *reader) read(row int) bool {
	r.all, r.cells = r.rows.Cells(r.all[:0], row), r.cells[:0]
	if len(r.all) != r.width || !plainStart(r.all[0]) && notation.TotalRow(r.all) {
		return false
	}
	for _, at := range r.columns {
		r.cells = append(r.cells, r.all[at])
	}
	return true
}

func plainStart(cell string) bool { return cell != "" && '0' <= cell[0] && cell[0] <= '9' }

// numberOf is the number of a cell, NaN where it is missing.
func numberOf(cell string) (float64, bool) {
	if v, _, ok := quantity.Plain(cell); ok {
		return v, true
	}
	if notation.PlainNumber(cell) && !strings.ContainsAny(cell, ",%") {
		v, err := strconv.ParseFloat(cell, 64)
		return v, err == nil
	}
	return math.NaN(), notation.Gap(cell)
}

// mostSteps is of how many steps a line of very many rows shows the lowest and the
// highest: more than it has pixels.
const mostSteps = 4_000

// extremes chooses the first and the last row, and of each step the rows with the
// lowest and the highest value of each column and the first that lacks one. All steps
// give as many rows, so that each is as wide as it is long. The rows must run in the
// order of the category, in which a line goes through each name once.
func (r *reader) extremes() (picked []bool, each int, err error) {
	n, values := r.rows.Len(), len(r.columns)-1
	most := min(mostSteps, (format.Long-2)/(2*values+1))
	each = (n + most - 1) / most
	picked = make([]bool, n)
	picked[0], picked[n-1] = true, true
	steps, before, way := make([]step, values), "", 0
	of := 2 * values // how many rows a step gives
	for row := range n {
		if !r.read(row) {
			return nil, 0, nil
		}
		name := r.cells[0]
		if order := inOrder(before, name); row == 1 && order != 0 {
			way = order
		} else if row > 0 && order != way {
			return nil, 0, r.refusal(row, message.Of("%q stands after %q", name, before), "a line through more than %d rows goes through each name once, in their order: sort the file")
		}
		before = name
		for i := range steps {
			v, ok := numberOf(r.cells[i+1])
			if !ok {
				return nil, 0, r.refusal(row, message.Of("%q is no plain number", r.cells[i+1]), "a line through more than %d rows takes digits, and — for what is missing")
			}
			steps[i].add(row, v)
		}
		if row+1 < n && (row+1)%each > 0 {
			continue
		}
		for i := range steps {
			if steps[i].lacks {
				of = 2*values + 1
			}
			steps[i].mark(picked)
			steps[i] = step{}
		}
	}
	for from := 0; from < n; from += each {
		fill(picked[from:min(n, from+each)], of)
	}
	return picked, each, nil
}

// refusal is why a line does not go through the rows of a long file.
func (r *reader) refusal(row int, text message.Text, hint message.Format) error {
	return &format.Refusal{Rule: "bad-file", Line: r.rows.No(row), Text: text, Hint: message.Of(hint, format.Long)}
}

// inOrder compares two names as numbers or as texts.
func inOrder(a, b string) int {
	x, _, number := quantity.Plain(a)
	y, _, too := quantity.Plain(b)
	if number && too {
		return cmp.Compare(x, y)
	}
	return strings.Compare(a, b)
}

// A step is the extremes of one column in one step.
type step struct {
	some, lacks    bool
	low, high, gap int // rows
	least, most    float64
}

func (s *step) add(row int, v float64) {
	switch {
	case math.IsNaN(v):
		if !s.lacks {
			s.lacks, s.gap = true, row
		}
		return
	case !s.some:
		s.some, s.low, s.high, s.least, s.most = true, row, row, v, v
	case v < s.least:
		s.low, s.least = row, v
	case v > s.most:
		s.high, s.most = row, v
	}
}

func (s *step) mark(picked []bool) {
	if s.some {
		picked[s.low], picked[s.high] = true, true
	}
	if s.lacks {
		picked[s.gap] = true
	}
}

// fill chooses the first rows of a step besides those that are, until there are enough.
func fill(step []bool, enough int) {
	for _, yes := range step {
		if yes {
			enough--
		}
	}
	for i := 0; i < len(step) && enough > 0; i++ {
		if !step[i] {
			step[i] = true
			enough--
		}
	}
}

// Into how many places the axes of a cloud of very many dots are parted: each is smaller
// than a dot. So many series have places of their own.
const (
	placesAcross = 300
	placesUp     = 200
	mostGroups   = 8
)

// dots chooses one dot of each series in each place, those that are farthest out, and
// the rows that lack a number, which a note names; none where other cells are there.
func (r *reader) dots(log bool) (picked []bool) {
	n := r.rows.Len()
	xs, ys, groups := make([]float64, n), make([]float64, n), make([]uint8, n)
	var across, up step
	known := map[string]uint8{}
	for row := range n {
		ok := r.read(row)
		if ok {
			xs[row], ok = numberOf(r.cells[0])
		}
		if ok {
			ys[row], ok = numberOf(r.cells[1])
		}
		if !ok {
			return nil
		}
		if log {
			ys[row] = math.Log(ys[row])
		}
		across.add(row, xs[row])
		up.add(row, ys[row])
		if len(r.cells) > 2 {
			if _, ok := known[r.cells[2]]; !ok {
				known[strings.Clone(r.cells[2])] = uint8(min(len(known), mostGroups))
			}
			groups[row] = known[r.cells[2]]
		}
	}
	if len(known) > mostGroups {
		return nil
	}
	picked = make([]bool, n)
	across.mark(picked)
	up.mark(picked)
	var taken [mostGroups][placesAcross][placesUp]bool
	for row := range n {
		x, y := across.place(xs[row], placesAcross), up.place(ys[row], placesUp)
		if x < 0 || y < 0 {
			picked[row] = true
			continue
		}
		at := &taken[groups[row]][x][y]
		picked[row] = picked[row] || !*at
		*at = true
	}
	return picked
}

// place is in which of n places between the extremes a number stands, -1 for one that is
// missing.
func (s *step) place(v float64, n int) int {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return -1
	}
	if s.most == s.least {
		return 0
	}
	return int((v - s.least) / (s.most - s.least) * float64(n-1))
}
