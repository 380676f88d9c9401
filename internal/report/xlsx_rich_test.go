package report

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Raised characters of a sheet are no digits either.
func TestRaisedInSheets(t *testing.T) {
	run := func(text, align string) excelize.RichTextRun {
		return excelize.RichTextRun{Text: text, Font: &excelize.Font{VertAlign: align}}
	}
	src := sheetOf(t, "库|件数\n甲|64\n乙|x\n丙|x\n丁|x\n戊|52", func(f *excelize.File) {
		for cell, runs := range map[string][]excelize.RichTextRun{
			"B1": {{Text: "面积（m"}, run("2", "superscript"), {Text: "）"}},
			"B3": {{Text: "41"}, run("3", "superscript")},
			"B4": {{Text: "39"}, run("(1)", "superscript")},
			"B5": {{Text: "3"}, {Text: "7"}},
		} {
			if err := f.SetCellRichText("Sheet1", cell, runs); err != nil {
				t.Fatal(err)
			}
		}
	})
	const want = "库,面积[m²]: 甲,64; 乙,41; 丙,39; 丁,37; 戊,52"
	for name, src := range map[string][]byte{"shared": src, "inline": inlined(t, src)} {
		d, problems := Parse("", "r.xlsx", src)
		if len(problems) > 0 || len(d.Tables) != 1 {
			t.Fatal(name, problems, len(d.Tables))
		}
		if got := gridText(d.Tables[0]); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// What is struck out in a cell is no part of its number.
func TestStruckOutInSheets(t *testing.T) {
	struck := &excelize.Font{Strike: true}
	src := sheetOf(t, "库|件数\n甲|64\n乙|x\n丙|x\n丁|7", func(f *excelize.File) {
		f.SetCellRichText("Sheet1", "B3", []excelize.RichTextRun{{Text: "40", Font: struck}, {Text: "50"}})
		f.SetCellRichText("Sheet1", "B4", []excelize.RichTextRun{{Text: "39", Font: struck}})
	})
	for name, src := range map[string][]byte{"shared": src, "inline": inlined(t, src)} {
		if d, _ := Parse("", "r.xlsx", src); gridText(d.Tables[0]) != "库,件数: 甲,64; 乙,50; 丙,; 丁,7" {
			t.Errorf("%s: %s", name, gridText(d.Tables[0]))
		}
	}
}

// inlined is a workbook whose shared texts stand in their cells.
func inlined(t *testing.T, src []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range in.File {
		r, _ := f.Open()
		b, _ := io.ReadAll(r)
		parts[f.Name] = string(b)
	}
	texts := regexp.MustCompile(`(?s)<si>(.*?)</si>`).FindAllStringSubmatch(parts["xl/sharedStrings.xml"], -1)
	shared := regexp.MustCompile(`t="s"([^>]*)><v>(\d+)</v>`)
	const sheet = "xl/worksheets/sheet1.xml"
	parts[sheet] = shared.ReplaceAllStringFunc(parts[sheet], func(s string) string {
		m := shared.FindStringSubmatch(s)
		n := 0
		for _, digit := range m[2] {
			n = 10*n + int(digit-'0')
		}
		return `t="inlineStr"` + m[1] + "><is>" + texts[n][1] + "</is>"
	})
	var all [][2]string
	for _, f := range in.File {
		all = append(all, [2]string{f.Name, parts[f.Name]})
	}
	return zipped(all...)
}
