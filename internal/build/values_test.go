package build

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/kind"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"

	"github.com/shopspring/decimal"
)

// TestEveryNumberIsPrintedOrComputed draws random tables of every kind of cell in
// every kind of file. Each number that data, its CSV and a figure show is the
// printed one, or marked as computed and what an independent sum gives; what is
// no number is refused by name.
func TestEveryNumberIsPrintedOrComputed(t *testing.T) {
	for seed := range uint64(150) {
		checkTable(t, seed, seed^0x5bd1)
	}
}

// FuzzEveryNumberIsPrintedOrComputed looks for longer.
func FuzzEveryNumberIsPrintedOrComputed(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { checkTable(t, a, b) })
}

func checkTable(t *testing.T, a, b uint64) {
	t.Helper()
	s := newSample(rand.New(rand.NewPCG(a, b)))
	rows := s.rows()
	path, src := s.file(rows)
	doc := &report.Document{Path: "r.md"}
	if s.format == "md" || s.format == "html" {
		parsed, problems := report.Parse("", path, src)
		if doc = parsed; problems.HasErrors() || len(doc.Tables) != 1 {
			t.Fatalf("%d %d: %v in\n%s", a, b, problems, src)
		}
	}
	store, err := series.NewStore([]*report.Document{doc}, func(string) ([]byte, error) { return src, nil })
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	c := check{t: t, sample: s, store: store, where: fmt.Sprintf("%d %d %s\n%q", a, b, path, rows), data: "{table: 表 1}"}
	if path != "r.md" && path != "r.html" {
		c.data = "{file: " + path + "}"
	}
	c.table()
	for col := range s.heads {
		c.bars(col)
		c.sums(col)
	}
}

// A check asks for figures of a sample.
type check struct {
	t *testing.T
	sample
	store *series.Store
	where string
	data  string
}

func (c check) fail(format string, args ...any) {
	c.t.Helper()
	c.t.Fatalf("%s\n%s", fmt.Sprintf(format, args...), c.where)
}

// ask gives the frame of a figure, or the problems that refuse it.
func (c check) ask(lines string) (*spec.Figure, series.Frame, string) {
	f, problems := spec.ParseFigure("f.yaml", []byte("title: 图\n"+lines))
	if problems.HasErrors() {
		c.fail("%s: %v", lines, problems)
	}
	frame, problems := c.store.Figure(context.Background(), f)
	if problems.HasErrors() {
		return f, frame, fmt.Sprint(problems)
	}
	return f, frame, ""
}

// has reports whether a column has a cell of a kind.
func (c check) has(col int, kind series.Kind) string {
	for _, m := range c.cells[col] {
		if m.kind == kind {
			return m.text
		}
	}
	return ""
}

// table holds what data and its CSV show against the cells.
func (c check) table() {
	_, frame, refused := c.ask("chart: table\ndata: " + c.data + "\ncolumns: [名称, " + strings.Join(c.heads, ", ") + "]\n")
	unread := ""
	for col := range c.heads {
		if unread == "" {
			unread = c.has(col, series.NotRead)
		}
	}
	if refused != "" || unread != "" {
		if unread == "" || !strings.Contains(refused, unread) {
			c.fail("the table is refused with %q, and holds %q", refused, unread)
		}
		return
	}
	d := dataOf("f", frame, func(s string) string { return s })
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(d.CSV(), []byte("\ufeff")))).ReadAll()
	if err != nil || len(d.Rows) != len(c.names) || len(records) != len(c.names)+1 {
		c.fail("%d rows, %d records for %d names: %v", len(d.Rows), len(records), len(c.names), err)
	}
	for i, row := range d.Rows {
		for col := range c.heads {
			m, cell, v := c.cells[col][i], row.Cells[col+1], frame.Rows[i].Cells[col+1]
			written := strings.TrimPrefix(records[i+1][col+1], "'")
			switch {
			case cell.Kind != m.kind || row.Computed:
				c.fail("%s of %s is %q of kind %d, computed %v", m.text, c.names[i], cell.Text, cell.Kind, row.Computed)
			case m.kind == series.Number && !same(cell.Text, v.Unit, m):
				c.fail("%s of %s is %s %s, not %s %s", m.text, c.names[i], cell.Text, v.Unit, m.value, m.unit)
			case written != cell.Text:
				c.fail("%s of %s is %q in the CSV", m.text, c.names[i], written)
			}
		}
	}
}

// same reports whether a number with a unit is what a cell means.
func same(number, unit string, m meaning) bool {
	n, err := decimal.NewFromString(number)
	return err == nil && n.Equal(m.value) && unit == m.unit
}

