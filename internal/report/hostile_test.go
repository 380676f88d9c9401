package report

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"charts/internal/table"
)

// sheetXML packs a workbook of one sheet that is written by hand.
func sheetXML(sheet string) []byte {
	return zipped(
		[2]string{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		[2]string{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		[2]string{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		[2]string{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		[2]string{"xl/worksheets/sheet1.xml", sheet})
}

// repeated writes s so often that the text has about size bytes.
func repeated(s string, size int) string { return strings.Repeat(s, size/len(s)) }

func numbered(n int, format string) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestHostile: a file that is made to fill memory or time is refused, and the
// limit is named; or it is read in the bounds.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	for _, c := range []struct {
		name, path string
		src        func() []byte
		want       string // of the problem; "" if it is read
	}{
		{"100 MB of text", "r.txt", func() []byte { return []byte(repeated("甲\t乙\n", 100<<20)) }, "100 MB of text, more than 32"},
		{"10 MB of text", "r.txt", func() []byte { return []byte(repeated(strings.Repeat("完成了工作，", 6)+"。\n", 10<<20)) }, ""},
		{"many lines", "r.txt", func() []byte { return []byte(repeated("甲\n", 8<<20)) }, "MB of memory to read"},
		{"many tables", "r.txt", func() []byte { return []byte(repeated("表 1\n甲 乙\n丙 3\n", 1<<20)) }, "more than 5000 tables"},
		{"many parts of one table", "r.html", func() []byte {
			return []byte("<html>" + strings.Repeat("<table><tr><td>甲<td>乙<tr><td>丙<td>1</table><p>续表</p>", 30_000))
		}, ""},
		{"many rows", "r.txt", func() []byte { return []byte(strings.Repeat("甲\t乙\n", 290_000)) }, ""},
		{"wide rows", "r.txt", func() []byte { return []byte(strings.Repeat(strings.Repeat("1\t", 199)+"\n", 20_000)) }, ""},
		{"many words", "r.txt", func() []byte { return []byte("表 1：甲\n" + strings.Repeat("甲 乙 1 2 3 4 5 6 7 8 9\n", 80_000)) }, ""},
		{"5 MB of Markdown", "r.md", func() []byte { return []byte(repeated("甲\n\n", 5<<20)) }, "more than 2 MB of Markdown"},
		{"2 MB of Markdown", "r.md", func() []byte { return []byte(repeated("甲\n\n", 2<<20)) }, ""},
		{"a Markdown table", "r.md", func() []byte { return []byte("a|b\n-|-\n" + repeated("甲|1\n", 1<<20)) }, ""},
		{"nested quotes", "r.md", func() []byte { return []byte(strings.Repeat(">", 100_000) + "甲") }, "more than 3000 marks"},
		{"nested brackets", "r.md", func() []byte { return []byte(strings.Repeat("[", 100_000) + "甲" + strings.Repeat("](", 50_000)) }, "more than 3000 marks"},
		{"nested stars", "r.md", func() []byte { return []byte(strings.Repeat("*a **b ", 50_000)) }, "more than 3000 marks"},
		{"nested lists", "r.md", func() []byte { return []byte(strings.Repeat("- ", 50_000) + "甲") }, "more than 3000 marks"},
		{"many stars", "r.md", func() []byte { return []byte(repeated(strings.Repeat("*a **b ", 900)+"\n\n", 2<<20)) }, "in all"},
		{"many lists", "r.md", func() []byte { return []byte(repeated(strings.Repeat("- ", 900)+"甲\n\n", 2<<20)) }, "in all"},
		{"open tags in Markdown", "r.md", func() []byte { return []byte("甲" + repeated("<a ", 2<<20-10)) }, ""},
		{"9 MB of HTML", "r.html", func() []byte { return []byte("<html>" + repeated("<p>甲", 9<<20)) }, "MB of memory to read"},
		{"8 MB of HTML", "r.html", func() []byte { return []byte("<html>" + repeated("<p>甲", 8<<20-10)) }, "MB of memory to read"},
		{"many tags", "r.html", func() []byte { return []byte("<html>" + strings.Repeat("<p>甲", 290_000)) }, ""},
		{"nested tags", "r.html", func() []byte { return []byte("<html>" + repeated("<div>", 1<<20)) }, "inside each other"},
		{"nested formatting", "r.html", func() []byte { return []byte("<html>" + strings.Repeat("<b><p>", 140_000)) }, ""},
		{"huge spans", "r.html", func() []byte {
			return []byte("<html><table>" + strings.Repeat("<tr><td colspan=100 rowspan=65000>甲<td colspan=100>乙", 30_000) + "</table>")
		}, "more than 200 columns or"},
		{"a CSV of many columns", "r.csv", func() []byte { return []byte(strings.Repeat("1,", 1<<20)) }, "more than 200 columns"},
		{"a CSV of many rows", "r.csv", func() []byte { return []byte(repeated("甲,1\n", 2<<20)) }, ""},
		{"a bomb in Word", "r.docx", func() []byte { return word("<w:p>{" + strings.Repeat("0", 33<<20) + "}</w:p>") }, "MB of memory to read"},
		{"nested elements", "r.docx", func() []byte { return word(repeated("<w:p>", 1<<20)) }, "more than 250 elements inside each other"},
		{"many elements", "r.docx", func() []byte { return word(repeated("<w:p/>", 30<<20)) }, "MB of memory to read"},
		{"a billion laughs", "r.docx", func() []byte {
			return zipped([2]string{"word/document.xml", `<!DOCTYPE a [<!ENTITY b "bbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><document><body><p><r><t>&c;</t></r></p></body></document>`})
		}, "defines entities"},
		{"a wide Word table", "r.docx", func() []byte { return word("<w:tbl>" + row(strings.Repeat("甲|", 10_000)) + "</w:tbl>") }, "more than 200 columns"},
		{"many packed files", "r.docx", func() []byte {
			files := [][2]string{{"word/document.xml", wordStart + wordEnd}}
			for i := range 20_000 {
				files = append(files, [2]string{fmt.Sprint(i), ""})
			}
			return zipped(files...)
		}, "packs"},
		{"styles in a circle", "r.docx", func() []byte {
			return zipped([2]string{"word/document.xml", wordStart + `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>` + wordEnd},
				[2]string{"word/styles.xml", `<styles><style styleId="a"><basedOn val="b"/></style><style styleId="b"><basedOn val="a"/></style></styles>`})
		}, ""},
		{"a sheet of 1048576 rows", "r.xlsx", func() []byte {
			return sheetXML(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + numbered(1_048_576, `<row r="%d"/>`) + `</sheetData></worksheet>`)
		}, ""},
		{"a cell far below", "r.xlsx", func() []byte {
			return sheetXML(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData></worksheet>`)
		}, "MB of memory to read"},
		{"cells far to the right", "r.xlsx", func() []byte {
			return sheetXML(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + numbered(50_000, `<row r="%[1]d"><c r="XFD%[1]d"><v>1</v></c></row>`) + `</sheetData></worksheet>`)
		}, "more than"},
		{"merged over everything", "r.xlsx", func() []byte {
			return sheetXML(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + numbered(1000, `<row r="%[1]d"><c r="A%[1]d"><v>1</v></c><c r="B%[1]d"><v>1</v></c></row>`) +
				`</sheetData><mergeCells>` + numbered(5000, `<mergeCell ref="A%d:XFD1048576"/>`) + `</mergeCells></worksheet>`)
		}, "8 million steps to read"},
		{"a row of minus one", "r.xlsx", func() []byte {
			return sheetXML(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="-1"><c r="A-1"><v>1</v></c></row></sheetData></worksheet>`)
		}, "damaged"},
		{"a calc row again and again", "r.ods", func() []byte {
			return calcFile(`<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>`)
		}, "MB of memory to read"},
		{"calc cells far to the right", "r.ods", func() []byte {
			return calcFile(strings.Repeat(`<table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>`, 30_000))
		}, "MB of memory to read"},
		{"calc rows far below", "r.ods", func() []byte {
			return calcFile(strings.Repeat(`<table:table-row table:number-rows-repeated="90000"/><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>`, 9000))
		}, "MB of memory to read"},
		{"calc cells merged over everything", "r.ods", func() []byte {
			return calcFile(strings.Repeat(`<table:table-row>`+strings.Repeat(`<table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"><text:p>1</text:p></table:table-cell>`, 100)+`</table:table-row>`, 500))
		}, "MB of memory to read"},
		{"paragraphs of rich text", "r.rtf", func() []byte { return []byte(`{\rtf1 ` + repeated(`a\par `, 30<<20)) }, "MB of memory to read"},
		{"groups of rich text", "r.rtf", func() []byte { return []byte(`{\rtf1` + strings.Repeat("{", 1<<20)) }, "inside each other"},
		{"40 MB of rich text", "r.rtf", func() []byte { return []byte(`{\rtf1 ` + repeated(`{\footnote a}b `, 40<<20) + `\par}`) }, "MB of memory to read"},
		{"cells of rich text", "r.rtf", func() []byte {
			return []byte(`{\rtf1 ` + repeated(`\trowd`+numbered(300, `\cellx%d000`)+strings.Repeat(`1\cell`, 300)+`\row `, 30<<20) + `\par}`)
		}, "more than 200 columns"},
		{"a long line of rich text", "r.rtf", func() []byte { return []byte(`{\rtf1 ` + repeated(`\u19968?`, 60<<20) + `\par}`) }, ""},
		{"parts of a message", "r.eml", func() []byte {
			return []byte("Mime-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n\na\n", 8<<20) + "--b--\n")
		}, "MB of memory to read"},
		{"messages inside one another", "r.eml", func() []byte {
			return []byte("Mime-Version: 1.0\n" + strings.Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 10_000))
		}, "MB of memory to read"},
		{"a message without an end", "r.eml", func() []byte {
			return []byte("Mime-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + repeated("QUFBQUFB", 60<<20))
		}, ""},
		{"a cell without an end", "r.rst", func() []byte { return []byte(".. list-table:: a\n\n   * - a\n" + repeated("     a\n", 2<<20-100)) }, ""},
		{"a row without an end", "r.rst", func() []byte { return []byte("== ==\na  b\n== ==\n1  2\n" + repeated("   a\n", 2<<20-100)) }, ""},
		{"directives inside one another", "r.rst", func() []byte {
			var b strings.Builder
			for i := range 1000 {
				b.WriteString(strings.Repeat(" ", i) + ".. note:: a\n")
			}
			return []byte(b.String())
		}, ""},
		{"marks of reStructuredText", "r.rst", func() []byte { return []byte(repeated("*a **b ``c `d <e ", 2<<20-10)) }, ""},
		{"lines of objects", "r.jsonl", func() []byte { return []byte(repeated("{\"a\":1}\n", 16<<20)) }, "MB of memory to read"},
		{"a bomb in a workbook", "r.xlsx", func() []byte { return sheetXML(repeated("<row/>", 129<<20)) }, "MB of memory to read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := c.src()
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d, problems := Parse("", c.path, src)
			runtime.ReadMemStats(&after)
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 1<<30 {
				t.Errorf("took %d MB of memory", grown>>20)
			}
			t.Logf("%d MB", (int64(after.HeapSys)-int64(before.HeapSys))>>20)
			if got := fmt.Sprint(problems); (c.want == "") != (len(problems) == 0) || !strings.Contains(got, c.want) {
				t.Errorf("%.200s, want %q; %d tables", got, c.want, len(d.Tables))
			}
		})
	}
}

