package report

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"charts/internal/notation"
	"charts/internal/table"
)

// A made table is what a report might hold: names of columns, and rows as a
// reader sees them, merged cells blank.
type made struct {
	head []string
	rows [][]string
}

// shapes make random tables of the kinds that reports hold.
var shapes = []struct {
	name string
	make func(r *rand.Rand) made
}{
	{"score card", scoreCard}, {"ranking", ranking}, {"two years", twoYears}, {"grouped", grouped},
	{"parts", parts}, {"totals", totals}, {"holes", holes}, {"spaced names", spacedNames},
}

var (
	nouns    = strings.Fields("数控技术 软件技术 工程造价 会计 物流管理 酒店管理 应用日语 机械设计与制造 新能源汽车技术 电子商务 市场营销 服装设计 园林技术 护理")
	indices  = strings.Fields("毕业生人数 就业率 月收入 母校满意度 自主创业比例 雇主满意度 生师比 专任教师总数 教学科研仪器设备值 校内实践教学工位数 横向技术服务到款额")
	measures = strings.Fields("人 % 元 万元 个 元/生 门 项")
	colleges = strings.Fields("财经学院 信息机电工程学院 艺术学院 现代管理学院 人文学院")
)

func scoreCard(r *rand.Rand) made {
	m := made{head: []string{"序号", "指标", "单位", "2022年", "2023年"}}
	for i, k := range r.Perm(len(indices))[:3+r.IntN(6)] {
		m.rows = append(m.rows, []string{fmt.Sprint(i + 1), indices[k], measures[r.IntN(len(measures))], amount(r), amount(r)})
	}
	return m
}

func ranking(r *rand.Rand) made {
	m := made{head: []string{"序号", "专业", "人数", "比例"}}
	for i, k := range r.Perm(len(nouns))[:4+r.IntN(8)] {
		m.rows = append(m.rows, []string{fmt.Sprint(i + 1), nouns[k], fmt.Sprint(1 + r.IntN(900)), rate(r)})
	}
	return m
}

func twoYears(r *rand.Rand) made {
	m := made{head: []string{"专业", "2013届", "2014届"}}
	for _, k := range r.Perm(len(nouns))[:3+r.IntN(8)] {
		m.rows = append(m.rows, []string{nouns[k], amount(r), rate(r)})
	}
	return m
}

// grouped has a first column whose cells are merged over several rows.
func grouped(r *rand.Rand) made {
	m := made{head: []string{"学院", "专业", "人数", "取证率"}}
	order := r.Perm(len(nouns))
	for _, k := range r.Perm(len(colleges))[:2+r.IntN(2)] {
		college := colleges[k]
		for range 2 + r.IntN(2) {
			m.rows = append(m.rows, []string{college, nouns[order[0]], fmt.Sprint(1 + r.IntN(300)), rate(r)})
			college, order = "", order[1:]
		}
	}
	return m
}

// parts is a score card whose rows without a number are parts of the row above.
func parts(r *rand.Rand) made {
	m := made{head: []string{"序号", "指标", "单位", "2022年", "2023年"}}
	for i, k := range r.Perm(len(indices))[:3+r.IntN(4)] {
		m.rows = append(m.rows, []string{fmt.Sprint(i + 1), indices[k], measures[r.IntN(len(measures))], amount(r), amount(r)})
		for _, part := range []string{"其中：国家级", "省级", "校级"}[:r.IntN(4)] {
			m.rows = append(m.rows, []string{"", indices[k] + part, measures[r.IntN(len(measures))], amount(r), amount(r)})
		}
	}
	return m
}

func totals(r *rand.Rand) made {
	m := ranking(r)
	m.rows = append(m.rows, []string{"", "合计", fmt.Sprint(r.IntN(9999)), rate(r)})
	return m
}

// holes has blank cells where a value is missing.
func holes(r *rand.Rand) made {
	m := twoYears(r)
	for _, row := range m.rows {
		if r.IntN(4) == 0 {
			row[1+r.IntN(2)] = ""
		}
	}
	return m
}

func spacedNames(r *rand.Rand) made {
	m := ranking(r)
	for i := range m.rows {
		m.rows[i][1] = string(rune('A'+i)) + " 类 " + m.rows[i][1] + "（3+2）"
	}
	return m
}

func rate(r *rand.Rand) string { return fmt.Sprintf("%.2f%%", r.Float64()*100) }

