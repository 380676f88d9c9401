package proof

import (
	"testing"

	"charts/internal/chart"
	"charts/internal/report"
)

// FuzzSheets: whatever is read, every word of a sheet lies on it, and one that stands
// in a cell stands in a cell that there is.
func FuzzSheets(f *testing.F) {
	paths := []string{"r.txt", "r.html", "r.csv", "r.md", "r.pdf", "r.json"}
	for i, src := range []string{"表 1：甲\n\n序号\t指标\t值\n1\t甲\t3\n合计\t\t4\n备注：无。\n", "<!doctype html><p>表 1<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td>2<td>3</table>", "a,b,,c,d\n1,2,,3,4\n5,6,,7,8\n"} {
		f.Add(uint8(i), []byte(src))
	}
	f.Fuzz(func(t *testing.T, format uint8, src []byte) {
		doc, _ := report.Trace("", paths[int(format)%len(paths)], src)
		under := Paper{Text: doc.Text(src), Lines: doc.Printed(), Shows: func(report.Page, chart.Rect) bool { return false }}
		for i := range doc.Tables {
			table := &doc.Tables[i]
			for _, s := range Sheets(doc, table, under, "en") {
				if s.Chart.Width <= 0 || s.Chart.Height <= 0 || s.Chart.Height > 1e6 {
					t.Errorf("%s: %v × %v points", table.ID, s.Chart.Width, s.Chart.Height)
				}
			}
			all := surfaces(table, under)
			newReading(table, all)
			for _, s := range all {
				for _, w := range s.words {
					if s.page.Number == 0 && (w.box.X < 0 || w.box.Y < 0 || w.box.X+w.box.W > s.width+1 || w.box.Y+w.box.H > s.height+1) {
						t.Errorf("%s: %q at %+v of %v × %v", table.ID, w.text, w.box, s.width, s.height)
					}
					if w.role > header && w.role < note && (w.col < 0 || w.col >= len(table.Columns) || w.of < 0 || w.of >= len(table.Rows)) {
						t.Errorf("%s: %q in row %d, column %d", table.ID, w.text, w.of, w.col)
					}
				}
			}
		}
	})
}