// FuzzFormats: whatever the bytes, every reader ends without a panic, and rows
// are as wide as their tables.
func FuzzFormats(f *testing.F) {
	paths := []string{"r.md", "r.html", "r.csv", "r.docx", "r.xlsx", "r.pdf", "r.rtf", "r.eml", "r.rst", "r.jsonl"}
	for i, src := range []string{
		"# 1 甲\n\n表 1：乙\n\n|a|b|\n|-|-|\n|1|2|\n\n<table><tr><td rowspan=2>1<td>2<tr><td>3</table>\n",
		"<html><h1>1 甲</h1><table><caption>表 1：乙<tr><th colspan=2>a<tr><td>1<td>2<tr><td><table><tr><td>3<td>4</table></table>",
		"表 1：乙,\na,b\n1,2\n\n\"x\ny\",3\n",
	} {
		f.Add(uint8(i), []byte(src))
	}
	for path, src := range map[string]string{
		"r.rtf":   `{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 a;}}\f0\'b1\'ed 1{\footnote b}\par\trowd\clvmgf\cellx9\clmgf\cellx99\clmrg\cellx199 a\cell\u20057?\cell\cell\row\trowd\clvmrg\cellx9\cellx199\cell{\super 2}\cell\row}`,
		"r.eml":   "Mime-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>a<td>=31</table>\n--b--\n",
		"r.rst":   "T\n==\n\n.. list-table:: a\n   :header-rows: 1\n\n   * - b\n     - c\n   * - d\n     - 1\n\n.. csv-table:: e\n   :header: f,g\n\n   h,2\n\n== ====\ni  j\n-------\nk  l\n== ====\nm  3\n== ====\n\n+--+--+\n|a |1 |\n+--+--+\n",
		"r.jsonl": "{\"a\":1}\n{\"b\":\"c\"}\n",
	} {
		f.Add(uint8(slices.Index(paths, path)), []byte(src))
	}
	f.Fuzz(func(t *testing.T, format uint8, src []byte) {
		check(t, paths[int(format)%len(paths)], src)
	})
}