// bars holds the labels and lengths of bars against the cells.
func (c check) bars(col int) {
	f, frame, refused := c.ask("chart: bar\ndata: " + c.data + "\ncategory: 名称\nvalue: " + c.heads[col] + "\nlabels: true\n")
	var drawn *chart.Chart
	if refused == "" {
		resolved, problems := kind.Resolve(f, frame, kind.Options{})
		if drawn = resolved; problems.HasErrors() {
			refused = fmt.Sprint(problems)
		}
	}
	for _, kind := range []series.Kind{series.NotRead, series.Text} {
		if text := c.has(col, kind); text != "" {
			if !strings.Contains(refused, strings.Trim(fmt.Sprintf("%q", text), `"`)) {
				c.fail("%s is refused with %q, which does not name %q", c.heads[col], refused, text)
			}
			c.withoutTexts(col)
			return
		}
	}
	if refused != "" {
		if !c.onlyMissing(col) {
			c.fail("%s is refused: %s", c.heads[col], refused)
		}
		return
	}
	for _, p := range drawn.Panels {
		for _, mark := range p.Marks {
			if b, ok := mark.(chart.Bars); ok && b.Name != "" {
				c.barsOf(col, b.Data)
			}
		}
	}
}

// withoutTexts leaves out the rows that were refused: only those that are used
// count.
func (c check) withoutTexts(col int) {
	var names []string
	numbers := 0
	for i, m := range c.cells[col] {
		switch m.kind {
		case series.NotRead, series.Text:
			names = append(names, "'"+c.names[i]+"'")
		case series.Number:
			numbers++
		}
	}
	data := strings.TrimSuffix(c.data, "}") + ", where: \"名称 NOT IN (" + strings.Join(names, ", ") + ")\"}"
	f, frame, refused := c.ask("chart: bar\ndata: " + data + "\ncategory: 名称\nvalue: " + c.heads[col] + "\n")
	if numbers == 0 {
		return
	}
	if _, problems := kind.Resolve(f, frame, kind.Options{}); refused != "" || problems.HasErrors() {
		c.fail("without %v %s is refused: %s %v", names, c.heads[col], refused, problems)
	}
}

func (c check) onlyMissing(col int) bool {
	for _, m := range c.cells[col] {
		if m.kind != series.Missing {
			return false
		}
	}
	return true
}

func (c check) barsOf(col int, data []chart.Datum) {
	for _, d := range data {
		for i, name := range c.names {
			m := c.cells[col][i]
			if strings.ReplaceAll(d.Name, " ", "") != strings.ReplaceAll(name, " ", "") || d.Missing != (m.kind == series.Missing) {
				continue
			}
			if !d.Missing && !rounds(d.Text, m) {
				c.fail("%s of %s is drawn as %s", m.text, name, d.Text)
			}
		}
	}
}

// magnitudes are the words before a unit that multiply it.
var magnitudes = map[string]int32{"": 0, "万": 4, "亿": 8}

// rounds reports whether a label is what a cell means, rounded to its digits.
func rounds(label string, m meaning) bool {
	s := strings.NewReplacer(",", "", "−", "-", " ", "", "\u00a0", "", "\u2009", "", "\u202f", "").Replace(label)
	end := strings.LastIndexAny(s, "0123456789") + 1
	n, err := decimal.NewFromString(s[:end])
	if err != nil {
		return false
	}
	for word, up := range magnitudes {
		for base, down := range magnitudes {
			if stem, ok := strings.CutPrefix(m.unit, base); ok && s[end:] == word+stem {
				exact := m.value.Shift(down - up)
				return exact.Round(max(0, -n.Exponent())).Equal(n) && (n.IsZero() == exact.IsZero())
			}
		}
	}
	return false
}

// sums holds what SQL computes against an independent sum.
func (c check) sums(col int) {
	name := c.heads[col]
	_, frame, refused := c.ask("chart: table\ndata:\n  inputs: {t: " + c.data + "}\n  sql: SELECT sum(" + name + ") AS 和, max(" + name + ") AS 大, count(" + name + ") AS 数 FROM t\ncolumns: [和, 大, 数]\n")
	for _, kind := range []series.Kind{series.NotRead, series.Text} {
		if text := c.has(col, kind); text != "" {
			if !strings.Contains(refused, "is no number") {
				c.fail("the sum of %s is not refused but %v: %q", name, frame.Rows, refused)
			}
			return
		}
	}
	if refused != "" {
		c.fail("the sum of %s is refused: %s", name, refused)
	}
	sum, largest, count := decimal.Zero, decimal.New(-1, 18), 0
	for _, m := range c.cells[col] {
		if m.kind == series.Number {
			sum, largest, count = sum.Add(m.value), decimal.Max(largest, m.value), count+1
		}
	}
	cells := frame.Rows[0].Cells
	switch {
	case count == 0 && cells[0].Kind == series.Missing && cells[1].Kind == series.Missing && cells[2].Num == 0:
	case !cells[0].Computed || !keeps(cells[0].Num, sum):
		c.fail("the sum of %s is %v, not %s", name, cells[0], sum)
	case !decimal.NewFromFloat(cells[1].Num).Equal(largest) || int(cells[2].Num) != count:
		c.fail("the largest of %s is %v, not %s; %v of %d", name, cells[1], largest, cells[2], count)
	}
}

// keeps reports whether a number is an exact one, or one of more than 15 digits
// exactly rounded to at least 12.
func keeps(n float64, exact decimal.Decimal) bool {
	d := decimal.NewFromFloat(n)
	if d.Equal(exact) {
		return true
	}
	for digits := 12; digits <= 15 && exact.NumDigits() > 15; digits++ {
		if exact.Round(int32(digits - exact.NumDigits() - int(exact.Exponent()))).Equal(d) {
			return true
		}
	}
	return false
}
