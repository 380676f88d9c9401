package manifest

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
)

// The manifest keeps eight digits of each part, and tells by them which differ.
func TestParts(t *testing.T) {
	was := Short(chart.Parts{{Name: "title", Hash: strings.Repeat("a", 64)}, {Name: "source line", Hash: "0123456789abcdef"}, {Name: "layout", Hash: strings.Repeat("c", 64)}})
	if want := "title aaaaaaaa, source line 01234567, layout cccccccc"; was != want {
		t.Errorf("%s; want %s", was, want)
	}
	for _, tt := range []struct{ after, want string }{
		{was, ""},
		{"title aaaaaaaa, source line 01234568, layout cccccccc", "source line"},
		{"title aaaaaaaa, source line 01234567, layout cccccccd", "layout"},
		{"title aaaaaaab, source line 01234567, layout cccccccd", "title"}, // the layout follows
		{"title aaaaaaaa, layout cccccccc", "source line"},
		{"", "title, source line"},
	} {
		got := OtherParts(was, tt.after)
		slices.Sort(got)
		want := strings.Split(tt.want, ", ")
		slices.Sort(want)
		if strings.Join(got, ", ") != strings.Join(want, ", ") {
			t.Errorf("%q: %q; want %q", tt.after, got, want)
		}
	}
}

// The place of a change is the first source of its row, as far as its file has such
// places.
func TestPlaceOfAChange(t *testing.T) {
	for _, tt := range []struct {
		source DataSource
		want   string
	}{
		{DataSource{Table: "表 6", Line: 1}, "表 6, line 1"},
		{DataSource{Table: "表 6"}, "表 6"},
		{DataSource{Line: 1}, "line 1"},
		{DataSource{Table: "表 6", Line: 3, Place: "page 2"}, "表 6, page 2"},
		{DataSource{Place: "page 2"}, "page 2"},
	} {
		if got := (DataRow{Sources: []DataSource{tt.source, {Line: 9}}}).place().String(); got != tt.want {
			t.Errorf("%+v: %s; want %s", tt.source, got, tt.want)
		}
	}
}
