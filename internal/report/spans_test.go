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

// A sheetBox is a cell of a printed table; one that a merged cell covers has no columns.
type sheetBox struct {
	text       string
	cols, rows int
}

// A printed table has a header of some rows, and cells that are merged.
type printed struct {
	chinese bool
	caption string
	unit    string // of all values, on a line under the caption
	boxes   [][]sheetBox
	head    int  // rows of the header
	stub    int  // columns of names
	unitRow bool // ends the header
	facts   []printedFact
}

// A printedFact is a value with what its row and its column are called.
type printedFact struct{ group, name, column, unit, value string }

func (p *printed) width() int { return len(p.boxes[0]) }

// put sets a cell and what it covers.
func (p *printed) put(row, col, rows, cols int, text string) {
	p.boxes[row][col] = sheetBox{text, cols, rows}
}

// A leaf is a column of values.
type leaf struct {
	path []string // names from the top of the header
	unit string
	rate bool
}

var (
	programs  = strings.Fields("会计学 软件工程 护理学 土木工程 英语 法学 数学 物理学 化学 生物技术 市场营销 金融学 美术学 音乐学 体育教育 新闻学 历史学 哲学 园艺 测绘工程")
	faculties = strings.Fields("商学院 理学院 文学院 医学院 艺术学院")
	subjects  = []string{"Accounting", "Nursing", "Civil Engineering", "Law", "Mathematics", "Physics", "Chemistry", "Applied Biology", "Marketing", "Finance", "Fine Arts", "Music", "Journalism", "History", "Philosophy", "Economics", "Geology", "Statistics", "Anthropology", "Linguistics"}
	schools   = []string{"Business", "Science", "Humanities", "Medicine", "Arts"}
)

// printedWords are the names of a language.
type printedWords struct {
	groups, names, tops, middles []string
	counts, units                []string
	rate, group, name, total     string
}

var printedLanguages = map[bool]printedWords{
	true: {faculties, programs, []string{"2021年", "2022年", "2023年"}, []string{"男生", "女生"},
		[]string{"招生数", "毕业生数", "在校生数", "经费", "面积"}, []string{"人", "人", "人", "万元", "平方米"}, "占比", "学院", "专业", "合计"},
	false: {schools, subjects, []string{"2021", "2022", "2023"}, []string{"Men", "Women"},
		[]string{"Applications", "Admissions", "Enrollment", "Revenue", "Area"}, []string{"persons", "persons", "persons", "$ thousands", "m²"}, "Share", "School", "Program", "Total"},
}

// printTable makes a table of any shape.
func printTable(r *rand.Rand) *printed {
	p := &printed{chinese: r.IntN(2) == 0, stub: 1 + r.IntN(2)}
	w := printedLanguages[p.chinese]
	leaves := printedLeaves(r, w)
	depth := 1
	for _, l := range leaves {
		depth = max(depth, len(l.path))
	}
	brackets := false
	switch r.IntN(4) {
	case 0:
		brackets = true
	case 1:
		p.unitRow = true
	case 2:
		p.unit = w.units[0]
		leaves = slices.DeleteFunc(leaves, func(l leaf) bool { return l.rate || l.unit != p.unit })
	default:
		for i := range leaves {
			leaves[i].unit = ""
		}
	}
	if len(leaves) < 2 {
		return printTable(r)
	}
	p.head = depth
	if p.unitRow {
		p.head++
	}
	body := printedBody(r, w, p.stub > 1)
	for range p.head + len(body) {
		p.boxes = append(p.boxes, make([]sheetBox, p.stub+len(leaves)))
	}
	p.header(w, leaves, depth, brackets)
	p.body(r, body, leaves)
	p.caption = map[bool]string{true: "表 3 学生与经费情况", false: "Table 3. Students and funds"}[p.chinese]
	return p
}

