package manifest

import (
	"fmt"
	"testing"
)

// A run of all specs says which files were read; one of a part adds to them. What
// stays from another renderer loses the hash of its chart.
func TestWith(t *testing.T) {
	old := Manifest{Version: version, Renderer: Renderer,
		Inputs:  []Input{{"a.txt", "1"}, {"b.txt", "1"}},
		Outputs: []Output{{Path: "a.png", Chart: "x"}, {Path: "b.png", Chart: "y"}}}
	older := old
	older.Renderer = "0"
	run := Run{Inputs: []Input{{"b.txt", "2"}}, Outputs: []Output{{Path: "b.png", Chart: "z"}}}
	part := run
	part.Part = true
	for _, tt := range []struct {
		name   string
		before Manifest
		run    Run
		want   string
	}{
		{"all", old, run, "[{b.txt 2}] x z"},
		{"a part", old, part, "[{a.txt 1} {b.txt 2}] x z"},
		{"another renderer", older, run, "[{b.txt 2}]  z"},
	} {
		m := tt.before.With(tt.run)
		if got := fmt.Sprint(m.Inputs, " ", m.Outputs[0].Chart, " ", m.Outputs[1].Chart); got != tt.want || m.Renderer != Renderer {
			t.Errorf("%s: %s by %s; want %s", tt.name, got, m.Renderer, tt.want)
		}
	}
}

// The places of a row name the report where the rows are from two.
func TestWhereOfTwoReports(t *testing.T) {
	d := Data{Rows: []DataRow{{Sources: []DataSource{{Report: "a.txt", Table: "表 6", Line: 3}}}, {Sources: []DataSource{{Report: "a.txt", Line: 4}}}}}
	if got := d.Places()[0].String(); got != "表 6, line 3" {
		t.Errorf("of one report: %s", got)
	}
	d.Rows[1].Sources[0].Report = "b.txt"
	if got := d.Places()[0].String(); got != "a.txt 表 6, line 3" {
		t.Errorf("of two reports: %s", got)
	}
}
