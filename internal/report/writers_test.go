package report

import (
	"bytes"
	"fmt"
	"html"
	"mime/quotedprintable"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"charts/internal/table"
)

func rtfText(s string) string {
	var b strings.Builder
	for _, c := range utf16.Encode([]rune(s)) {
		if c < 0x80 && !strings.ContainsRune(`\{}`, rune(c)) {
			b.WriteByte(byte(c))
		} else {
			fmt.Fprintf(&b, `\u%d?`, int16(c))
		}
	}
	return b.String()
}

// writeRTF merges the cells that go on below.
func writeRTF(d *Document) []byte {
	var b bytes.Buffer
	b.WriteString(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset134 Song;}}{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2\outlinelevel1 heading 2;}{\s3\outlinelevel2 heading 3;}}{\*\generator a;}` + "\n")
	for _, it := range itemsOf(d) {
		switch {
		case it.table != nil:
			rtfTableText(&b, it.table)
		case it.level > 0:
			fmt.Fprintf(&b, "\\pard\\s%d %s\\par\n", it.level, rtfText(it.text))
		default:
			fmt.Fprintf(&b, "\\pard %s\\par\n", rtfText(it.text))
		}
	}
	b.WriteString("}")
	return b.Bytes()
}

func rtfTableText(b *bytes.Buffer, t *table.Table) {
	for i, r := range rowsOf(t) {
		b.WriteString(`\trowd`)
		for k := range r {
			if i > 0 && covered(t, i-1, k) {
				b.WriteString(`\clvmrg`)
			} else if i > 0 && below(t, i-1, k) > 0 {
				b.WriteString(`\clvmgf`)
			}
			fmt.Fprintf(b, `\cellx%d`, 900*(k+1))
		}
		for _, c := range r {
			b.WriteString(`\pard\intbl{` + rtfText(c) + `}\cell`)
		}
		b.WriteString("\\row\n")
	}
	for _, n := range t.Notes {
		fmt.Fprintf(b, "\\pard %s\\par\n", rtfText(n.Text))
	}
}

// calcFile packs a sheet that is written by hand.
func calcFile(rows string) []byte {
	return zipped([2]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, [2]string{"content.xml",
		`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:spreadsheet><table:table table:name="S">` + rows + `</table:table></office:spreadsheet></office:body></office:document-content>`})
}

func calcRow(cells ...string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(`<table:table-cell><text:p>` + html.EscapeString(c) + `</text:p></table:table-cell>`)
	}
	return `<table:table-row>` + b.String() + `</table:table-row>`
}

func writeCalc(d *Document) []byte {
	var b strings.Builder
	section := "S"
	for i := range d.Tables {
		t := &d.Tables[i]
		if i == 0 || t.Section != section {
			section = t.Section
			fmt.Fprintf(&b, `</table:table><table:table table:name="%s">`, section)
		}
		b.WriteString(calcRow(t.Label + "：" + t.Title))
		for _, r := range rowsOf(t) {
			b.WriteString(calcRow(r...))
		}
		for _, n := range t.Notes {
			b.WriteString(calcRow(n.Text))
		}
		b.WriteString(`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`)
	}
	return calcFile(b.String() + `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`)
}

func writeMail(d *Document) []byte { return mailOf(writeHTML(d)) }

func mailOf(page []byte) []byte {
	var b bytes.Buffer
	b.WriteString("From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=-b\"\r\n\r\n--=-b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
	w := quotedprintable.NewWriter(&b)
	w.Write(page)
	w.Close()
	b.WriteString("\r\n--=-b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--=-b--\r\n")
	return b.Bytes()
}

// rstText is for every character that reStructuredText might take as markup.
func rstText(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_|:<>-+#.=~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func writeRST(d *Document) []byte {
	var b bytes.Buffer
	for _, it := range itemsOf(d) {
		switch {
		case it.table != nil:
			b.WriteString(".. list-table::\n   :header-rows: 1\n\n")
			for _, r := range rowsOf(it.table) {
				for k, c := range r {
					fmt.Fprintf(&b, "   %s - %s\n", []string{" ", "*"}[b2i(k == 0)], rstText(c))
				}
			}
			for _, n := range it.table.Notes {
				fmt.Fprintf(&b, "\n%s\n", rstText(n.Text))
			}
			b.WriteString("\n")
		case it.level > 0:
			fmt.Fprintf(&b, "%s\n%s\n\n", rstText(it.text), strings.Repeat("=-~^"[it.level-1:it.level], 2*len(rstText(it.text))))
		default:
			fmt.Fprintf(&b, "%s\n\n", rstText(it.text))
		}
	}
	return b.Bytes()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestCells shows what the formats that know their cells make of merged, hidden and
// torn ones. A case with a question mark must have a doubt, the others none.
func TestCells(t *testing.T) {
	calc := func(rows string) string { return string(calcFile(rows)) }
	cell := func(attrs, text string) string {
		return "<table:table-cell " + attrs + "><text:p>" + text + "</text:p></table:table-cell>"
	}
	head := calcRow("系", "人数", "占比")
	for _, c := range []struct{ name, path, src, want string }{
		{"sheets: shown texts and bare values", "r.ods", calc(head + "<table:table-row>" + cell("", "甲") + cell(`office:value="1204.5"`, "1,204.5") + `<table:table-cell office:value="0.041"/></table:table-row>` + calcRow("乙", "3", "4")),
			"系,人数,占比: 甲,1,204.5,0.041; 乙,3,4"},
		{"sheets: a formula without a value", "r.ods", calc(head + `<table:table-row>` + cell("", "甲") + `<table:table-cell table:formula="of:=[.B1]+1"/>` + cell("", "5") + `</table:table-row>` + calcRow("乙", "3", "4")), "系,人数,占比: 甲,=[.B1]+1,5; 乙,3,4"},
		{"sheets: remarks and lines of a cell", "r.ods", calc(head + "<table:table-row>" + cell("", "甲<office:annotation><text:p>x</text:p></office:annotation></text:p><text:p>子") + cell("", "3") + cell("", "4") + "</table:table-row>" + calcRow("乙", "3", "4")), "系,人数,占比: 甲子,3,4; 乙,3,4"},
		{"sheets: merged cells", "r.ods", calc("<table:table-row>" + cell(`table:number-rows-spanned="2"`, "系") + cell(`table:number-columns-spanned="2"`, "2023") + "<table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>" + cell("", "人数") + cell("", "占比") + "</table:table-row>" + calcRow("甲", "3", "4") + calcRow("乙", "5", "6")),
			"系,2023/人数,2023/占比: 甲,3,4; 乙,5,6"},
		{"sheets: a hidden row?", "r.ods", calc(head + calcRow("甲", "3", "4") + strings.Replace(calcRow("丙", "9", "9"), "<table:table-row", `<table:table-row table:visibility="filter"`, 1) + calcRow("乙", "5", "6")), "系,人数,占比: 甲,3,4; 乙,5,6"},
		{"sheets: a hidden column?", "r.ods", calc(`<table:table-column/><table:table-column table:visibility="collapse"/>` + head + calcRow("甲", "3", "4") + calcRow("乙", "5", "6")), "系,占比: 甲,4; 乙,6"},
		{"rich text: characters of all kinds", "r.rtf", `{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset0 a;}{\f1\fcharset136 b;}}\trowd\cellx900\cellx1800\pard\intbl\'cf\'b5\cell{\f1\'a4\'48}\uc2\u25968\'ca\'fd\cell\row\trowd\cellx900\cellx1800\pard\intbl{\uc2\u30002\'bc\'d7}\cell 1\'7e\u-10174?\u-8265?\cell\row}`, "系,人数: 甲,1~𠮷"},
		{"rich text: merged and torn rows", "r.rtf", `{\rtf1\trowd\clvmgf\cellx900\clmgf\cellx1800\clmrg\cellx2700\intbl a\cell b\cell\cell\row\trowd\clvmrg\cellx900\cellx1810\cellx2690\intbl\cell c\cell d\cell\row\trowd\cellx900\cellx1800\cellx2700\intbl e\cell 1\cell 2\cell\row\pard\par}`, "a,b/c,b/d: e,1,2"},
		{"rich text: what is not printed", "r.rtf", `{\rtf1{\info{\title x}}{\header y\par}{\*\z w}\trowd\cellx900\cellx1800\intbl a{\v h}{\strike s}{\striked1 t}\cell b{\super 2}\cell\row\trowd\cellx900\cellx1800\intbl{\field{\*\fldinst A}{\fldrslt c}}\cell 12{\super 2}{\pict 00}{\footnote n}\cell\row\pard\par}`, "a,b²: c,12"},
		{"a message of plain text", "r.eml", "MIME-Version: 1.0\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\nz7UJyMvK/QqzpwkzCtKyCTQK\n", "系,人数: 厂,3; 也,4"},
		{"a page in a message", "r.mht", "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: text/html\n\n<table><tr><td>a<td>b<tr><td>c<td>1</table>\n--b--\n", "a,b: c,1"},
		{"lists as a table", "r.rst", ".. list-table:: t\n   :header-rows: 1\n\n   * - **a**\n     - b\n   * - c\n       d\n     - 1\n", "a,b: c d,1"},
		{"commas as a table", "r.rst", ".. csv-table:: t\n   :header: a; b\n   :delim: ;\n\n   c; 1\n   \"d; e\"; 2\n", "a,b: c,1; d; e,2"},
		{"two values in a cell?", "r.csv", "系,人数,占比\n甲,5.2     4.6,3\n乙,2,4\n", "系,人数,占比: 甲,5.2     4.6,3; 乙,2,4"},
		{"thousands parted by blanks", "r.csv", "系,人数,占比\n甲,1 234,3\n乙,2,4\n", "系,人数,占比: 甲,1 234,3; 乙,2,4"},
		{"rules of =?", "r.rst", "T\n=\n\n==== ==== ====\n系   2023\n---- ---------\n\\    人数 占比\n==== ==== ====\n甲   3    4\n子\n乙   5    6\n     7\n==== ==== ====\n", "系,2023/人数,2023/占比: 甲,3,4; 子,,; 乙,5 7,6"},
		{"a frame", "r.rst", "+---+---+\n| a | b |\n+===+===+\n| c | 1 |\n+---+---+\n| d | 2 |\n+---+---+\n", "a,b: c,1; d,2"},
		{"powers of ten", "r.json", `[{"a":"c","b":1E3},{"a":"d","b":-2.5e-2},{"a":"e","b":1e99}]`, "a,b: c,1000; d,-0.025; e,1e99"},
		{"lines of objects", "r.jsonl", "{\"a\":\"c\",\"b\":1}\n{\"a\":\"d\",\"b\":2}\n", "a,b: c,1; d,2"},
	} {
		name, doubted := strings.CutSuffix(c.name, "?")
		d, problems := Parse("", c.path, []byte(c.src))
		if got := firstGrid(d); got != c.want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s %v", name, got, c.want, problems)
		} else if got := d.Tables[0].Doubts; doubted != (len(got) > 0) {
			t.Errorf("%s: doubts %v", name, got)
		}
	}
}

