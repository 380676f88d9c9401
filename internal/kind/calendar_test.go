package kind

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// visits are a calendar of visits at some times.
func visits(at ...string) func() (*spec.Figure, series.Frame) {
	return func() (*spec.Figure, series.Frame) {
		var rows [][]series.Value
		for i, t := range at {
			rows = append(rows, []series.Value{text(t), num(float64(100+70*i), 0, "人次")})
		}
		return fig("calendar", "时间", "进馆"), frame("时间 进馆/人次", rows...)
	}
}

// Each time has its cell, and those without a row say that they have no value.
func TestCalendar(t *testing.T) {
	for _, tt := range []struct {
		at       string
		labels   string // of the axes
		cells    string // of each value, column and row
		strips   string
		problems string
	}{
		{"2022年12月 2023年2月", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月 2022年 2023年", "12月 2022年 2月 2023年", "", ""},
		{"2023年第4季度 2021年第1季度", "第1季度 第2季度 第3季度 第4季度 2021年 2022年 2023年", "第4季度 2023年 第1季度 2021年", "", ""},
		{"2023-02-28 2023-03-01", "", "", "2023年2—3月", ""},
		{"2023-01-01 2023-12-31", "", "", "2023年", ""},
		{"2022-12-31 2023-01-01", "", "", "2022年12月 2023年1月", ""},
		{"2022年 2023年", "", "", "", "a calendar takes days, months or quarters"},
		{"2022年1月 2023年", "", "", "", "all written alike"},
		{"2022年1月 2022年1月", "", "", "", "two rows are called 2022年1月"},
		{"2001-01-01 2023-01-01", "", "", "", "23 years of days do not fit on a page"},
	} {
		f, data := visits(strings.Fields(tt.at)...)()
		c, problems := Resolve(f, data, Options{})
		if got := said(problems); tt.problems == "" && got != "" || !strings.Contains(got, tt.problems) {
			t.Errorf("%s: %q, want %q", tt.at, got, tt.problems)
		}
		if tt.problems != "" {
			continue
		}
		p := c.Panels[0]
		bare := strings.NewReplacer("\u2009", "", " ", "")
		var labels, cells, strips []string
		for _, l := range append(p.X.Labels, p.Y.Labels...) {
			labels = append(labels, bare.Replace(l))
		}
		for _, m := range p.Marks {
			switch m := m.(type) {
			case chart.Cells:
				for i, v := range m.Data {
					if p.X.Kind == chart.Band && !v.Missing {
						cells = append(cells, labels[int(m.Boxes[i].X)], labels[len(p.X.Labels)+int(m.Boxes[i].Y)])
					}
				}
			case chart.Notes:
				for _, v := range m.Data {
					if v.Label.Bold {
						strips = append(strips, bare.Replace(v.Label.Text))
					}
				}
			}
		}
		if got := strings.Join(labels, " "); got != tt.labels {
			t.Errorf("%s: the axes say %q, want %q", tt.at, got, tt.labels)
		}
		if got := strings.Join(strips, " "); got != tt.strips {
			t.Errorf("%s: the strips are %q, want %q", tt.at, got, tt.strips)
		}
		for i := 0; i+1 < len(cells); i += 2 {
			if !strings.Contains(tt.cells, cells[i]+" "+cells[i+1]) {
				t.Errorf("%s: a value stands at %s of %s, want %s", tt.at, cells[i], cells[i+1], tt.cells)
			}
		}
	}
}

// A day is in the column of its week and the row of its weekday, under Monday.
func TestDaysStandInTheirWeeks(t *testing.T) {
	s := dayStrip{from: dateOf(0).AddDate(53, 1, 0), to: dateOf(0).AddDate(53, 2, 0)} // February 2023 begins on a Wednesday
	for _, tt := range []struct{ day, column, row int }{{1, 0, 2}, {5, 0, 6}, {6, 1, 0}, {28, 4, 1}} {
		if column, row := s.place(s.from.AddDate(0, 0, tt.day-1)); column != tt.column || row != tt.row {
			t.Errorf("%d February stands in column %d, row %d; want %d, %d", tt.day, column, row, tt.column, tt.row)
		}
	}
	if n := s.columns(); n != 5 {
		t.Errorf("February has %d columns, want 5", n)
	}
}
