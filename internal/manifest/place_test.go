package manifest

import "testing"

// A row says the place that its file has: a line, a cell of a sheet, or none.
func TestPlaceOfRows(t *testing.T) {
	for _, c := range []struct {
		at   DataSource
		want string
	}{
		{DataSource{Table: "表 1", Line: 12}, "表 1 line 12"},
		{DataSource{Line: 12}, "line 12"},
		{DataSource{Table: "表 1", Line: 12, Place: "Sheet1!B7:D7"}, "表 1 Sheet1!B7:D7"},
		{DataSource{Table: "表 1"}, "表 1"},
		{DataSource{}, ""},
	} {
		if got := c.at.place().String(); got != c.want {
			t.Errorf("%+v: %s; want %s", c.at, got, c.want)
		}
	}
}
