package series

import (
	"strings"
	"testing"

	"charts/internal/report"
	"charts/internal/spec"
)

// TestDoubts: a frame is doubtful for the cells that it shows or asks for, not for
// the others of their rows and tables.
func TestDoubts(t *testing.T) {
	doc, _ := report.Parse("", "r.txt", []byte("表 1：试\n\n专业\t人数\t比例\n甲\t845 24.05% 3\n乙\t1\t2%\n丙\t4\t5%\n"))
	for _, c := range []struct{ data, columns, want string }{
		{"{table: 表 1}", "专业 人数", "人数"},
		{"{table: 表 1}", "专业 比例", ""},
		{"{table: 表 1, where: \"人数 <> ''\"}", "专业 比例", "人数"},
		{"{table: 表 1, columns: {多少: 人数, 专业: 专业}}", "专业 多少", "人数"},
		{"{sql: 'SELECT 专业, 比例 FROM \"表 1\"'}", "专业 比例", ""},
		{"{sql: 'SELECT 专业, length(人数) AS 长 FROM \"表 1\"'}", "专业 长", "人数"},
		{"{sql: 'SELECT * FROM \"表 1\"'}", "专业 人数 比例", "人数"},
	} {
		f, problems := spec.ParseFigure("figures/f.yaml", []byte("title: 甲\nchart: table\ncolumns: [甲]\ndata: "+c.data+"\n"))
		if len(problems) > 0 {
			t.Fatal(c.data, problems)
		}
		store, err := NewStore([]*report.Document{doc}, nil)
		if err != nil {
			t.Fatal(err)
		}
		frame, problems := store.Data(t.Context(), &f.Data)
		if problems.HasErrors() {
			t.Fatal(c.data, problems)
		}
		frame = only(frame, strings.Fields(c.columns))
		got := ""
		for _, d := range Doubts([]*report.Document{doc}, &f.Data, frame) {
			got += d.Column
		}
		if got != c.want {
			t.Errorf("%s: doubts of %q, want %q", c.data, got, c.want)
		}
		store.Close()
	}
}

func only(f Frame, columns []string) Frame {
	var kept []Column
	for _, c := range f.Columns {
		if strings.Contains(" "+strings.Join(columns, " ")+" ", " "+c.Name+" ") {
			kept = append(kept, c)
		}
	}
	f.Columns = kept
	return f
}