// amount is a count, a fraction or now and then a mark for a missing value.
func amount(r *rand.Rand) string {
	switch n := r.IntN(12); {
	case n == 0:
		return []string{"—", "——", "-", "/"}[r.IntN(4)]
	case n == 1:
		return "0"
	case n < 6:
		return fmt.Sprintf("%.2f", r.Float64()*9000)
	}
	return fmt.Sprint(1 + r.IntN(9999))
}

// layouts write a table as files of different making hold it.
var layouts = []struct {
	name  string
	write func(m made) string
}{
	{"tabs", func(m made) string { return joinRows(m.all(), "\t", "\n") }},
	{"tabs and blank lines", func(m made) string { return joinRows(m.all(), "\t", "\n\n") }},
	{"tabs, merged cells vanished", func(m made) string { return joinRows(vanished(m), "\t", "\n") }},
	{"tabs, merged cells vanished and padded", func(m made) string { return joinRows(padded(m), "\t", "\n") }},
	{"tabs, last value on the next line", pushed},
	{"tabs over pages", func(m made) string { return paged(m, "\t") }},
	{"side by side", sideBySide},
	{"bars", func(m made) string { return "| " + joinRows(m.all(), " | ", " |\n| ") + " |" }},
	{"Markdown", markdownTable},
	{"bars between", func(m made) string { return joinRows(m.all(), "|", "\n") }},
	{"a bar after each cell", func(m made) string { return joinRows(m.all(), " |\n", " |\n") + " |" }},
	{"a bar after each cell but the last of a row", func(m made) string { return joinRows(m.all(), "|\n", "\n") }},
	{"aligned", func(m made) string { return alignedText(m, 0) }},
	{"aligned and indented", func(m made) string { return alignedText(m, 6) }},
	{"aligned over pages", func(m made) string { return alignedPages(m) }},
	{"single blanks", func(m made) string { return joinRows(vanished(m), " ", "\n") }},
	{"single blanks over pages", func(m made) string { return paged(made{m.head, vanished(m)[1:]}, " ") }},
	{"one cell a line", func(m made) string { return joinRows(vanished(m), "\n", "\n") }},
	{"one cell a line, blank lines", func(m made) string { return joinRows(vanished(m), "\n\n", "\n\n") }},
	{"one line", func(m made) string { return joinRows(vanished(m), " ", " ") }},
}

func (m made) all() [][]string { return append([][]string{m.head}, m.rows...) }

func joinRows(rows [][]string, cell, row string) string {
	var s []string
	for _, r := range rows {
		s = append(s, strings.Join(r, cell))
	}
	return strings.Join(s, row)
}

// vanished leaves the blank cells out.
func vanished(m made) [][]string {
	var rows [][]string
	for _, r := range m.all() {
		rows = append(rows, slices.DeleteFunc(slices.Clone(r), func(c string) bool { return c == "" }))
	}
	return rows
}

func padded(m made) [][]string {
	rows := vanished(m)
	for i := range rows {
		for len(rows[i]) < len(m.head) {
			rows[i] = append(rows[i], "")
		}
	}
	return rows
}

// pushed puts the last value of every third row on a line of its own.
func pushed(m made) string {
	var s []string
	for i, r := range m.all() {
		if i%3 == 2 {
			s = append(s, strings.Join(r[:len(r)-1], "\t"), r[len(r)-1])
			continue
		}
		s = append(s, strings.Join(r, "\t"))
	}
	return strings.Join(s, "\n")
}

const (
	running   = "某职业技术学院高等职业教育质量年度报告（2014）"
	pageBreak = "\n\n17\n\n" + running + "\n\n"
)

func paged(m made, cell string) string {
	half := len(m.rows) / 2
	return joinRows(append([][]string{m.head}, m.rows[:half]...), cell, "\n") + pageBreak +
		joinRows(append([][]string{m.head}, m.rows[half:]...), cell, "\n")
}

func alignedPages(m made) string {
	lines := strings.Split(alignedText(m, 2), "\n")
	half := len(lines) / 2
	return strings.Join(lines[:half], "\n") + pageBreak + lines[0] + "\n" + strings.Join(lines[half:], "\n")
}

func sideBySide(m made) string {
	half := (len(m.rows) + 1) / 2
	rows := [][]string{append(slices.Clone(m.head), m.head...)}
	for i, r := range m.rows[:half] {
		right := make([]string, len(m.head))
		if half+i < len(m.rows) {
			right = m.rows[half+i]
		}
		rows = append(rows, append(slices.Clone(r), right...))
	}
	return joinRows(rows, "\t", "\n")
}