// FuzzWord puts any bytes into the body of a document.
func FuzzWord(f *testing.F) {
	f.Add([]byte(styled("n1", "概况") + "<w:p>{表 1：甲}</w:p><w:tbl>" + row("v:a|2:b") + row("^|c|d") + row("1|2|3") + "</w:tbl>"))
	f.Fuzz(func(t *testing.T, body []byte) { check(t, "r.docx", word(string(body))) })
}

// FuzzSheet puts any bytes into the sheet of a workbook.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`))
	f.Fuzz(func(t *testing.T, sheet []byte) { check(t, "r.xlsx", sheetXML(string(sheet))) })
}

// FuzzHints: whatever is said of a table, it is whole, and no line of the file is read
// from another.
func FuzzHints(f *testing.F) {
	paths := []string{"r.txt", "r.html", "r.csv", "r.md"}
	for i, src := range []string{"表 1：甲\n\n序号\t指标\t值\n1\t甲\t3\n2\t乙\t4\n\n表 2：甲\n甲 乙 3\n丙 4\n", "<!doctype html>\n<p>表 1：乙\n<table><tr><td rowspan=2>1<td>2\n<tr><td>3\n<tr><td colspan=2>4\n<tr><td>5<td>6</table>", "a,b\n1,2\n\nc,d\n3,4\n"} {
		f.Add(uint8(i), []byte(src), uint8(3), uint8(6), uint8(1), uint8(2), uint8(7))
		f.Add(uint8(i), []byte(src), uint8(0), uint8(0), uint8(0), uint8(3), uint8(1))
	}
	f.Fuzz(func(t *testing.T, format uint8, src []byte, first, last, header, columns, more uint8) {
		h := Hint{Caption: "表 1"}
		if first > 0 {
			h = Hint{First: int(first), Last: int(last)}
		}
		if header < 6 {
			h.Header = rows(int(header))
		}
		for i := range columns % 8 {
			kinds := []table.ColumnKind{"", table.NumberColumn, table.NameColumn, table.UnitColumn, table.ValueColumn}
			h.Columns = append(h.Columns, table.ColumnHint{Name: string('甲' + rune(i*more%5)), Kind: kinds[(i+more)%5]})
			if more%3 == 0 {
				h.Edges = append(h.Edges, float64(i+1)*float64(more%16))
			}
		}
		h.Parts, h.Ignore = int(more%4), more == 9
		d, _ := Parse("", paths[int(format)%len(paths)], src, h, Hint{Caption: "2", Columns: named("一", "二")})
		checkTables(t, d, bytes.Count(src, []byte("\n"))+bytes.Count(src, []byte("\r"))+1)
	})
}