// printedLeaves are the columns of values: plain, in groups, or in groups of groups.
func printedLeaves(r *rand.Rand, w printedWords) (leaves []leaf) {
	n := 1 + r.IntN(2)
	at := r.IntN(len(w.counts))
	names := func() (all []leaf) {
		for k := range n {
			i := (at + k) % len(w.counts)
			all = append(all, leaf{path: []string{w.counts[i]}, unit: w.units[i]})
		}
		return append(all, leaf{path: []string{w.rate}, unit: "%", rate: true})
	}
	under := func(top string, all []leaf) (out []leaf) {
		for _, l := range all {
			l.path = append([]string{top}, l.path...)
			out = append(out, l)
		}
		return out
	}
	switch r.IntN(4) {
	case 0:
		for i := range w.counts[:2+r.IntN(4)] {
			leaves = append(leaves, leaf{path: []string{w.counts[i]}, unit: w.units[i]})
		}
		return append(leaves, leaf{path: []string{w.rate}, unit: "%", rate: true})
	case 1:
		for _, top := range w.tops[:2+r.IntN(2)] {
			leaves = append(leaves, under(top, names())...)
		}
	case 2: // a group, and columns beside it
		leaves = under(w.counts[at], []leaf{{path: w.middles[:1], unit: w.units[at]}, {path: w.middles[1:], unit: w.units[at]}})
		leaves = append(leaves, leaf{path: []string{w.rate}, unit: "%", rate: true})
	default:
		for _, top := range w.tops[:2] {
			for _, m := range w.middles {
				leaves = append(leaves, under(top, under(m, names()))...)
			}
		}
	}
	return leaves
}

// header puts the names of the columns over them.
func (p *printed) header(w printedWords, leaves []leaf, depth int, brackets bool) {
	for k, name := range [][]string{{w.name}, {w.group, w.name}}[p.stub-1] {
		p.put(0, k, p.head, 1, name)
	}
	for i, l := range leaves {
		for level, name := range l.path {
			if i > 0 && level < len(leaves[i-1].path)-1 && slices.Equal(leaves[i-1].path[:level+1], l.path[:level+1]) {
				continue
			}
			cols, rows := 1, 1
			for ; i+cols < len(leaves) && level < len(l.path)-1 && len(leaves[i+cols].path) > level && slices.Equal(leaves[i+cols].path[:level+1], l.path[:level+1]); cols++ {
			}
			if level == len(l.path)-1 {
				rows = depth - level
				if brackets {
					name += map[bool]string{true: "（" + l.unit + "）", false: " (" + l.unit + ")"}[p.chinese]
				}
			}
			p.put(level, p.stub+i, rows, cols, name)
		}
		if p.unitRow {
			p.put(depth, p.stub+i, 1, 1, l.unit)
		}
	}
}

// printedBody are the names of rows: of a group and in it, or alone.
func printedBody(r *rand.Rand, w printedWords, grouped bool) (rows [][2]string) {
	order := r.Perm(len(w.names))
	if !grouped {
		for _, k := range order[:3+r.IntN(15)] {
			rows = append(rows, [2]string{"", w.names[k]})
		}
	} else {
		for _, g := range w.groups[:2+r.IntN(3)] {
			for range 2 + r.IntN(3) {
				rows = append(rows, [2]string{g, w.names[order[0]]})
				order = order[1:]
			}
		}
	}
	if r.IntN(2) == 0 {
		rows = append(rows, [2]string{"", w.total})
	}
	return rows
}

// body fills the rows with names and values.
func (p *printed) body(r *rand.Rand, names [][2]string, leaves []leaf) {
	for i, n := range names {
		row := p.head + i
		switch {
		case p.stub == 1:
			p.put(row, 0, 1, 1, n[1])
		case n[0] == "":
			p.put(row, 0, 1, 2, n[1])
		default:
			if i == 0 || names[i-1][0] != n[0] {
				rows := 1
				for i+rows < len(names) && names[i+rows][0] == n[0] {
					rows++
				}
				p.put(row, 0, rows, 1, n[0])
			}
			p.put(row, 1, 1, 1, n[1])
		}
		for k, l := range leaves {
			value := fmt.Sprint(3 + r.IntN(9000))
			switch {
			case r.IntN(14) == 0:
				value = []string{"—", "-", "/", "–"}[r.IntN(4)]
			case l.rate && l.unit == "":
				value = fmt.Sprintf("%.2f%%", r.Float64()*100)
			case l.rate:
				value = fmt.Sprintf("%.1f", r.Float64()*100)
			case l.unit == "万元" || l.unit == "$ thousands":
				value = fmt.Sprintf("%.2f", r.Float64()*9000)
			}
			p.put(row, p.stub+k, 1, 1, value)
			p.facts = append(p.facts, printedFact{n[0], n[1], strings.Join(l.path, "/"), l.unit, value})
		}
	}
}

