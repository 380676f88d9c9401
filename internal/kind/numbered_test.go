package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// Names that have no room under a panel and cannot be broken are shortened, or
// numbered and named in a note.
func TestNamesWithoutRoom(t *testing.T) {
	tests := []struct {
		name, kind, cats, size string
		want                   string // the labels
		note                   string // its beginning
	}{
		{"room", "waterfall", "Revenue 2022,Tuition and fees,Gifts,Revenue 2023", "150mm", "Revenue 2022,Tuition and fees,Gifts,Revenue 2023", ""},
		{"no room", "panels", "Revenue 2022,Appropriations,Research grants,Gifts,Scholarships,Reimbursements,Other,Revenue 2023", "80mm", "1,2,3,4,5,6,7,8", "1:\u00a0Revenue 2022; 2:\u00a0Appropriations; "},
		{"waterfalls turn", "waterfall", "Revenue 2022,Appropriations,Research grants,Gifts,Scholarships,Reimbursements,Other,Revenue 2023", "80mm", "Revenue 2022,Appropriations,Research grants,Gifts,Scholarships,Reimbursements,Other,Revenue 2023", ""},
		{"months", "waterfall", "January,February,March,April,May,June,July,August,September,October,November,December", "80mm", "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec", ""},
		{"汉字 break", "waterfall", "财政拨款增加,学费增加,校企合作,科研经费减少,捐赠减少,其他收入", "80mm", "财政拨款增加,学费增加,校企合作,科研经费减少,捐赠减少,其他收入", ""},
		{"columns turn", "column", "Appropriations,Research grants,Gifts,Scholarships,Reimbursements,Other", "80mm", "Appropriations,Research grants,Gifts,Scholarships,Reimbursements,Other", ""},
	}
	for _, tt := range tests {
		f := fig(tt.kind, "名", "数")
		f.Size = at(tt.size)
		var rows [][]series.Value
		cats := strings.Split(tt.cats, ",")
		for i, name := range cats {
			rows = append(rows, []series.Value{text(name), num(float64(10+i), 0, "人")})
		}
		lang := "en"
		if tt.name == "汉字 break" {
			lang = "zh-CN"
		}
		c, problems := Resolve(f, frame("名 数/人", rows...), Options{Lang: lang})
		if problems.HasErrors() {
			t.Fatal(tt.name, said(problems))
		}
		labels := c.Panels[0].X.Labels
		if len(labels) == 0 {
			labels = c.Panels[0].Y.Labels
		}
		if got := strings.Join(labels, ","); got != tt.want {
			t.Errorf("%s: labels %s; want %s", tt.name, got, tt.want)
		}
		if has := slices.ContainsFunc(c.Notes, func(n string) bool { return tt.note != "" && strings.HasPrefix(n, tt.note) }); has != (tt.note != "") {
			t.Errorf("%s: notes %q; want one that begins %q", tt.name, c.Notes, tt.note)
		}
		if d := c.Panels[0].Marks[0].(chart.Bars).Data[1]; d.Name != cats[1] {
			t.Errorf("%s: the mark is called %q; want %q", tt.name, d.Name, cats[1])
		}
	}
}

// Years that touch are written by their last two digits, or every second.
func TestYearsKeepApart(t *testing.T) {
	tests := []struct{ kind, cats, size, want string }{
		{"line", "2018年,2019年,2020年,2021年,2022年,2023年", "150mm", "2018|年 2019|年 2020|年 2021|年 2022|年 2023|年"},
		{"line", "2016年,2017年,2018年,2019年,2020年,2021年,2022年,2023年", "80mm", "2016|年 17 18 19 20 21 22 23"},
		{"line", "1999年,2000年,2001年,2002年,2003年,2004年,2005年,2006年,2007年,2008年,2009年,2010年", "80mm", "2000|年 02 04 06 08 10"},
	}
	for _, tt := range tests {
		f := fig(tt.kind, "年", "数")
		f.Size = at(tt.size)
		var rows [][]series.Value
		for i, name := range strings.Split(tt.cats, ",") {
			rows = append(rows, []series.Value{text(name), num(float64(10+i), 0, "人")})
		}
		c, problems := Resolve(f, frame("年 数/人", rows...), Options{})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		var got []string
		for _, x := range c.Texts {
			if x.Role == chart.RoleTick && x.Align == chart.AlignCenter {
				got = append(got, strings.ReplaceAll(x.S, "\u2009", "|"))
			}
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s in %s: %s; want %s", tt.cats, tt.size, s, tt.want)
		}
	}
}

// A slope chart that is too narrow for names at both sides has them at the left.
func TestSlopeNamesInANarrowFigure(t *testing.T) {
	for size, want := range map[string]string{"150mm": "Postgraduate education\u00a0702", "80mm": "702"} {
		f := fig("slope", "名", "前", "后")
		f.Size, f.Labels = at(size), spec.At[bool]{V: true, Pos: at("").Pos}
		c, problems := Resolve(f, frame("名 前/人 后/人",
			[]series.Value{text("Postgraduate education"), num(640, 0, "人"), num(702, 0, "人")},
			[]series.Value{text("Self-employed"), num(24, 0, "人"), num(31, 0, "人")}), Options{Lang: "en"})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		data := c.Panels[0].Marks[0].(chart.Lines).Data
		if got := strings.ReplaceAll(data[1].Label.Text, "\n", " "); got != want {
			t.Errorf("%s: %q at the right; want %q", size, got, want)
		}
	}
}