func check(t *testing.T, path string, src []byte) {
	d, problems := Parse("", path, src)
	if problems.HasErrors() && len(problems) == 0 {
		t.Error("an error without a problem")
	}
	for _, tab := range d.Tables {
		for _, r := range tab.Rows {
			if len(r.Cells) != len(tab.Columns) {
				t.Errorf("%s: a row of %d cells under %d columns", tab.ID, len(r.Cells), len(tab.Columns))
			}
			d.Place(r.Line)
		}
	}
	for _, p := range d.Paragraphs {
		if len(p.Pieces) == 0 || p.Pieces[0].Offset != 0 || bytes.ContainsAny([]byte(p.Text), "\n") {
			t.Errorf("paragraph %+v", p)
		}
	}
}

// BenchmarkFormats reads the digest in every format.
func BenchmarkFormats(b *testing.B) {
	d := parseFile(b, digestPath)
	for _, w := range writers {
		b.Run(w.name, func(b *testing.B) {
			src := w.write(d)
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Parse("", w.name, src)
			}
		})
	}
}

// BenchmarkPages reads PDF files of tables and text.
func BenchmarkPages(b *testing.B) {
	digest := parseFile(b, digestPath)
	for _, n := range []int{54, 300} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := &pages{y: pageTop}
			for len(p.bodies) < n {
				for i := range digest.Tables {
					pdfTable(p, &digest.Tables[i])
				}
			}
			p.bodies = p.bodies[:n]
			src := p.bytes()
			b.ReportAllocs()
			for b.Loop() {
				Parse("", "r.pdf", src)
			}
		})
	}
}
