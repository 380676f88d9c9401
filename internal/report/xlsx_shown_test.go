package report

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"charts/internal/notation"
)

// sheetOf makes a workbook of rows of cells, parted by |. An = begins a formula
// without a value.
func sheetOf(t *testing.T, rows string, change func(*excelize.File)) []byte {
	t.Helper()
	b := newBook()
	for i, r := range strings.Split(rows, "\n") {
		for j, c := range strings.Split(r, "|") {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			switch q := strings.TrimSpace(c); {
			case q == "":
			case strings.HasPrefix(q, "="):
				b.file.SetCellFormula("Sheet1", name, q[1:])
			case notation.Number(q):
				b.file.SetCellDefault("Sheet1", name, q)
			default:
				b.file.SetCellStr("Sheet1", name, q)
			}
		}
	}
	if change != nil {
		change(b.file)
	}
	return b.bytes()
}

func TestWhatASheetHidesIsLeftOutAndTold(t *testing.T) {
	const rows = "院|人数|密|经费\n理|14|1|20\n文|25|2|30\n工|36|3|40\n医|47|4|50"
	format := ";;;"
	tests := []struct {
		name   string
		change func(*excelize.File)
		want   string
		doubts string
	}{
		{"rows", func(f *excelize.File) { f.SetRowVisible("Sheet1", 3, false); f.SetRowVisible("Sheet1", 4, false) },
			"院,人数,密,经费: 理,14,1,20; 医,47,4,50", "hidden rows of the sheet were left out: 3, 4"},
		{"a column", func(f *excelize.File) { f.SetColVisible("Sheet1", "C", false) },
			"院,人数,经费: 理,14,20; 文,25,30; 工,36,40; 医,47,50", "hidden column C of the sheet was left out"},
		{"a number, by its format", func(f *excelize.File) {
			style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			f.SetCellStyle("Sheet1", "D4", "D4", style)
		}, "院,人数,密,经费: 理,14,1,20; 文,25,2,30; 工,36,3,; 医,47,4,50", "the number format of D4 hides its number, which was left out"},
		{"the first row of a merged cell", func(f *excelize.File) {
			f.MergeCell("Sheet1", "A2", "A4")
			f.SetRowVisible("Sheet1", 2, false)
		}, "院,人数,密,经费: 理,25,2,30; 理,36,3,40; 医,47,4,50", "hidden rows of the sheet were left out: 2"},
		{"another sheet", func(f *excelize.File) {
			f.NewSheet("旧")
			f.SetSheetVisible("旧", false)
		}, "院,人数,密,经费: 理,14,1,20; 文,25,2,30; 工,36,3,40; 医,47,4,50", "hidden sheets were left out: 旧"},
		{"nothing", nil, "院,人数,密,经费: 理,14,1,20; 文,25,2,30; 工,36,3,40; 医,47,4,50", ""},
	}
	for _, tt := range tests {
		d, problems := Parse("", "r.xlsx", sheetOf(t, rows, tt.change))
		if len(problems) > 0 || len(d.Tables) != 1 {
			t.Fatalf("%s: %v, %d tables", tt.name, problems, len(d.Tables))
		}
		var doubts []string
		for _, doubt := range d.Tables[0].Doubts {
			doubts = append(doubts, doubt.Reason.String())
		}
		if got := gridText(d.Tables[0]); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
		if got := strings.Join(doubts, "; "); got != tt.doubts {
			t.Errorf("%s: doubts %q; want %q", tt.name, got, tt.doubts)
		}
	}
}

// What says a scale stands over a column; an amount in it says only its own.
func TestOnlyHeadersSayAScale(t *testing.T) {
	format := "#,##0,"
	for head, want := range map[string]string{"客流": "36000", "客流（千人）": "36", "客流（万人）": "36 (36000)", "2023年（千人）": "36", "1月（千人）": "36"} {
		src := sheetOf(t, "站|"+head+"\n东|1.2千\n西|36000\n南|48000", func(f *excelize.File) {
			style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			f.SetCellStyle("Sheet1", "B3", "B4", style)
		})
		doc, problems := Parse("", "a.xlsx", src)
		if problems.HasErrors() || len(doc.Tables) != 1 {
			t.Fatalf("%s: %v", head, problems)
		}
		if got := strings.ReplaceAll(doc.Tables[0].Rows[1].Cells[1].Text, ",", ""); got != want {
			t.Errorf("36000 under %s is %q; want %q", head, got, want)
		}
	}
}

func TestAFormulaWithoutAValueIsNoMissingOne(t *testing.T) {
	d, _ := Parse("", "r.xlsx", sheetOf(t, "院|甲|乙|和\n理|3|4|=B2+C2\n文|5|6|=SUM(B3:C3)", nil))
	if got, want := gridText(d.Tables[0]), "院,甲,乙,和: 理,3,4,=B2+C2; 文,5,6,=SUM(B3:C3)"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}

