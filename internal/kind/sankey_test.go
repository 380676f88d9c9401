package kind

import (
	"math"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// flow is a sankey of rows like "普通高中 省内 120".
func flow(rows ...string) (*spec.Figure, series.Frame) {
	f := fig("sankey", "", "人数")
	f.Source, f.Target = at("从"), at("到")
	var cells [][]series.Value
	for _, r := range rows {
		words := strings.Fields(r)
		n := 0.0
		for _, digit := range words[2] {
			n = 10*n + float64(digit-'0')
		}
		cells = append(cells, []series.Value{text(words[0]), text(words[1]), num(n, 0, "人")})
	}
	return f, frame("从 到 人数/人", cells...)
}

// contests is the shape that hurt: long names on thin nodes.
func contests() (*spec.Figure, series.Frame) {
	return flow(
		"第九届中国国际“互联网+”大学生创新创业大赛 铜奖 15", "第九届中国国际“互联网+”大学生创新创业大赛 银奖 19", "第九届中国国际“互联网+”大学生创新创业大赛 金奖 9",
		"第十七届ican大学生创新创业大赛重庆赛区选拔赛 一等奖 6", "第十七届ican大学生创新创业大赛重庆赛区选拔赛 二等奖 10", "第十七届ican大学生创新创业大赛重庆赛区选拔赛 三等奖 5",
		"2023年“学创杯”全国大学生创业综合模拟大赛 特等奖 2", "2023年“学创杯”全国大学生创业综合模拟大赛 二等奖 3", "第二届重庆市大学生乡村振兴创意大赛 一等奖 1",
		"第二届重庆市大学生乡村振兴创意大赛 二等奖 2", "中国国际大学生创新大赛（2023） 金奖 3", "第六届中华职业教育创新创业大赛 二等奖 1",
		"第一届高职院校学生技能与创新成果交流展示活动 三等奖 1", "全国高校商业精英挑战赛创新创业竞赛（国赛） 二等奖 1")
}

func TestSankeyNamesHaveRoom(t *testing.T) {
	for _, size := range []string{"", "80mm", "150x60mm", "1600x1000"} {
		for _, form := range []chart.Form{chart.Report, chart.Slide, chart.Screen} {
			f, data := contests()
			if size != "" {
				f.Size = at(size)
			}
			c, problems := Resolve(f, data, Options{Form: form})
			if problems.HasErrors() {
				if !strings.Contains(said(problems), "is too low") {
					t.Errorf("%s %q: %s", form, size, said(problems))
				}
				continue
			}
			checkTexts(t, "contests "+string(form)+" "+size, c)
		}
	}
}

// Ribbons leave and enter within their nodes, without gaps, and nodes do not
// overlap.
func TestSankeyIsWhole(t *testing.T) {
	tests := []struct {
		name string
		make func() (*spec.Figure, series.Frame)
	}{
		{"contests", contests},
		{"three stages", func() (*spec.Figure, series.Frame) {
			return flow("普通高中 机电 60", "普通高中 护理 30", "中职 机电 25", "中职 护理 5", "机电 就业 50", "机电 升学 35", "护理 就业 35")
		}},
		{"one", func() (*spec.Figure, series.Frame) { return flow("招生 在校 4000") }},
		{"unlike", func() (*spec.Figure, series.Frame) { return flow("甲 丙 1000000", "乙 丙 1") }},
	}
	for _, tt := range tests {
		f, data := tt.make()
		c, problems := Resolve(f, data, Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		flows := c.Panels[0].Marks[0].(chart.Flows)
		out, in := make([]float64, len(flows.Nodes)), make([]float64, len(flows.Nodes))
		for _, l := range flows.Links {
			from, to := flows.Boxes[l.From], flows.Boxes[l.To]
			if l.FromY < from.Y-1e-9 || l.FromY+l.Thick > from.Y+from.H+1e-9 || l.ToY < to.Y-1e-9 || l.ToY+l.Thick > to.Y+to.H+1e-9 {
				t.Errorf("%s: the ribbon %s leaves its nodes", tt.name, l.Datum.Name)
			}
			out[l.From] += l.Thick
			in[l.To] += l.Thick
		}
		for i, b := range flows.Boxes {
			if most := max(out[i], in[i]); math.Abs(most-b.H) > 1e-9 {
				t.Errorf("%s: %s is %v high, and its ribbons %v", tt.name, flows.Nodes[i].Name, b.H, most)
			}
			if b.Meets(flows.Boxes, b) {
				t.Errorf("%s: %s overlaps another node", tt.name, flows.Nodes[i].Name)
			}
			if b.Y < 0 || b.Y+b.H > 1+1e-9 {
				t.Errorf("%s: %s lies outside: %+v", tt.name, flows.Nodes[i].Name, b)
			}
		}
	}
}

func TestSankeyLabels(t *testing.T) {
	f, data := flow("普通高中 省内 120", "普通高中 省外 60", "中职 省内 20", "中职 省外 0")
	c, _ := Resolve(f, data, Options{})
	want := []string{"普通高中 180 人（90.0%）", "省内 140 人（70.0%）", "省外 60 人（30.0%）", "中职 20 人（10.0%）"}
	for i, n := range c.Panels[0].Marks[0].(chart.Flows).Nodes {
		if got := strings.NewReplacer("\u2009", " ", "\u00a0", " ", "\n", " ").Replace(n.Label.Text); got != want[i] {
			t.Errorf("node %d says %q; want %q", i, got, want[i])
		}
	}
}

func TestSankeyProblems(t *testing.T) {
	tests := []struct{ rows, want string }{
		{"甲 乙 5,乙 丙 5,丙 甲 1", "the flows run in a circle; give the places of each stage names of their own"},
		{"甲 甲 5", "甲 to 甲 is no flow from one place to another"},
	}
	for _, tt := range tests {
		f, data := flow(strings.Split(tt.rows, ",")...)
		_, problems := Resolve(f, data, Options{})
		if got := said(problems); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q; want %q", tt.rows, got, tt.want)
		}
	}
}

// Names between two columns stay clear of the next one, or are numbered and in the note.
func TestNamesBetweenColumns(t *testing.T) {
	for _, tt := range []struct{ size, middle, want string }{
		{"150mm", "South Container Terminal", ""},
		{"80mm", "Terminal", ""},
		{"80mm", "South Container Terminal", "South Container Terminal"},
		{"80mm", "Telecommunications", "Telecommunications"},
	} {
		f := fig("sankey", "", "量")
		f.Source, f.Target, f.Size = at("从"), at("到"), at(tt.size)
		row := func(from, to string, v float64) []series.Value {
			return []series.Value{text(from), text(to), num(v, 1, "thousand TEU")}
		}
		c, problems := Resolve(f, frame("从 到 量", row("East Asia", tt.middle, 1606.6), row("South and South-East Asia", tt.middle, 510.3),
			row(tt.middle, "Inland waterway", 154), row(tt.middle, "Rail freight", 1028.7), row(tt.middle, "Road", 900)), Options{Lang: "en"})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		checkTexts(t, tt.size+" "+tt.middle, c)
		noted := strings.Contains(strings.Join(c.Notes, " "), "1:\u00a0"+tt.want+"\u00a0")
		if noted != (tt.want != "") {
			t.Errorf("%s in %s: notes %q", tt.middle, tt.size, c.Notes)
		}
	}
}
