package kind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// ranking is a bar chart of so many rows, from large to small.
func ranking(n int) (*spec.Figure, series.Frame) {
	var rows [][]series.Value
	for i := range n {
		rows = append(rows, []series.Value{text(fmt.Sprintf("专业%03d", i)), num(float64(10*(n-i)), 0, "人")})
	}
	return fig("bar", "专业", "人数"), frame("专业 人数/人", rows...)
}

// shown are the names on the axis without the thin spaces.
func shown(c *chart.Chart) []string {
	var names []string
	for _, n := range c.Panels[0].Y.Labels {
		names = append(names, strings.ReplaceAll(n, "\u2009", ""))
	}
	return names
}

func TestFold(t *testing.T) {
	tests := []struct {
		rows        int
		form        chart.Form
		first, last string // beside the fold
		fold        string // "" when all are drawn
	}{
		{59, chart.Report, "", "", ""},
		{200, chart.Report, "专业030", "专业169", "……其余138项"},
		{200, chart.Screen, "专业030", "专业169", "……其余138项"}, // as on paper
		{12, chart.Slide, "", "", ""},
		{59, chart.Slide, "专业017", "", "……其余41项"}, // the end is left out
	}
	for _, tt := range tests {
		f, data := ranking(tt.rows)
		c, problems := Resolve(f, data, Options{Form: tt.form})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		names := shown(c)
		i := slices.Index(names, tt.fold)
		if tt.fold == "" {
			if len(names) != tt.rows {
				t.Errorf("%d rows on a %s: %d are drawn", tt.rows, tt.form, len(names))
			}
			continue
		}
		if i < 1 || names[i-1] != tt.first || tt.last == "" && i != len(names)-1 || tt.last != "" && names[i+1] != tt.last {
			t.Errorf("%d rows on a %s: %q", tt.rows, tt.form, names)
		}
	}
}

// A phone shows the rows that paper shows, however many lines their names take
// there.
func TestFoldOnPhone(t *testing.T) {
	f, data := ranking(59)
	for _, row := range data.Rows {
		row.Cells[0] = text("应用电子技术（" + row.Cells[0].Text + "贯通培养）")
	}
	c, problems := Resolve(f, data, Options{Form: chart.Screen, Width: 292})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	if n := len(c.Panels[0].Y.Labels); n != 59 {
		t.Errorf("%d of 59 rows are drawn", n)
	}
}

// However long the ranking, a page and a slide hold it, and all that is not drawn
// is counted.
func TestFoldedRankingsFit(t *testing.T) {
	for _, n := range []int{5, 20, 40, 58, 70, 71, 75, 100, 400, 1000} {
		for _, form := range []chart.Form{chart.Report, chart.Slide} {
			f, data := ranking(n)
			c, problems := Resolve(f, data, Options{Form: form})
			if len(problems) > 0 {
				t.Errorf("%d rows on a %s: %s", n, form, said(problems))
			}
			bars := c.Panels[0].Marks[0].(chart.Bars)
			note := strings.Join(c.Notes, "")
			if want := fmt.Sprintf("未画出的 %d 项", n-len(bars.Data)); len(bars.Data) < n && !strings.Contains(note, want) {
				t.Errorf("%d rows on a %s: the notes %q do not say %q", n, form, note, want)
			}
			if !strings.Contains(c.Alt, fmt.Sprintf("共 %d 个值", n)) {
				t.Errorf("%d rows on a %s: alt text %q", n, form, c.Alt)
			}
		}
	}
}

// What the author points at is drawn, in its place in the order.
func TestFoldKeepsTheHighlighted(t *testing.T) {
	f, data := ranking(200)
	f.Highlight = []spec.At[string]{at("专业100")}
	f.Annotations = []spec.Annotation{{At: at("专业120"), Text: at("新设")}}
	f.Colors = []spec.Color{{Name: at("专业090"), Value: at("olive")}} // folded, and no error
	c, problems := Resolve(f, data, Options{})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	names := shown(c)
	i := slices.Index(names, "专业100")
	if i < 0 || names[i-1] != "……其余69项" || names[i+1] != "……其余19项" || names[i+2] != "专业120" {
		t.Errorf("rows are %q", names)
	}
	for _, d := range c.Panels[0].Marks[0].(chart.Bars).Data {
		if want := strings.ReplaceAll(d.Name, "\u2009", ""); names[int(d.X)] != want {
			t.Errorf("the bar of %s stands in the row of %s", want, names[int(d.X)])
		}
	}
}

// The mean is that of all rows, drawn or not.
func TestFoldKeepsTheMean(t *testing.T) {
	f, data := ranking(200)
	f.Reference = []spec.Reference{{Value: at("mean")}}
	c, _ := Resolve(f, data, Options{})
	for _, m := range c.Panels[0].Marks {
		if r, ok := m.(chart.Rules); ok && (r.Data[0].From < 1004.9 || r.Data[0].From > 1005.1) {
			t.Errorf("the mean is %v; want 1005", r.Data[0].From)
		}
	}
}
