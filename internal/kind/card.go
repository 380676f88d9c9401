package kind

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// A Card is one number of a dashboard with its texts.
type Card struct {
	Title   string
	Value   string // without its unit
	Unit    string
	Change  string        // +1.24 个百分点, or ""
	Against string        // what the change is measured from: 较上年, 较目标 95%
	Delta   float64       // the change, in the unit of the value
	Stated  bool          // the report prints the change
	Good    int           // 1: the change is welcome, -1: it is not, 0: neither
	Level   string        // poor, fair or good, by the limits of the card; or ""
	Rating  string        // the level in a word, with its sign and what it covers
	Target  string        // 目标 95%, when the change is measured from something else
	Trend   []chart.Datum // the value in each period, when the card tells them
	Peers   *Peers        // the others, when it stands among them
	Note    string
	Quoted  Quoted // the number, and its source line
}

// ResolveCard decides what a card shows of its data, which has one row, or one
// for each period when the card tells a trend, or one for each member that the
// own stands among.
func ResolveCard(c spec.Card, data series.Frame, o Options) (Card, diag.List) {
	card := Card{Title: typeset.Text(c.Title.V), Note: typeset.Text(c.Note.V)}
	if c.Trend.V != "" || c.Among.V != "" { // a total is no period and no member
		data.Rows = slices.DeleteFunc(slices.Clone(data.Rows), func(r series.Row) bool { return r.Total })
		latestLast(data, c.Trend.V)
	}
	value := numberColumn(c.Value, c.Title, data)
	if c.Compare.V+c.Trend.V+c.Among.V+c.Target.V == "" {
		c.Compare.V = yearBefore(value.V, data)
	}
	f := &spec.Figure{
		Chart: spec.At[string]{V: "kpi", Pos: c.Title.Pos}, Data: c.Data, Value: []spec.At[string]{value},
		Compare: c.Compare, Target: c.Target, Format: c.Format,
	}
	f.Path = c.Title.Pos.File
	d := newBuilder(f, data, o)
	if c.Among.V != "" {
		ownCard(d, &card, c)
		return card, d.problems
	}
	if n := len(data.Rows); n == 0 || n > 1 && c.Trend.V == "" {
		d.problems.Errorf(c.Title.Pos, "one-row", "a card shows one row, and its data has %d", n).Hintf("narrow the data with where, or name the column of the periods as trend, that of the members as among")
		return card, d.problems
	}
	all, ok := meters(d)
	if !ok {
		return card, d.problems
	}
	one := all[len(all)-1]
	card.Quoted = quoted(d, one)
	rateCard(d, &card, c, one)
	if number(&card, one); one.value.Missing {
		return card, d.problems
	}
	earlier := c.Compare.V
	if c.Trend.V != "" {
		card.Trend = trendOf(d, c, all)
		last, likened := before(card.Trend)
		if last >= 0 && one.compare == nil && one.stated == nil && !all[last].value.Missing {
			one.compare, earlier = &all[last].value, card.Trend[last].Name
			if !likened {
				unlike(d, &c, earlier, card.Trend[len(all)-1].Name)
			}
		}
	}
	if times := []string{earlier, value.V}; areTimes(times) && notation.WithoutYears(times[0]) != notation.WithoutYears(times[1]) {
		unlike(d, &c, earlier, value.V)
	}
	compare(d, &card, one, earlier, c.Good.V)
	return card, d.problems
}

// latestLast puts the rows of a trend, which many files hold latest first, into the order
// of their times.
func latestLast(data series.Frame, trend string) {
	col := slices.IndexFunc(data.Columns, func(c series.Column) bool { return c.Name == trend })
	if col < 0 {
		return
	}
	rows := slices.Clone(data.Rows)
	var names []string
	for _, r := range rows {
		names = append(names, name(r.Cells[col]))
	}
	order, _ := timeOrder(names)
	for i, from := range order {
		data.Rows[i] = rows[from]
	}
}

// unlike tells that good is in vain where a card compares two seasons: an autumn is no better or worse
// than a spring.
func unlike(d *builder, c *spec.Card, earlier, own string) {
	if c.Good.V == "up" || c.Good.V == "down" {
		p := d.problems.Warnf(c.Good.Pos, "unlike-seasons", "%s is another season than %s, and neither better nor worse", earlier, own)
		p.Severity = diag.Fact
		p.Hintf("compare with the same season, or leave good out")
	}
	c.Good.V = ""
}

func areTimes(names []string) bool {
	_, ok := notation.Times(names)
	return ok
}

// yearBefore is the column that has the number of one row the year before: 2022年 beside
// 2023年; "" where there is none.
func yearBefore(value string, data series.Frame) (column string) {
	at := slices.IndexFunc(data.Columns, func(c series.Column) bool { return c.Name == value })
	if at < 0 || len(data.Rows) != 1 {
		return ""
	}
	for i, c := range data.Columns {
		own, other := data.Rows[0].Cells[at], data.Rows[0].Cells[i]
		alike := other.Kind == series.Number && own.Unit == other.Unit && data.Columns[at].Unit == c.Unit
		if _, ok := notation.Before([]string{c.Name, value}); ok && alike && c.Name > column {
			column = c.Name
		}
	}
	return column
}