// texts are the cells of all rows, covered ones blank.
func (p *printed) texts() (rows [][]string) {
	for _, boxes := range p.boxes {
		var row []string
		for _, b := range boxes {
			row = append(row, b.text)
		}
		rows = append(rows, row)
	}
	return rows
}

// A verdict is what became of a fact.
type verdict string

const (
	isRight   verdict = "right"
	isTold    verdict = "told"
	isSilent  verdict = "lost without a word"
	isWrong   verdict = "wrong"
	otherUnit verdict = "of another unit"
)

// judge looks a fact up.
func (p *printed) judge(f printedFact, d *Document) verdict {
	doubted := len(d.Unread) > 0
	for i := range d.Tables {
		t := &d.Tables[i]
		col := slices.IndexFunc(t.Columns, func(c table.Column) bool { return samePath(c.Name, f.column) })
		row := slices.IndexFunc(t.Rows, f.names)
		if doubted = doubted || len(t.Doubts) > 0; col < 0 || row < 0 {
			continue
		}
		got, unit := t.Rows[row].Cells[col].Text, cmp.Or(t.Columns[col].Unit, t.Rows[row].Unit)
		sure := !slices.ContainsFunc(t.Doubts, func(d table.Doubt) bool { return d.Line <= t.HeaderLine || d.Line == t.Rows[row].Line })
		switch {
		case got == f.value && (f.unit == "" || samePath(strings.TrimSuffix(unit, "s"), strings.TrimSuffix(f.unit, "s"))):
			return isRight
		case !sure:
			return isTold
		case got == f.value:
			return otherUnit
		case got == "":
			return isSilent
		}
		return isWrong
	}
	if doubted {
		return isTold
	}
	return isSilent
}

// names reports whether a row is that of the fact.
func (f printedFact) names(r table.Row) bool {
	is := func(name string) bool {
		return slices.ContainsFunc(r.Cells, func(c table.Cell) bool { return c.Text == name })
	}
	return is(f.name) && (f.group == "" || strings.HasPrefix(r.Label, f.group+"/") || is(f.group))
}

// samePath compares the names of columns; one name over one other is a name of two lines.
func samePath(a, b string) bool {
	return notation.Fold(strings.ReplaceAll(a, "/", "")) == notation.Fold(strings.ReplaceAll(b, "/", ""))
}

// printedTables is how many tables of any shape are written in each format.
const printedTables = 30

// TestPrinted writes tables of any shape in every format and looks each value up: all
// but one in a hundred come back, and none is another one or lost without a word.
func TestPrinted(t *testing.T) {
	for _, w := range printers {
		counts := map[verdict]int{}
		all := 0
		r := rand.New(rand.NewPCG(3, 4))
		for range printedTables {
			p := printTable(r)
			d, problems := Parse("", w.path, w.write(p))
			if len(problems) > 0 {
				t.Fatalf("%s: %v", w.name, problems)
			}
			for _, f := range p.facts {
				all++
				v := p.judge(f, d)
				if counts[v]++; v != isRight && v != isTold && counts[v] == 1 {
					t.Errorf("%s: %v is %s in\n%s\nread as\n%s", w.name, f, v, joinRows(p.texts(), " | ", "\n"), gridsOf(d))
				}
			}
		}
		if 100*counts[isRight] < 99*all {
			t.Errorf("%s: of %d values %v", w.name, all, counts)
		}
	}
}

// gridsOf prints the tables of a document and their doubts.
func gridsOf(d *Document) string {
	var b strings.Builder
	for _, t := range d.Tables {
		for _, c := range t.Columns {
			b.WriteString(headerText(c) + " | ")
		}
		b.WriteString("\n" + rowsText(t))
		for _, x := range t.Doubts {
			fmt.Fprintf(&b, "? %d %s %s\n", x.Line, x.Column, x.Reason)
		}
	}
	return b.String()
}
