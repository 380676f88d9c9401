package chart

import (
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/series"
	"charts/internal/spec"
)

// A Card is one number of a dashboard with everything that is written beside it.
type Card struct {
	Title   string
	Value   string // without its unit
	Unit    string
	Change  string // +1.93 个百分点, or ""
	Against string // 较上年 36.69%, 目标 95%
	Delta   float64
	Good    int // 1 the change is welcome, -1 it is not, 0 nobody says
	Note    string
	Source  string
}

// ResolveCard decides the texts of a card. The value is in the first row.
func ResolveCard(c spec.Card, data series.Frame, o Options) (Card, diag.List) {
	d := newDraft(&spec.Figure{Format: c.Format}, data, o)
	card := Card{Title: typeset(c.Title.V), Note: typeset(c.Note.V)}
	col := d.cardColumn(c)
	if d.problems.HasErrors() {
		return card, d.problems
	}
	row := data.Rows[0]
	v := row.Cells[col]
	f, _ := parseFormat(c.Format.V)
	m := chooseMeasure(v.Unit, f, v.Num)
	card.Unit = m.unit
	card.Value = typeset(qualified(m.number(scaled(v.Num, m.up), m.decimalsOf(v)), v.Qualifier))
	card.Source = d.sourceLine()
	if other, name, ok := d.cardOther(c, row); ok {
		card.compare(c, m, v, other, name, d)
	}
	return card, d.problems
}

// cardColumn is the column of the card's value.
func (d *draft) cardColumn(c spec.Card) int {
	if len(d.data.Rows) == 0 {
		d.problems.Errorf(c.Data.Pos, "no-rows", "no value for the card %q", c.Title.V)
		return 0
	}
	var numbers, names []string
	at := -1
	for i, col := range d.data.Columns {
		names = append(names, col.Name)
		if d.data.Rows[0].Cells[i].Kind == series.Number {
			numbers = append(numbers, col.Name)
			if !c.Value.Set() || c.Value.V == col.Name {
				at = i
			}
		}
	}
	switch {
	case c.Value.Set() && at < 0:
		d.errorAt(c.Value, "unknown-column", "no column %q with a number", c.Value.V).Hint = "it has " + strings.Join(names, ", ")
	case at < 0:
		d.problems.Errorf(c.Data.Pos, "no-number", "no number for the card %q: it has %s", c.Title.V, strings.Join(names, ", "))
	case !c.Value.Set() && len(numbers) > 1:
		d.problems.Errorf(c.Data.Pos, "which-value", "the card %q has several numbers: %s", c.Title.V, strings.Join(numbers, ", ")).Hint = "say which with value:"
	}
	return max(at, 0)
}

// cardOther is the value to compare with, and what to call it.
func (d *draft) cardOther(c spec.Card, row series.Row) (v series.Value, name string, ok bool) {
	at := c.Compare
	if c.Target.Set() {
		at = c.Target
	}
	if !at.Set() {
		return v, "", false
	}
	if num, err := strconv.ParseFloat(at.V, 64); err == nil && c.Target.Set() {
		return series.Value{Kind: series.Number, Num: num, Decimals: asPrinted}, d.say("目标", "target"), true
	}
	for i, col := range d.data.Columns {
		if col.Name != at.V {
			continue
		}
		name = d.say("较", "from ") + col.Name
		if c.Target.Set() {
			name = d.say("目标", "target")
		}
		return row.Cells[i], name, row.Cells[i].Kind == series.Number
	}
	d.errorAt(at, "unknown-column", "no column %q", at.V)
	return v, "", false
}

// compare writes the change from another value. The difference of two shares is
// in percentage points.
func (card *Card) compare(c spec.Card, m measure, v, other series.Value, name string, d *draft) {
	diff, decimals := v.Num-other.Num, max(v.Decimals, other.Decimals)
	unit := m.unit
	if unit == "%" {
		unit = d.say("个百分点", "pp")
	}
	s := m.number(scaled(diff, m.up), m.decimalsOf(series.Value{Decimals: decimals}))
	card.Delta, _ = strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(s, "−", "-"), ",", ""), 64)
	if card.Delta > 0 {
		s = "+" + s
	}
	card.Change = typeset(s + unit)
	other.Unit = m.unit
	card.Against = typeset(name + " " + m.full(other))
	switch {
	case card.Delta == 0 || c.Good.V == "" || c.Good.V == "none":
	case (card.Delta > 0) == (c.Good.V == "up"):
		card.Good = 1
	default:
		card.Good = -1
	}
}

// CellText is a value as a table shows it: the digits that the report printed.
func CellText(v series.Value, lang string) string {
	switch v.Kind {
	case series.Number:
		return measure{format: format{decimals: asPrinted}, unit: v.Unit}.short(v)
	case series.Text:
		return v.Text
	}
	if lang == "en" {
		return "no data"
	}
	return "无数据"
}
