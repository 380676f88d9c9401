package kind

import (
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// A statedChange is a change that the report prints itself: 比上年增长 13.3%.
type statedChange struct {
	from  string // what it is measured from: 上年
	text  string // +13.3%
	delta float64
}

// The names of columns that hold changes. The groups are what a change is measured
// from, and the words of growth and of loss.
var (
	growth    = regexp.MustCompile(`^(?:(?:比|较)(上年(?:末|同期)?|去年(?:末|同期)?|上一?[届期月]|年初|` + notation.YearDigits + `[年届])|(同比|环比))(?:(增长|增加|增减|提高|提升|上升|上涨|增速|增幅)|(减少|下降|降低|下跌|降幅))(?:率|幅度)?$`)
	growthOn  = regexp.MustCompile(`^(?i:growth|increase|rise|change) (?:from|on|over|since) (.+)$`)
	declineOn = regexp.MustCompile(`^(?i:decrease|decline|fall|drop) (?:from|on|over|since) (.+)$`)
)

// statedIn reads the name of a column of changes: what they are measured from, and
// whether they are of growth or of loss; 0 when it names something else.
func statedIn(name string) (from string, sign float64) {
	if m := growthOn.FindStringSubmatch(name); m != nil {
		return m[1], 1
	}
	if m := declineOn.FindStringSubmatch(name); m != nil {
		return m[1], -1
	}
	m := growth.FindStringSubmatch(notation.Fold(name))
	if m == nil {
		return "", 0
	}
	if sign = 1; m[4] != "" {
		sign = -1
	}
	switch m[2] {
	case "同比":
		return "上年同期", sign
	case "环比":
		return "上期", sign
	}
	return m[1], sign
}

// stated is the change that a row prints beside its value, or nil.
func stated(d *builder, at spec.At[string], row series.Row, value series.Value) (*statedChange, bool) {
	from, sign := statedIn(at.V)
	if sign == 0 {
		return nil, true
	}
	col, ok := numberRole(d, "column", at)
	if !ok || row.Cells[col].Kind != series.Number {
		return nil, ok
	}
	v := row.Cells[col]
	v.Num *= sign
	s := &statedChange{from: from, delta: v.Num, text: withUnit(format{decimals: asPrinted}.number(v.Num, v.Decimals), v.Unit)}
	if v.Num > 0 {
		s.text = "+" + s.text
	}
	if v.Unit == "%" && value.Unit != "%" && v.Num > -100 { // of an amount it is a share of what was before
		s.delta = value.Num - value.Num/(1+v.Num/100)
	}
	s.text = typeset.Text(s.text)
	return s, true
}
