// Package sample makes up the reports of a country: of many institutions, in different
// formats and layouts, some of them broken, and the specs that draw them.
package sample

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"

	"charts/reach/internal/store"
)

//go:embed specs overview
var specs embed.FS

// Year is that of all reports.
const Year = 2023

// Write writes the reports of n institutions, of which some are broken, and the specs.
func Write(ctx context.Context, at string, n, broken int) error {
	s, err := store.Open(ctx, at)
	if err != nil {
		return err
	}
	defer s.Close()
	err = fs.WalkDir(specs, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := specs.ReadFile(path)
		if err != nil {
			return err
		}
		return s.Write(ctx, path, src)
	})
	for i := range n {
		if err != nil {
			return err
		}
		name, content := Report(i)
		if broken > 0 && i%(n/broken) == n/broken-1 && i/(n/broken) < broken {
			name, content = Broken(i)
		}
		err = s.Write(ctx, "reports/"+name, content)
	}
	return err
}

// Name is what the i-th institution is called.
func Name(i int) string { return fmt.Sprintf("示例学院%04d", i+1) }

// Report is the report of the i-th institution: equal in every run.
func Report(i int) (name string, content []byte) {
	r := rand.New(rand.NewPCG(uint64(i), Year))
	f := formats[i%len(formats)]
	return fmt.Sprintf("%s-%d%s", Name(i), Year, f.ext), f.write(blocks(i, r))
}

// Broken is the report of the i-th institution as nobody can read it.
func Broken(i int) (name string, content []byte) {
	kinds := []struct {
		ext     string
		content []byte
	}{
		{".docx", docx(blocks(i, rand.New(rand.NewPCG(uint64(i), Year))))[:600]},
		{".pdf", []byte("%PDF-1.7\n" + strings.Repeat("x", 99))},
		{".txt", nil},
		{".xlsx", []byte("PK\x03\x04 no workbook")},
	}
	k := kinds[i/7%len(kinds)]
	return fmt.Sprintf("%s-%d%s", Name(i), Year, k.ext), k.content
}

// A block is a paragraph, or a table with its caption.
type block struct {
	text string
	rows [][]string
}

// blocks are what a report says. Institutions differ in what tables they have, in
// their order, in their columns and in what is missing.
func blocks(i int, r *rand.Rand) []block {
	students := 2000 + r.IntN(9000)
	body := []block{
		{text: Name(i) + "高等职业教育质量年度报告（" + fmt.Sprint(Year) + "）"},
		{text: fmt.Sprintf("%s %d 届毕业生 %d 人，院校与数字都是虚构的。", Name(i), Year, students)},
	}
	tables := []block{scoreCard(i, students, r), destinations(students, r)}
	if i%3 == 1 {
		tables = append(tables, income(r))
	}
	if i%2 == 1 {
		tables[0], tables[1] = tables[1], tables[0]
	}
	for n, t := range tables {
		t.text = fmt.Sprintf("表 %d %s", n+1, t.text)
		body = append(body, t)
	}
	return body
}

// scoreCard is the table that all have, in one of three forms.
func scoreCard(i, students int, r *rand.Rand) block {
	rate := func(from, to float64) string { return fmt.Sprintf("%.2f", from+(to-from)*r.Float64()) }
	rows := [][]string{
		{"毕业生人数", "人", fmt.Sprint(students)},
		{"毕业去向落实率", "%", rate(88, 99)},
		{"升学率", "%", rate(10, 45)},
		{"生师比", ":1", fmt.Sprintf("%.1f", 14+8*r.Float64())},
		{"双师素质专任教师比例", "%", rate(50, 95)},
		{"专任教师高级职称比例", "%", rate(20, 45)},
		{"生均教学科研仪器设备值", "元/生", fmt.Sprint(8000 + r.IntN(9000))},
		{"企业提供的校内实践教学设备值", "万元", rate(20, 4000)},
		{"年支付企业兼职教师课酬", "万元", rate(20, 900)},
	}
	if i%11 == 3 {
		rows[5][2] = "—"
	}
	if i%13 == 4 {
		rows = append(rows[:7], rows[8:]...)
	}
	year := fmt.Sprintf("%d年", Year)
	t := block{text: "人才培养质量计分卡", rows: [][]string{{"序号", "指标", "单位", year}}}
	for n, row := range rows {
		t.rows = append(t.rows, append([]string{fmt.Sprint(n + 1)}, row...))
	}
	switch i % 3 {
	case 1: // without numbers of the rows
		for n := range t.rows {
			t.rows[n] = t.rows[n][1:]
		}
	case 2: // with the year before
		t.rows[0] = append(t.rows[0][:3:3], fmt.Sprintf("%d年", Year-1), year)
		for n := 1; n < len(t.rows); n++ {
			t.rows[n] = append(t.rows[n][:3:3], t.rows[n][3], t.rows[n][3])
		}
	}
	return t
}

// destinations is where the graduates went: whole numbers that make the sum.
func destinations(students int, r *rand.Rand) block {
	t := block{text: "毕业去向", rows: [][]string{{"毕业去向", "人数"}}}
	left := students
	for _, name := range []string{"升学", "企业就业", "自主创业", "应征入伍"} {
		n := r.IntN(left/2 + 1)
		left -= n
		t.rows = append(t.rows, []string{name, fmt.Sprint(n)})
	}
	return block{t.text, append(t.rows, []string{"未落实", fmt.Sprint(left)}, []string{"合计", fmt.Sprint(students)})}
}

func income(r *rand.Rand) block {
	t := block{text: "办学经费收入", rows: [][]string{{"来源", "金额（万元）"}}}
	for _, name := range []string{"财政拨款", "事业收入", "其他收入"} {
		t.rows = append(t.rows, []string{name, fmt.Sprintf("%.2f", 200+20000*r.Float64())})
	}
	return t
}