// before is the period that the last one is held against, and whether they are alike:
// a season is like that of another year. It is -1 where there is none.
func before(trend []chart.Datum) (at int, alike bool) {
	var names []string
	for _, d := range trend {
		names = append(names, d.Name)
	}
	if i, ok := notation.Before(names); ok {
		return i, true
	}
	at = len(trend) - 2
	return at, at >= 0 && notation.WithoutYears(names[at]) == notation.WithoutYears(names[at+1])
}

// number writes the value of a card and its unit.
func number(card *Card, one meter) {
	card.Value, card.Unit = one.value.short, one.m.unit
	if card.Unit != perOne && card.Unit != "" && card.Unit[0] >= '0' && card.Unit[0] <= '9' {
		card.Unit = "× " + card.Unit
	}
	switch {
	case one.value.Missing:
		card.Unit = ""
	case card.Unit == "%" || card.Unit == "‰": // which the number text carries
		card.Value = strings.Replace(card.Value, card.Unit, "", 1)
	case card.Unit == ":": // a ratio, which reports print without what it is to
		card.Unit = ":1"
	case card.Unit == perOne:
		card.Value, card.Unit = perOne+card.Value, ""
	}
}

// trendOf are the values of a card over time.
func trendOf(d *builder, c spec.Card, all []meter) []chart.Datum {
	col, ok := d.role("trend", c.Trend)
	if !ok {
		return nil
	}
	var data []chart.Datum
	for i, one := range all {
		datum := one.value.Datum
		datum.Name = typeset.Text(name(d.data.Rows[i].Cells[col]))
		data = append(data, datum)
	}
	return data
}

// compare measures the change from the earlier value, or from the target.
func compare(d *builder, card *Card, one meter, earlier, good string) {
	base, name, aim := one.compare, earlier, ""
	if one.target != nil {
		aim = aimText(d, one)
	}
	switch {
	case one.stated != nil:
		card.Target, card.Stated = aim, true
		card.Delta, card.Change, name = one.stated.delta, one.stated.text, one.stated.from
	case base != nil:
		card.Target = aim
	case one.target != nil:
		base, name = one.target, aim
	default:
		return
	}
	if !card.Stated {
		card.Delta = quantity.Round(one.value.Y - base.Y)
		card.Change = signedChange(d, one.m, card.Delta)
	}
	card.Against = typeset.Text(d.say("较", "vs ") + name)
	switch {
	case card.Delta == 0 || good != "up" && good != "down":
	case (card.Delta > 0) == (good == "up"):
		card.Good = 1
	default:
		card.Good = -1
	}
}

// signedChange is a difference with its sign and unit.
func signedChange(d *builder, m matrix, v float64) string {
	text := strings.TrimSuffix(m.at(v), "%")
	if v > 0 {
		text = "+" + text
	}
	return difference(text, m.unit, d.chart.Lang)
}

// difference is the number of a difference with its unit: percentages differ by points.
func difference(number, unit, lang string) string {
	switch {
	case strings.HasPrefix(unit, ":"), unit == perOne: // 17.9 : 1 and 18.4 : 1 differ by 0.5
		return number
	case unit != "%":
		return withUnit(number, unit)
	case lang == "en":
		return number + " points"
	}
	return typeset.Text(number + "个百分点")
}

// DifferenceText is a difference of two values, as precise as they are printed.
func DifferenceText(v series.Value, lang string) string {
	return difference(format{decimals: asPrinted}.number(v.Num, v.Decimals), v.Unit, lang)
}

// CellText is a value as a table shows it: with its unit, as precise as printed.
func CellText(v series.Value, lang string) string {
	switch {
	case v.Kind == series.Missing && strings.HasPrefix(lang, "en"):
		return "no data"
	case v.Kind == series.Missing:
		return "无数据"
	case v.Kind == series.Number && v.Unit != "":
		if v.Unit == ":" {
			v.Unit = ratioUnit(series.Frame{Rows: []series.Row{{Cells: []series.Value{v}}}}, 0)
		}
		return measure{format: format{decimals: asPrinted}, unit: v.Unit}.full(v)
	}
	return typeset.Text(name(v))
}

// rateCard rates the number of a card, whose good may also say what a change is.
func rateCard(d *builder, card *Card, c spec.Card, one meter) {
	if len(c.Limits) == 0 || one.value.Missing {
		return
	}
	if l, ok := readThresholds(d, c.Limits, c.Good, one.m); ok {
		is := l.of(one.value.Y)
		card.Level = [...]string{"poor", "fair", "good"}[is]
		card.Rating = levelName(d, l, is)
	}
}

// ownCard is the card of one among others: the change is from their median.
func ownCard(d *builder, card *Card, c spec.Card) {
	one, peers, ok := among(d, c)
	if !ok {
		return
	}
	card.Quoted, card.Peers = quoted(d, one), peers
	number(card, one)
	rateCard(d, card, c, one)
	if one.value.Missing || len(peers.Values) == 0 {
		return
	}
	middle := cell{v: series.Value{Kind: series.Number, Num: peers.Median}}
	middle.Y = peers.Median
	one.compare = &middle
	compare(d, card, one, d.say("中位数", "the median"), c.Good.V)
}
