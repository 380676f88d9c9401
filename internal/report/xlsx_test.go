package report

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var (
	percentForm = regexp.MustCompile(`^\d+\.\d\d%$`)
	countForm   = regexp.MustCompile(`^(?:0|[1-9]\d{0,9})$`)
)

// A book writes a workbook.
type book struct {
	file    *excelize.File
	sheet   string
	row     int
	percent int // the style
}

func newBook() *book {
	b := &book{file: excelize.NewFile()}
	b.percent, _ = b.file.NewStyle(&excelize.Style{NumFmt: 10})
	return b
}

func (b *book) bytes() []byte {
	var out bytes.Buffer
	b.file.Write(&out)
	return out.Bytes()
}

// open goes on in a sheet; the first takes the place of the default one.
func (b *book) open(name string) {
	if b.sheet == name {
		return
	}
	if b.sheet == "" {
		b.file.SetSheetName("Sheet1", name)
	} else {
		b.file.NewSheet(name)
	}
	b.sheet, b.row = name, 0
}

// write writes a row; numbers are numbers and shares have the format 0.00%.
func (b *book) write(cells ...string) {
	b.row++
	for i, c := range cells {
		b.cell(i+1, b.row, c)
	}
}

func (b *book) cell(col, row int, s string) {
	name, _ := excelize.CoordinatesToCellName(col, row)
	switch {
	case s == "":
	case percentForm.MatchString(s):
		v, _ := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
		b.file.SetCellValue(b.sheet, name, v/100)
		b.file.SetCellStyle(b.sheet, name, name, b.percent)
	case countForm.MatchString(s):
		v, _ := strconv.Atoi(s)
		b.file.SetCellValue(b.sheet, name, v)
	default:
		b.file.SetCellStr(b.sheet, name, s)
	}
}

func (b *book) merge(col, row, cols, rows int) {
	from, _ := excelize.CoordinatesToCellName(col, row)
	to, _ := excelize.CoordinatesToCellName(col+cols-1, row+rows-1)
	b.file.MergeCell(b.sheet, from, to)
}

// writeExcel writes one sheet for each section.
func writeExcel(d *Document) []byte {
	b := newBook()
	for i := range d.Tables {
		t := &d.Tables[i]
		b.open(t.Section)
		b.row++
		b.write(t.Label + "：" + t.Title)
		b.merge(1, b.row, len(t.Columns), 1)
		top := b.row + 2
		for _, row := range rowsOf(t) {
			b.write(row...)
		}
		for r := range t.Rows {
			for c := range t.Columns {
				if n := below(t, r, c); n > 0 {
					b.merge(c+1, top+r, 1, n+1)
				}
			}
		}
		for _, n := range t.Notes {
			b.write(n.Text)
		}
	}
	return b.bytes()
}

