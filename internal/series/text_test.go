package series

import (
	"strings"
	"testing"
)

func TestAPatternOfTooManyTriesNamesTheLimit(t *testing.T) {
	s := newStore(t, document(t, "2023", "1 概况\n\n共"+strings.Repeat("甲", 150)+"乙 5 人，丁丙。\n\n表 1 甲\n\n项目\t人数\n甲\t5\n"))
	_, problems := s.Figure(t.Context(), figure(t, "chart: table\ncolumns: [n]\ndata: {text: \"共"+strings.Repeat("[甲]", 180)+"乙{n:人}丙\"}"))
	if got := printed(problems); !strings.Contains(got, "given up in 2023.txt after 300000 tries in one paragraph") {
		t.Error(got)
	}
}

func TestOrdinalsStayText(t *testing.T) {
	tests := []struct {
		cells string
		kind  Kind
	}{
		{"一 二 三", Text}, {"十 十一", Text}, {"1 2 3", Number}, {"一 2", Number}, {"三家 两家", Number}, {"一 — 二", Text},
	}
	for _, tt := range tests {
		g := grid{columns: []Column{{Name: "序号"}}}
		for _, c := range strings.Fields(tt.cells) {
			g.rows, g.sources = append(g.rows, gridRow{cells: []string{c}}), append(g.sources, Source{})
		}
		if got := g.frame().Rows[0].Cells[0].Kind; got != tt.kind {
			t.Errorf("%s: kind %d, want %d", tt.cells, got, tt.kind)
		}
	}
}
