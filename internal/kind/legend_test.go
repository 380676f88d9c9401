package kind

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
)

// crowd is a figure of so many series.
func crowd(kind string, n int) (*spec.Figure, series.Frame) {
	f := fig(kind, "年份")
	columns, row := "年份", []series.Value{text("2023年")}
	for i := range n {
		name := fmt.Sprintf("%s学院", strings.Repeat("甲", i%5+1)+fmt.Sprint(i))
		f.Value = append(f.Value, at(name))
		columns += " " + name
		row = append(row, num(float64(10+i), 0, "人"))
	}
	return f, frame(columns, row)
}

// The entries are in the order of the marks, left to right and row by row, each
// behind its sign, and none leaves the page.
func TestLegendRow(t *testing.T) {
	for _, n := range []int{2, 5, 10} {
		for _, form := range []chart.Form{chart.Report, chart.Slide, chart.Screen} {
			f, data := crowd("column", n)
			c, problems := Resolve(f, data, Options{Form: form})
			if problems.HasErrors() {
				t.Fatal(said(problems))
			}
			var names []chart.Text
			for _, x := range c.Texts {
				if x.Role == chart.RoleLegend {
					names = append(names, x)
				}
			}
			if len(names) != n || len(c.Swatches) != n || len(c.Legend) != n {
				t.Fatalf("%d series: %d entries, %d names, %d signs", n, len(c.Legend), len(names), len(c.Swatches))
			}
			for i, x := range names {
				sign := c.Swatches[i]
				if x.S != c.Legend[i].Name || sign.Color != c.Legend[i].Color {
					t.Errorf("entry %d is %q in %s; want %+v", i, x.S, sign.Color, c.Legend[i])
				}
				if right := sign.Box.X + sign.Box.W; right > x.X || x.X-right > x.Size {
					t.Errorf("the sign of %q ends at %v, its name starts at %v", x.S, right, x.X)
				}
				if i > 0 && x.Y == names[i-1].Y && x.X <= names[i-1].X {
					t.Errorf("%q stands left of %q", x.S, names[i-1].S)
				}
				if i > 0 && x.Y < names[i-1].Y {
					t.Errorf("%q stands above %q", x.S, names[i-1].S)
				}
			}
		}
	}
}

func TestLegendIsNeededForSeveral(t *testing.T) {
	tests := []struct {
		kind   string
		series int
		legend string
		want   int
	}{
		{"column", 1, "", 0}, {"column", 1, "true", 1}, {"column", 3, "", 3}, {"column", 3, "false", 0},
		{"line", 3, "", 0},                           // named at their ends
		{"line", 3, "true", 3}, {"line", 10, "", 10}, // no room at the ends
		{"radar", 2, "", 2},
	}
	for _, tt := range tests {
		f, data := crowd(tt.kind, tt.series)
		f.Legend = at(tt.legend)
		if tt.kind == "radar" {
			data.Rows = append(data.Rows, data.Rows[0], data.Rows[0])
		}
		c, _ := Resolve(f, data, Options{})
		if len(c.Legend) != tt.want {
			t.Errorf("%s of %d series with legend %q has %d entries; want %d", tt.kind, tt.series, tt.legend, len(c.Legend), tt.want)
		}
	}
}

func TestTooManySeries(t *testing.T) {
	for _, kind := range []string{"column", "bar", "line", "area"} {
		f, data := crowd(kind, palette.MaxSeries+1)
		_, problems := Resolve(f, data, Options{})
		want := "t.yaml:1:1: 11 series, and a reader can tell 10 apart; narrow with where, or show the series as categories\n"
		if got := said(problems); got != want {
			t.Errorf("%s: %q; want %q", kind, got, want)
		}
	}
}