func markdownTable(m made) string {
	rule := "|" + strings.Repeat(" --- |", len(m.head)) + "\n"
	return "| " + strings.Join(m.head, " | ") + " |\n" + rule + "| " + joinRows(m.rows, " | ", " |\n| ") + " |"
}

func alignedText(m made, indent int) string {
	widths := make([]int, len(m.head))
	for _, r := range m.all() {
		for i, c := range r {
			widths[i] = max(widths[i], notation.Width(c))
		}
	}
	var s []string
	for _, r := range m.all() {
		line := strings.Repeat(" ", indent)
		for i, c := range r {
			line += c + strings.Repeat(" ", widths[i]-notation.Width(c)+3)
		}
		s = append(s, strings.TrimRight(line, " "))
	}
	return strings.Join(s, "\n")
}

// A tally counts what became of the cells of made tables.
type tally struct{ cells, right, wrong, strayed, tables, doubted, refused int }

// compare looks every cell up by the name of its row and its column.
func (c *tally) compare(m made, tables []table.Table) (wrong string) {
	c.tables++
	if len(tables) == 0 {
		c.refused++
	} else if len(tables[0].Doubts) > 0 {
		c.doubted++
	}
	name := slices.IndexFunc(m.head, func(s string) bool { return s != "序号" && s != "学院" })
	for _, row := range m.rows {
		for i, want := range row {
			c.cells++
			got, found := lookUp(tables, m.head[name], row[name], m.head[i])
			switch {
			case found && got == want:
				c.right++
			case found && got != "":
				c.wrong++
				wrong = fmt.Sprintf("%s of %s is %q, want %q", m.head[i], row[name], got, want)
			}
		}
	}
	return cmp.Or(wrong, c.strays(m, tables))
}

// strays counts the values that stand under the name of another column.
func (c *tally) strays(m made, tables []table.Table) (wrong string) {
	for _, t := range tables {
		for col, column := range t.Columns {
			at := slices.Index(m.head, column.Name)
			for _, r := range t.Rows {
				text := r.Cells[col].Text
				if at >= 0 && text != "" && !slices.ContainsFunc(m.rows, func(row []string) bool { return row[at] == text }) {
					c.strayed++
					wrong = fmt.Sprintf("%q stands under %s", text, column.Name)
				}
			}
		}
	}
	return wrong
}

func lookUp(tables []table.Table, nameColumn, name, column string) (string, bool) {
	for _, t := range tables {
		at := slices.IndexFunc(t.Columns, func(c table.Column) bool { return c.Name == nameColumn })
		col := slices.IndexFunc(t.Columns, func(c table.Column) bool { return c.Name == column })
		if at < 0 || col < 0 {
			continue
		}
		for _, r := range t.Rows {
			if r.Cells[at].Text == name {
				return r.Cells[col].Text, true
			}
		}
	}
	return "", false
}

// madeTables is how many tables of each shape are written in each layout.
const madeTables = 40

// TestGenerated: a table written in any layout comes back, or is doubted; no
// value ever stands under another name.
func TestGenerated(t *testing.T) {
	for _, l := range layouts {
		for _, s := range shapes {
			var c tally
			r := rand.New(rand.NewPCG(1, 2))
			for range madeTables {
				m := s.make(r)
				src := running + "\n\n一、概况\n\n学校概况如下。\n\n表 3 情况表\n\n" + l.write(m) + "\n\n二、后文\n\n以上为学校情况。\n"
				d := parseText(t, src)
				before := c.cells - c.right
				wrong := c.compare(m, d.Tables)
				if c.cells-c.right > before && (len(d.Tables) == 0 || len(d.Tables[0].Doubts) == 0) {
					t.Errorf("%s, %s: cells are lost and no doubt says so\n%s", l.name, s.name, src)
				}
				if wrong != "" && c.wrong+c.strayed < 5 {
					t.Errorf("%s, %s: %s\n%s", l.name, s.name, wrong, src)
				}
			}
			t.Logf("%-45s %-10s %5.1f %% found, %d wrong, %d stray; of %d tables %d doubted, %d refused",
				l.name, s.name, 100*float64(c.right)/float64(c.cells), c.wrong, c.strayed, c.tables, c.doubted, c.refused)
		}
	}
}
