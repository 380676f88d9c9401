package lint

import (
	"cmp"
	"math"
	"strconv"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/quantity"
	"charts/internal/series"
	"charts/internal/spec"
)

// differ is the rule that looks at several figures.
const differ = "values-differ"

// A Shown is a value that a figure or a page shows of one cell of a report.
type Shown struct {
	At    spec.At[string] // where its spec asks for it
	By    string          // the figure or page
	Cell  Cell
	Value series.Value // with the unit that it is shown in

	Accepted string // the reason why it may differ
}

// A Cell is a place in a table of a report.
type Cell struct {
	Report, Table string
	Line          int
	Quote         string // of the row: a file may have all of them in one line
	Column        string
}

// MayDiffer is the reason why values may differ from those that others show, or "".
func MayDiffer(accepted []spec.Exception) string {
	for _, e := range accepted {
		if e.Rule.V == differ {
			return e.Reason.V
		}
	}
	return ""
}

// ShownBy are the values that a figure shows of single cells. A line that it shows
// twice says nothing of one cell.
func ShownBy(f *spec.Figure, frame series.Frame) (all []Shown) {
	reason := MayDiffer(f.Accept)
	times := map[series.Source]int{}
	for _, row := range frame.Rows {
		for _, s := range row.Sources {
			times[s]++
		}
	}
	for _, at := range valuesAt(f) {
		col := column(frame, at.V)
		if col < 0 || frame.Columns[col].Key != "" {
			continue
		}
		for _, row := range frame.Rows {
			v := row.Cells[col]
			if len(row.Sources) != 1 || times[row.Sources[0]] > 1 || v.Kind != series.Number {
				continue
			}
			v.Unit = unitOf(f, frame.Columns[col].Unit, []series.Value{v})
			s := row.Sources[0]
			all = append(all, Shown{at, f.ID, Cell{s.Report, s.Table, s.Line, s.Quote, at.V}, v, reason})
		}
	}
	return all
}

// valuesAt are where a figure names columns that may hold numbers.
func valuesAt(f *spec.Figure) []spec.At[string] {
	all := append([]spec.At[string]{f.X, f.Y, f.Target, f.Compare}, f.Value...)
	for _, c := range f.Columns {
		all = append(all, c.Name)
	}
	return all
}

// Differing finds cells of which two of some values are not the same, as far as
// they are printed. The first is taken for the usual one.
func Differing(all []Shown) (problems diag.List) {
	first := map[Cell]Shown{}
	for _, s := range all {
		f, seen := first[s.Cell]
		if !seen {
			first[s.Cell] = s
			continue
		}
		if same(f.Value, s.Value) {
			continue
		}
		p := problems.Warnf(s.At.Pos, differ, "%s shows %s for %s in line %d of %s, and %s shows %s",
			s.By, withUnit(s.Value), s.Cell.Column, s.Cell.Line, s.Cell.Report, f.By, withUnit(f.Value))
		p.Hint = message.Of(fixOf(differ))
		if reason := cmp.Or(s.Accepted, f.Accepted); reason != "" {
			p.Severity = diag.Fact
			p.Hintf("accepted: %s", reason)
		}
		p.See = []diag.Note{{Pos: f.At.Pos, Text: message.Of("the other")}, {Pos: diag.Pos{File: s.Cell.Report, Line: s.Cell.Line}, Text: message.Of("the line")}}
	}
	return problems
}

func fixOf(rule string) message.Format {
	for _, r := range Rules {
		if r.Name == rule {
			return r.Fix
		}
	}
	return ""
}

func withUnit(v series.Value) string {
	return strconv.FormatFloat(v.Num, 'f', -1, 64) + v.Unit
}

// same reports whether two values can be one: rounded as the other is, in its
// unit. A number without a unit may have any, and two units of different kinds
// cannot be held against each other.
func same(a, b series.Value) bool {
	if a.Unit == "" || b.Unit == "" || a.Unit == b.Unit {
		return near(a.Num, b.Num, min(decimals(a), decimals(b)))
	}
	p, ok := quantity.Parse(withUnit(a))
	q, also := quantity.Parse(withUnit(b))
	if !ok || !also || p.Unit.Dimension != q.Unit.Dimension {
		return true
	}
	inB, err := p.Convert(b.Unit)
	inA, err2 := q.Convert(a.Unit)
	return err != nil || err2 != nil || near(inB.Float(), b.Num, decimals(b)) || near(inA.Float(), a.Num, decimals(a))
}

// near reports whether two numbers are one, rounded or cut off to so many decimals.
func near(a, b float64, decimals int) bool {
	return math.Abs(a-b) <= math.Pow10(-decimals)*(1-1e-6) || a == b
}

// decimals are the digits of a number after the point.
func decimals(v series.Value) int {
	if v.Decimals >= 0 {
		return v.Decimals
	}
	q, _ := quantity.Parse(strconv.FormatFloat(v.Num, 'f', -1, 64))
	return q.Decimals
}
