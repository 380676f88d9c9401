package report

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/diag"
)

// gridBlock is a table of two columns whose second row begins with name.
func gridBlock(no int, name string) block {
	return block{kind: blockGrid, lines: []line{{no: no, text: "专业\t人数"}, {no: no + 1, text: name + "\t1"}}}
}

// TestFaultOfAReader: what fails costs what it was to read, and says where.
func TestFaultOfAReader(t *testing.T) {
	for _, c := range []struct {
		name   string
		read   func() ([]block, error)
		want   string // the problem
		tables int
	}{
		{"the whole report", func() ([]block, error) { panic("no page 7") },
			"r.x [internal-error] it cannot be read as X: it made charts itself fail: no page 7", 0},
		{"one table", func() ([]block, error) {
			return []block{gridBlock(1, "甲"), {kind: blockCaption, label: "表 1", lines: []line{{no: 4}}}, {kind: blockGrid}, gridBlock(5, "乙")}, nil
		}, "r.x [internal-error] what begins here cannot be read: it made charts itself fail: runtime error: index out of range [0] with length 0", 2},
		{"one heading", func() ([]block, error) {
			return []block{{kind: blockHeading}, gridBlock(5, "乙")}, nil
		}, "r.x [internal-error] what begins here cannot be read: it made charts itself fail: runtime error: index out of range [0] with length 0", 1},
	} {
		blocks, err := guarded(c.read)
		d, problems := newDocument("", "r.x", "X", blocks, err, nil)
		if got := told(problems); got != c.want || len(d.Tables) != c.tables {
			t.Errorf("%s: %s and %d tables, want %s and %d", c.name, got, len(d.Tables), c.want, c.tables)
		}
	}
}

func told(problems diag.List) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s [%s] %s", p.Pos, p.Rule, p.Text))
	}
	return strings.Join(all, "; ")
}

// TestRefusedTable: a table that is too large is missing; the others are read.
func TestRefusedTable(t *testing.T) {
	const page = "<!doctype html>\n<p>表 1：甲</p>\n<table><tr><td>a<td colspan=%s>b<td>c<tr><td>1<td>2<td>3</table>\n" +
		"<table><tr><td>专业<td>人数<tr><td>乙<td>1</table>"
	for _, span := range []string{"201", "4611686018427387904", "9223372036854775807", "99999999999999999999"} {
		d, problems := Parse("", "r.html", []byte(fmt.Sprintf(page, span)))
		want := "r.html:3 [table-too-large] this table has more than 200 columns or 4000000 cells"
		if span == "99999999999999999999" { // no number to a browser either
			want = ""
		}
		if got := told(problems); got != want {
			t.Errorf("%s: %q, want %q", span, got, want)
		}
		if last := d.Tables[len(d.Tables)-1]; gridText(last) != "专业,人数: 乙,1" || want != "" && last.Label != "第 4 行" {
			t.Errorf("%s: %s %s", span, last.ID, gridText(last))
		}
	}
}
