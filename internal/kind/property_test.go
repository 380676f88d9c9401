package kind

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"

	"github.com/shopspring/decimal"
)

// Every number that a figure shows is a value of its frame, exactly rounded and in
// its unit, or is computed, says so, and is what another way of computing gives.
func TestNumbersAreThoseOfTheFrame(t *testing.T) {
	drawn := map[string]int{}
	for seed := range uint64(3000) {
		if kind, ok := holdsNumbers(t, seed); ok {
			drawn[kind]++
		}
	}
	for _, kind := range Kinds() {
		if drawn[kind] < 15 && kind != "map" {
			t.Errorf("%s was drawn %d times: the frames try nothing of it", kind, drawn[kind])
		}
	}
}

func FuzzNumbersAreThoseOfTheFrame(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { holdsNumbers(t, seed) })
}

// holdsNumbers draws a figure of random values; ok is false where it is refused.
func holdsNumbers(t *testing.T, seed uint64) (kind string, ok bool) {
	r := rand.New(rand.NewPCG(seed, 7))
	f, data := randomFigure(r)
	o := Options{Form: []chart.Form{chart.Report, chart.Slide, chart.Screen}[r.IntN(3)]}
	c, problems := Resolve(f, data, o)
	if problems.HasErrors() {
		for _, p := range problems {
			if p.Rule == "lost-row" || p.Text.String() == "" {
				t.Errorf("seed %d: %s", seed, said(problems))
			}
		}
		return f.Chart.V, false
	}
	w := witness{c: c, f: f, data: data}
	w.marks()
	w.words()
	for _, fault := range w.faults {
		t.Errorf("seed %d, %s of %s: %s", seed, o.Form, f.Chart.V, fault)
	}
	return f.Chart.V, len(c.Panels) > 0
}

// A witness holds what a chart says against its frame.
type witness struct {
	c      *chart.Chart
	f      *spec.Figure
	data   series.Frame
	known  map[string]bool // the digits that the marks account for
	faults []string
}

func (w *witness) fault(format string, args ...any) {
	w.faults = append(w.faults, fmt.Sprintf(format, args...))
}

// marks holds the texts of all data against their rows.
func (w *witness) marks() {
	w.known = map[string]bool{}
	w.targets()
	for _, row := range w.data.Rows {
		for _, v := range row.Cells {
			if v.Kind == series.Text {
				w.know(v.Text)
			}
		}
	}
	for _, p := range w.c.Panels {
		for _, a := range []chart.Axis{p.X, p.Y, p.Y2} {
			w.axis(a)
		}
		for _, m := range p.Marks {
			_, data := chart.ValuesOf(m)
			for _, d := range data {
				w.datum(d)
				w.place(p, m, d)
			}
			if s, ok := m.(chart.Slices); ok && s.Sub != "" && s.Title != "" && w.c.Kind == "donut" {
				w.total(s)
			}
		}
	}
}

// targets are the numbers that values are held against: they are beside the marks.
func (w *witness) targets() {
	if w.f.Target.V == "" {
		return
	}
	for _, aim := range regexp.MustCompile(w.f.Target.V+`[：\s\x{2009}]([^。]*)。`).FindAllStringSubmatch(w.c.Alt, -1) {
		for _, text := range strings.Split(aim[1], "、") {
			text, _, _ = strings.Cut(strings.TrimPrefix(text, "甲 "), "等 ")
			if digits := numberText.FindAllString(text, -1); len(digits) > 0 && !w.isValue(text, w.allRows()) && !w.areDigits(digits[0]) {
				w.fault("the target %q is no value", text)
			}
			w.know(text)
		}
	}
}