// FuzzSameTable: a table is the same in every format that knows its cells.
func FuzzSameTable(f *testing.F) {
	f.Add("专业", "人数", "护理", "1,204")
	f.Add("a{b}", `c\d`, "=e", "—")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		cells := []string{a, b, c, d}
		for i, s := range cells {
			s = strings.Map(func(r rune) rune {
				if unicode.IsPrint(r) && !unicode.Is(unicode.Mn, r) && r != unicode.ReplacementChar {
					return r
				}
				return -1
			}, strings.ToValidUTF8(s, ""))
			if cells[i] = strings.Join(strings.Fields(norm.NFC.String(s)), " "); cells[i] == "" || len(cells[i]) > 200 {
				t.Skip()
			}
		}
		rows := [][]string{cells[:2], cells[2:], {cells[2], "7"}}
		var page, rich, sheet strings.Builder
		for _, r := range rows {
			page.WriteString("<tr><td>" + html.EscapeString(r[0]) + "<td>" + html.EscapeString(r[1]))
			rich.WriteString(`\trowd\cellx900\cellx1800\intbl{` + rtfText(r[0]) + `}\cell{` + rtfText(r[1]) + `}\cell\row`)
			sheet.WriteString(calcRow(r...))
		}
		want := firstGrid(parsed("r.html", []byte("<html><meta charset=utf-8><table>"+page.String()+"</table>")))
		for path, src := range map[string][]byte{"r.rtf": []byte(`{\rtf1 ` + rich.String() + "}"), "r.mht": mailOf([]byte("<html><meta charset=utf-8><table>" + page.String() + "</table>"))} {
			if got := firstGrid(parsed(path, src)); got != want {
				t.Errorf("%s: %s, want %s", path, got, want)
			}
		}
		check(t, "r.ods", calcFile(sheet.String()))
	})
}

func parsed(path string, src []byte) *Document {
	d, _ := Parse("", path, src)
	return d
}