func TestExcel(t *testing.T) {
	type cells map[string]any
	for _, c := range []struct {
		name  string
		cells cells
		merge string
		want  string
	}{
		{"plain", cells{"A1": "专业", "B1": "人数", "A2": "甲", "B2": 3}, "", "Sheet1/第 2 行: 专业,人数: 甲,3"},
		{"not in the corner", cells{"C4": "专业", "D4": "人数", "C5": "甲", "D5": 3}, "", "Sheet1/第 5 行: 专业,人数: 甲,3"},
		{"two tables", cells{"A1": "表 1：甲", "A2": "专业", "B2": "人数", "A3": "甲", "B3": 3, "A6": "表 2：乙", "A7": "去向", "B7": "人数", "A8": "升学", "B8": 4},
			"", "Sheet1/表 1: 专业,人数: 甲,3; Sheet1/表 2: 去向,人数: 升学,4"},
		{"two tables without a gap", cells{"A1": "表 1：甲", "A2": "专业", "B2": "人数", "A3": "甲", "B3": 3, "A4": "表 2：乙", "A5": "去向", "B5": "人数", "A6": "升学", "B6": 4},
			"", "Sheet1/表 1: 专业,人数: 甲,3; Sheet1/表 2: 去向,人数: 升学,4"},
		{"side by side", cells{"A1": "专业", "B1": "人数", "A2": "甲", "B2": 3, "D1": "去向", "E1": "人数", "D2": "升学", "E2": 4},
			"", "Sheet1/第 2 行: 专业,人数: 甲,3; Sheet1/第 2 行#2: 去向,人数: 升学,4"},
		{"flags beside years", cells{"A1": "geo", "B1": "2021", "D1": "2022", "A2": "BE", "B2": "3.6", "D2": ":", "E2": "c", "A3": "DE", "B3": "4.1", "D3": "5", "E3": "p"},
			"", "Sheet1/line 2: geo,2021,2022,Column 4: BE,3.6,:,c; DE,4.1,5,p"},
		{"a merged header", cells{"A1": "总数", "B1": "高级", "B2": "人数", "C2": "比例", "A3": 80, "B3": 5, "C3": "6%"},
			"A1:A2 B1:C1", "Sheet1/第 2 行: 总数,高级/人数,高级/比例: 80,5,6%"},
		{"merged groups", cells{"A1": "院", "B1": "专业", "C1": "人数", "A2": "甲院", "B2": "甲", "C2": 1, "B3": "乙", "C3": 2},
			"A2:A3", "Sheet1/第 2 行: 院,专业,人数: 甲院,甲,1; ,乙,2"},
		{"a long merge", cells{"A1": "专业", "B1": "人数", "A2": "甲", "B2": 3}, "A2:A20", "Sheet1/第 2 行: 专业,人数: 甲,3"},
		{"columns for another table's sake", cells{"A1": "去向", "C1": "2022年", "D1": "2023年", "A2": "升学", "C2": 120, "D2": 140, "A3": "创业", "C3": 8, "D3": 9}, "A1:B1 A2:B2 A3:B3 D1:E1 D2:E2 D3:E3", "Sheet1/第 2 行: 去向,2022年,2023年: 升学,120,140; 创业,8,9"},
		{"numbers as they are", cells{"A1": "比", "B1": "数", "A2": 0.1 + 0.2, "B2": 1946.59}, "", "Sheet1/第 2 行: 比,数: 0.3,1946.59"},
	} {
		b := newBook()
		for name, v := range c.cells {
			b.file.SetCellValue("Sheet1", name, v)
		}
		for ref := range strings.FieldsSeq(c.merge) {
			from, to, _ := strings.Cut(ref, ":")
			b.file.MergeCell("Sheet1", from, to)
		}
		d, problems := Parse("", "r.xlsx", b.bytes())
		var got []string
		for _, tab := range d.Tables {
			got = append(got, tab.ID+": "+gridText(tab))
		}
		if s := strings.Join(got, "; "); s != c.want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s %v", c.name, s, c.want, problems)
		}
	}
}

// TestNumberFormats: a cell is what its reader sees.
func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		value  any
		format string
		want   string
	}{
		{0.4574, "0.00%", "45.74%"}, {0.9, "0%", "90%"}, {11206, "#,##0", "11,206"}, {1946.5, "0.00", "1946.50"},
		{6061, "", "6061"}, {"6061", "", "6061"}, {45170, "yyyy/m/d", "2023/9/1"}, {45170, "yyyy-mm-dd", "2023-09-01"}, {45170, `yyyy"年"m"月"`, "2023年9月"}, {5.04, `0.00"亿元"`, "5.04亿元"},
	} {
		b := newBook()
		for i, v := range []any{"名称", "值", "甲"} {
			b.file.SetCellValue("Sheet1", []string{"A1", "B1", "A2"}[i], v)
		}
		b.file.SetCellValue("Sheet1", "B2", c.value)
		if c.format != "" {
			style, _ := b.file.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
			b.file.SetCellStyle("Sheet1", "B2", "B2", style)
		}
		d, _ := Parse("", "r.xlsx", b.bytes())
		if got := d.Tables[0].Rows[0].Cells[1].Text; got != c.want {
			t.Errorf("%v as %s: %s, want %s", c.value, c.format, got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	b := newBook()
	b.open("就业")
	b.write("", "专业", "人数")
	b.write("", "甲", "3")
	d, _ := Parse("", "r.xlsx", b.bytes())
	r := d.Tables[0].Rows[0]
	if got := d.Place(r.Line) + " " + d.Place(1); got != "就业!B2:C2 就业" {
		t.Error(got)
	}
}

func TestHiddenSheets(t *testing.T) {
	b := newBook()
	b.open("甲")
	b.write("专业", "人数")
	b.write("甲", "3")
	b.open("乙")
	b.write("去向", "人数")
	b.write("升学", "4")
	b.file.SetSheetVisible("乙", false)
	d, _ := Parse("", "r.xlsx", b.bytes())
	if len(d.Tables) != 1 || len(d.Sections) != 1 {
		t.Errorf("%d tables, %d sections", len(d.Tables), len(d.Sections))
	}
}