func (w *witness) allRows() []int {
	rows := make([]int, len(w.data.Rows))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

func (w *witness) know(text string) {
	for _, digits := range numberText.FindAllString(text, -1) {
		w.known[strings.TrimLeft(digits, "+")] = true
	}
}

var numberText = regexp.MustCompile(`[−+]?\d[\d,]*(?:\.\d+)?`)

// datum holds one datum against its rows: each of its texts, then its share, then
// the digits of its label.
func (w *witness) datum(d chart.Datum) {
	w.know(d.Name + strings.Join(d.Path, " "))
	w.know(d.Share)
	w.share(d)
	if w.c.Kind == "histogram" && d.Y == 0 {
		w.know(d.Text)
	}
	if d.Missing || d.Text == "" || len(d.Rows) == 0 {
		return
	}
	for _, text := range strings.Split(d.Text, "，") {
		if len(numberText.FindAllString(text, -1)) == 0 { // a name, in a table
			continue
		}
		if !w.isValue(text, d.Rows) && !w.isSpread(text, d.Name) && !(d.Computed && w.isSum(text, d.Rows)) && !(w.countsRows() && plainDigits(text) == fmt.Sprint(len(d.Rows))) {
			w.fault("%q is no value of rows %v", text, d.Rows)
		}
		w.know(text)
	}
	if w.c.Kind == "kpi" || w.c.Kind == "table" {
		return
	}
	for _, digits := range numberText.FindAllString(d.Label.Text, -1) {
		if !w.known[strings.TrimLeft(digits, "+")] {
			w.fault("the label %q says %s, which is no value", d.Label.Text, digits)
		}
	}
}

func (w *witness) countsRows() bool {
	return len(w.f.Value) == 0 && w.f.X.V == "" || w.c.Kind == "histogram"
}

func plainDigits(s string) string { return strings.ReplaceAll(numberText.FindString(s), ",", "") }

// A printed is a number text taken apart.
type printed struct {
	number    decimal.Decimal
	decimals  int32
	unit      string
	qualifier string
}

var printedForm = regexp.MustCompile(`^(约|近)?([−+]?[\d,]+(?:\.(\d+))?)(余)?(.*?)(以上)?\*?$`)

func takeApart(text string) (p printed, ok bool) {
	m := printedForm.FindStringSubmatch(blankless(text))
	if m == nil {
		return p, false
	}
	n, err := decimal.NewFromString(strings.NewReplacer("−", "-", "+", "", ",", "").Replace(m[2]))
	return printed{n, int32(len(m[3])), m[5], m[1] + m[4] + m[6]}, err == nil
}

// powers are the powers of ten of units over their first.
var powers = map[string]int32{"元": 0, "万元": 4, "亿元": 8, "人": 0, "万人": 4, "亿人": 8, "%": 0, "": 0, "万": 4, "亿": 8, "m²": 0, "万m²": 4, "亿m²": 8}

func inUnitOf(v series.Value, unit string) decimal.Decimal {
	return decimal.NewFromFloat(v.Num).Shift(powers[v.Unit] - powers[unit])
}

// says reports whether a text is a number, rounded to the digits that it has; a
// number that is not zero does not read so.
func (p printed) says(exact decimal.Decimal) bool {
	return exact.Round(p.decimals).Equal(p.number) && (exact.IsZero() || !p.number.IsZero())
}

// sameThing reports whether two units measure the same.
func sameThing(a, b string) bool {
	bare := func(s string) string { return strings.TrimLeft(s, "万亿") }
	return bare(a) == bare(b)
}

// isValue reports whether a text is a value of one of the rows.
func (w *witness) isValue(text string, rows []int) bool {
	p, ok := takeApart(text)
	return ok && slices.ContainsFunc(rows, func(row int) bool {
		return slices.ContainsFunc(w.data.Rows[row].Cells, func(v series.Value) bool {
			inLabel := p.unit == "" // whose unit is at the axis
			return v.Kind == series.Number && v.Qualifier == p.qualifier && (inLabel && len(rows) == 1 && w.c.Kind == "table" || sameThing(v.Unit, p.unit)) &&
				(p.says(inUnitOf(v, p.unit)) || inLabel && (p.says(inUnitOf(v, "万")) || p.says(inUnitOf(v, "亿"))))
		})
	})
}

// areDigits reports whether digits without their unit are those of a value, as of a
// row that is folded away.
func (w *witness) areDigits(digits string) bool {
	p, ok := takeApart(digits)
	return ok && slices.ContainsFunc(w.data.Rows, func(row series.Row) bool {
		return slices.ContainsFunc(row.Cells, func(v series.Value) bool {
			exact := inUnitOf(v, "")
			return v.Kind == series.Number && slices.ContainsFunc([]int32{0, -4, 4, -8, 8}, func(by int32) bool { return p.says(exact.Shift(by)) })
		})
	})
}

// isSum reports whether a text is the sum of a column over the rows.
func (w *witness) isSum(text string, rows []int) bool {
	p, ok := takeApart(text)
	if !ok {
		return false
	}
	for col := range w.data.Columns {
		sum, words := decimal.Zero, []string{}
		for _, row := range rows {
			v := w.data.Rows[row].Cells[col]
			sum = sum.Add(inUnitOf(v, p.unit))
			if v.Qualifier != "" && !slices.Contains(words, v.Qualifier) {
				words = append(words, v.Qualifier)
			}
		}
		if len(words) > 1 {
			words = []string{"约"}
		}
		if p.says(sum) && strings.Join(words, "") == p.qualifier {
			return true
		}
	}
	return false
}

// total holds the middle of a donut against the sum of its slices' rows.
func (w *witness) total(s chart.Slices) {
	var rows []int
	for _, d := range s.Data {
		rows = append(rows, d.Rows...)
	}
	if !w.isValue(s.Title, rows) && !w.isSum(s.Title, rows) {
		w.fault("%q in the middle is no sum of rows %v", s.Title, rows)
	}
	w.know(s.Title)
}

// share holds a share against the whole: of a category, or of all rows.
func (w *witness) share(d chart.Datum) {
	percent := w.f.Stack.V == "percent"
	if d.Share == "" || strings.Contains(d.Share, "×") || d.Missing || len(d.Rows) != 1 || !percent && !slices.Contains([]string{"donut", "pie", "treemap", "sunburst"}, w.c.Kind) || w.countsRows() {
		return
	}
	whole := func(row int) (all []series.Value) {
		for _, at := range w.f.Value {
			all = append(all, w.data.Rows[row].Cells[w.column(at.V)])
		}
		return all
	}
	values := whole(d.Rows[0])
	parts := values
	if !percent {
		values = nil
		for row := range w.data.Rows {
			values = append(values, whole(row)...)
		}
	}
	sum := decimal.Zero
	for _, v := range values {
		if v.Kind == series.Number {
			sum = sum.Add(inUnitOf(v, ""))
		}
	}
	p, ok := takeApart(d.Share)
	near := decimal.New(1, -9)
	if !ok || !slices.ContainsFunc(parts, func(v series.Value) bool {
		exact := inUnitOf(v, "").Mul(decimal.New(100, 0)).DivRound(sum, 20)
		return p.says(exact) || p.says(exact.Add(near)) || p.says(exact.Sub(near))
	}) {
		w.fault("%s of row %v is no share of %s", d.Share, d.Rows, sum)
	}
}

func (w *witness) column(name string) int {
	return slices.IndexFunc(w.data.Columns, func(c series.Column) bool { return c.Name == name })
}

// wordUp is the power of ten that the word after a number says.
func wordUp(label string) int32 {
	for word, up := range map[string]int32{"万": 4, "亿": 8, "million": 6, "billion": 9} {
		if strings.HasSuffix(label, word) {
			return up
		}
	}
	return 0
}

// axis holds the ticks against their places.
func (w *witness) axis(a chart.Axis) {
	for _, t := range a.Ticks {
		w.know(t.Label)
		p, ok := takeApart(t.Label)
		at := decimal.NewFromFloat(t.At).Shift(-wordUp(t.Label))
		if !ok || strings.Contains(t.Label, "×") {
			continue
		}
		if !p.number.Equal(at.Round(p.decimals)) || !t0(t) && p.number.IsZero() {
			w.fault("the tick at %v is labelled %q", t.At, t.Label)
		}
	}
}

func t0(t chart.Tick) bool { return t.At == 0 }

// words holds the alternative text and the placed labels to the digits that the
// marks account for, and to counts.
func (w *witness) words() {
	counts := map[string]bool{}
	for n := range 3*len(w.data.Rows) + 1 {
		counts[fmt.Sprint(n)] = true
	}
	told, _, _ := strings.Cut(w.c.Alt, "来源：") // with its lines
	for _, digits := range numberText.FindAllString(told, -1) {
		if !w.known[digits] && !counts[digits] && !w.areDigits(digits) {
			w.fault("the alternative text %q says %s", w.c.Alt, digits)
		}
	}
	if slices.Contains([]string{"kpi", "gauge", "bullet", "funnel", "radar", "sankey", "table", "calendar"}, w.c.Kind) {
		return // which show what they compute, or the months, beside the marks
	}
	for _, x := range w.c.Texts {
		if x.Role != chart.RoleValue {
			continue
		}
		for _, digits := range numberText.FindAllString(x.S, -1) {
			if !w.known[strings.TrimLeft(digits, "+")] && !w.isStackSum(x.S) {
				w.fault("the picture says %q", x.S)
			}
		}
	}
}

// isStackSum reports whether a text is the sum of the values of one row.
func (w *witness) isStackSum(text string) bool {
	rest, ok := strings.CutPrefix(blankless(text), "合计")
	p, fine := takeApart(rest)
	if !ok || !fine {
		return false
	}
	return slices.ContainsFunc(w.data.Rows, func(row series.Row) bool {
		for _, unit := range []string{"", "万", "亿"} {
			sum := decimal.Zero
			for _, at := range w.f.Value {
				sum = sum.Add(inUnitOf(row.Cells[w.column(at.V)], unit))
			}
			if p.says(sum) || p.says(sum.Shift(-powers["万元"])) || p.says(sum.Shift(4)) {
				return true
			}
		}
		return false
	})
}