// The same rows mean the same in every format, as a report and as a side file.
func TestOneReaderForReportsAndSideFiles(t *testing.T) {
	const want = "站,客流[人次],占比: 东站,4200,61.5%; 西站,2630,38.5%"
	files := map[string]string{
		"a.csv":  "站,客流（人次）,占比\n东站,4200,61.5%\n西站,2630,38.5%\n",
		"b.tsv":  "站\t客流（人次）\t占比\n东站\t4200\t61.5%\n西站\t2630\t38.5%\n",
		"c.json": `[{"站": "东站", "客流（人次）": 4200, "占比": "61.5%"}, {"站": "西站", "客流（人次）": 2630, "占比": "38.5%"}]`,
		"d.xlsx": string(sheetOf(t, "站|客流（人次）|占比\n东站|4200|61.5%\n西站|2630|38.5%", nil)),
		"e.csv":  "各站客流\n\n站,客流（人次）,占比\n东站,4200,61.5%\n西站,2630,38.5%\n",
	}
	for name, src := range files {
		asReport, problems := Parse("", name, []byte(src))
		side, more := Data(name, []byte(src), "", nil)
		if len(problems)+len(more) > 0 || len(asReport.Tables) != 1 {
			t.Errorf("%s: %v %v", name, problems, more)
			continue
		}
		for _, d := range []*Document{asReport, side} {
			if got := gridText(d.Tables[0]); got != want {
				t.Errorf("%s: %s; want %s", name, got, want)
			}
		}
	}
}

func TestDataRefusesWhatIsNoTable(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"two.csv", "甲,乙\n1,2\n\n丙,丁\n戊,己\n", "two.csv:4: it holds 2 tables, on lines 1, 4"},
		{"none.csv", "只有一句话。\n", "none.csv: it holds no table: a row of names and rows of values under it"},
		{"twice.csv", "甲,甲\n1,2\n", `twice.csv:1: two columns are named "甲"`},
		{"wide.csv", "甲,乙\n1,2\n3,4,5\n", "wide.csv:3: it has 3 cells, and there are 2 columns"},
		{"sheet.xlsx", string(sheetOf(t, "甲|乙\n1|2", nil)), `sheet.xlsx: it has no sheet "丙"; it has Sheet1`},
	}
	for _, tt := range tests {
		_, problems := Data(tt.name, []byte(tt.src), map[bool]string{true: "丙"}[strings.HasSuffix(tt.name, "x")], nil)
		if len(problems) != 1 || problems[0].Pos.String()+": "+problems[0].Text.String() != tt.want {
			t.Errorf("%s: %v; want %s", tt.name, problems, tt.want)
		}
	}
}

func TestAColumnAloneIsATable(t *testing.T) {
	d, problems := Data("a.csv", []byte("分数\n81\n92\n77\n"), "", nil)
	if len(problems) > 0 || gridText(d.Tables[0]) != "分数: 81; 92; 77" {
		t.Errorf("%v %v", d.Tables, problems)
	}
}

// A workbook that counts days from 1904 shows its first ones, and hours, as a
// spreadsheet does.
func TestDatesFrom1904(t *testing.T) {
	tests := []struct{ code, value, from1900, from1904 string }{ // a code that is a number is one of the built-in ones
		{"14", "59", "1900/2/28", "1904/2/29"},
		{"22", "59", "1900/2/28 00:00", "1904/2/29 00:00"},
		{"23", "59", "59", "59"},
		{"yyyy-mm-dd", "0.5", "1900-01-00", "1904-01-01"},
		{"yyyy-mm-dd", "59", "1900-02-28", "1904-02-29"},
		{"yyyy-mm-dd", "60", "1900-02-29", "1904-03-01"},
		{"yyyy-mm-dd", "45000", "2023-03-15", "2027-03-16"},
		{"yyyy\"年\"m\"月\"", "31", "1900年1月", "1904年2月"},
		{"[h]:mm", "1.25", "30:00", "30:00"},
		{"h:mm", "1.25", "6:00", "6:00"},
		{"# ?/?", "59.5", "59 1/2", "59 1/2"},
		{"0.0\"日\"", "59.5", "59.5日", "59.5日"},
	}
	for _, tt := range tests {
		for from1904, want := range map[bool]string{false: tt.from1900, true: tt.from1904} {
			src := sheetOf(t, "站|期\n东|"+tt.value, func(f *excelize.File) {
				of := &excelize.Style{CustomNumFmt: &tt.code}
				if n, err := strconv.Atoi(tt.code); err == nil {
					of = &excelize.Style{NumFmt: n}
				}
				style, _ := f.NewStyle(of)
				f.SetCellStyle("Sheet1", "B2", "B2", style)
				f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &from1904})
			})
			doc, problems := Data("a.xlsx", src, "", nil)
			if len(problems) > 0 || doc.Tables[0].Rows[0].Cells[1].Text != want {
				t.Errorf("%s as %s, from 1904 %v: %v %v; want %s", tt.value, tt.code, from1904, gridText(doc.Tables[0]), problems, want)
			}
		}
	}
}
