package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"charts/internal/notation"
)

// printers write a printed table, with text around it, in every format.
var printers = []struct {
	name, path string
	write      func(p *printed) []byte
}{
	{"HTML", "r.html", printHTML},
	{"saved page", "r.mht", func(p *printed) []byte { return mailOf(printHTML(p)) }},
	{"Word", "r.docx", printWord},
	{"Writer", "r.odt", printWriter},
	{"Excel", "r.xlsx", printExcel},
	{"Calc", "r.ods", printCalc},
	{"rich text", "r.rtf", printRTF},
	{"pandoc grid", "r.md", func(p *printed) []byte { return printAround(p, "## ", frameOfBoxes(p)) }},
	{"reStructuredText grid", "r.rst", printRSTGrid},
	{"pandoc simple", "r.md", func(p *printed) []byte { return printAround(p, "## ", simpleTable(p)) }},
	{"Markdown", "r.md", func(p *printed) []byte { return printAround(p, "## ", pipeTable(p)) }},
	{"CSV", "r.csv", func(p *printed) []byte { return printCSV(p, ',') }},
	{"tabs in a file", "r.tsv", func(p *printed) []byte { return printCSV(p, '\t') }},
	{"lines of JSON", "r.jsonl", printJSON},
	{"tabs in a text", "r.txt", func(p *printed) []byte { return printAround(p, "", joinRows(p.texts(), "\t", "\n")) }},
	{"drawn text", "r.txt", func(p *printed) []byte { return printAround(p, "", frameOfBoxes(p)) }},
	{"laid out", "r.txt", func(p *printed) []byte { return printAround(p, "", laidOut(p, 0)) }},
	{"laid out over pages", "r.txt", func(p *printed) []byte {
		pages := strings.Repeat("\f"+running+"\n\n"+map[bool]string{true: "学校秉持立德树人的根本任务，不断深化改革。", false: "The university has gone through many reforms in these years."}[p.chinese]+"\n\n3\n", 3)
		return append([]byte(pages+"\f"), printAround(p, "", laidOut(p, 6))...)
	}},
	{"PDF, all rules", "r.pdf", func(p *printed) []byte { return printPDF(&pages{y: pageTop}, p, true) }},
	{"PDF, three rules", "r.pdf", func(p *printed) []byte { return printPDF(&pages{y: pageTop}, p, false) }},
	{"PDF, three rules over pages", "r.pdf", func(p *printed) []byte { return printPDF(filledPages(p), p, false) }},
}

// around is the text in front of a table and behind it.
func (p *printed) around() (front, back []string) {
	if p.chinese {
		front, back = []string{"一、学校概况", "学校现有学生一万余人，招生规模保持稳定，具体情况见下表。", p.caption}, []string{"二、师资队伍", "学校重视师资队伍建设，教师结构不断优化。"}
	} else {
		front, back = []string{"1 Overview", "The university has kept its enrollment stable over the last years, as the table shows.", p.caption}, []string{"2 Faculty", "The university supports the development of its faculty with many programs."}
	}
	if p.unit != "" {
		front = append(front, map[bool]string{true: "单位：" + p.unit, false: "Unit: " + p.unit}[p.chinese])
	}
	return front, back
}

func printAround(p *printed, mark, text string) []byte {
	front, back := p.around()
	front[0], back[0] = mark+front[0], mark+back[0]
	return []byte(strings.Join(front, "\n\n") + "\n\n" + text + "\n\n" + strings.Join(back, "\n\n") + "\n")
}

// printMarkup writes a table in a format of elements.
func printMarkup(p *printed, text func(s string, heading bool) string, table string) string {
	var b strings.Builder
	front, back := p.around()
	for i, s := range front {
		b.WriteString(text(s, i == 0))
	}
	b.WriteString(table)
	for i, s := range back {
		b.WriteString(text(s, i == 0))
	}
	return b.String()
}

func printHTML(p *printed) []byte {
	var b strings.Builder
	b.WriteString("<table>")
	for _, row := range p.boxes {
		b.WriteString("<tr>")
		for _, x := range row {
			if x.cols > 0 {
				fmt.Fprintf(&b, `<td colspan="%d" rowspan="%d">%s</td>`, x.cols, x.rows, html.EscapeString(x.text))
			}
		}
		b.WriteString("</tr>\n")
	}
	return []byte("<!DOCTYPE html><html><meta charset=utf-8><body>" + printMarkup(p, func(s string, heading bool) string {
		return fmt.Sprintf("<%[1]s>%[2]s</%[1]s>\n", []string{"p", "h2"}[b2i(heading)], html.EscapeString(s))
	}, b.String()+"</table>\n") + "</body></html>")
}

// over finds the merged cell that covers a place, and its corner.
func (p *printed) over(row, col int) (x sheetBox, top, left int) {
	for top = row; top >= 0; top-- {
		for left = col; left >= 0; left-- {
			if x = p.boxes[top][left]; x.cols > 0 && left+x.cols > col && top+x.rows > row {
				return x, top, left
			}
		}
	}
	return sheetBox{"", 1, 1}, row, col
}

func printWord(p *printed) []byte {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for i := range p.boxes {
		b.WriteString("<w:tr>")
		for k := 0; k < p.width(); {
			x, top, _ := p.over(i, k)
			merge, text := "", html.EscapeString(x.text)
			if x.rows > 1 && top < i {
				merge, text = "<w:vMerge/>", ""
			} else if x.rows > 1 {
				merge = `<w:vMerge w:val="restart"/>`
			}
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>%s</w:tcPr><w:p>{%s}</w:p></w:tc>`, x.cols, merge, text)
			k += x.cols
		}
		b.WriteString("</w:tr>")
	}
	return word(printMarkup(p, func(s string, heading bool) string {
		return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>{%s}</w:p>`, []string{"", "1"}[b2i(heading)], html.EscapeString(s))
	}, b.String()+"</w:tbl>"))
}

// openTable is a table of OpenDocument.
func openTable(p *printed) string {
	var b strings.Builder
	for i, row := range p.boxes {
		b.WriteString("<table:table-row>")
		for k, x := range row {
			if _, top, left := p.over(i, k); top != i || left != k {
				b.WriteString("<table:covered-table-cell/>")
				continue
			}
			fmt.Fprintf(&b, `<table:table-cell table:number-columns-spanned="%d" table:number-rows-spanned="%d"><text:p>%s</text:p></table:table-cell>`, max(x.cols, 1), max(x.rows, 1), html.EscapeString(x.text))
		}
		b.WriteString("</table:table-row>")
	}
	return b.String()
}

func printWriter(p *printed) []byte {
	body := printMarkup(p, func(s string, heading bool) string {
		return fmt.Sprintf(`<text:%[1]s text:outline-level="1">%[2]s</text:%[1]s>`, []string{"p", "h"}[b2i(heading)], html.EscapeString(s))
	}, "<table:table>"+openTable(p)+"</table:table>")
	return zipped([2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml",
		`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`})
}

func printCalc(p *printed) []byte {
	return calcFile(printMarkup(p, func(s string, _ bool) string { return calcRow(s) }, openTable(p)))
}

func printExcel(p *printed) []byte {
	b := newBook()
	b.open("数据")
	front, back := p.around()
	for _, s := range front {
		b.write(s)
	}
	top := b.row + 1
	for i, row := range p.texts() {
		b.write(row...)
		for k, x := range p.boxes[i] {
			if x.cols > 1 || x.rows > 1 {
				b.merge(k+1, top+i, x.cols, x.rows)
			}
		}
	}
	for _, s := range back {
		b.write(s)
	}
	return b.bytes()
}

func printRTF(p *printed) []byte {
	var b strings.Builder
	for i := range p.boxes {
		b.WriteString(`\trowd`)
		texts := ""
		for k := range p.width() {
			x, top, left := p.over(i, k)
			for _, m := range []struct {
				merged, goesOn bool
				word           string
			}{{x.rows > 1, top < i, `\clvm`}, {x.cols > 1, left < k, `\clm`}} {
				if m.merged {
					b.WriteString(m.word + []string{"gf", "rg"}[b2i(m.goesOn)])
				}
			}
			fmt.Fprintf(&b, `\cellx%d`, 900*(k+1))
			texts += `\pard\intbl{` + rtfText(p.boxes[i][k].text) + `}\cell`
		}
		b.WriteString(texts + "\\row\n")
	}
	return []byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset134 Song;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}` + printMarkup(p, func(s string, heading bool) string {
		return `\pard` + []string{" ", `\s1 `}[b2i(heading)] + rtfText(s) + "\\par\n"
	}, b.String()) + "}")
}

func printRSTGrid(p *printed) []byte {
	front, back := p.around()
	under := func(s string) string { return s + "\n" + strings.Repeat("=", notation.Width(s)) }
	front[0], back[0] = under(front[0]), under(back[0])
	return []byte(strings.Join(front, "\n\n") + "\n\n" + frameOfBoxes(p) + "\n" + strings.Join(back, "\n\n") + "\n")
}

func printCSV(p *printed, comma rune) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	front, back := p.around()
	for _, s := range front {
		w.Write([]string{s})
	}
	w.WriteAll(p.texts())
	for _, s := range back {
		w.Write([]string{s})
	}
	w.Flush()
	return b.Bytes()
}

func printJSON(p *printed) []byte {
	var b bytes.Buffer
	rows := p.flat()
	for k := range rows[0][p.stub:] {
		if p.unit != "" {
			rows[0][p.stub+k] += "(" + p.unit + ")"
		}
	}
	for _, row := range rows[1:] {
		var pairs []string
		for k, name := range rows[0] {
			n, _ := json.Marshal(name)
			v, _ := json.Marshal(row[k])
			pairs = append(pairs, string(n)+": "+string(v))
		}
		b.WriteString("{" + strings.Join(pairs, ", ") + "}\n")
	}
	return b.Bytes()
}

// filledPages are some pages of text, the last of which has room for the first rows.
func filledPages(p *printed) *pages {
	pdf := &pages{y: pageTop}
	_, text := p.around()
	for len(pdf.bodies) < 3 || pdf.y > 330 {
		pdf.at(50, text[1])
		pdf.down()
	}
	return pdf
}

// printPDF draws the table with all rules, or with three and one under each name over
// several columns.
func printPDF(pdf *pages, p *printed, all bool) []byte {
	front, back := p.around()
	for _, s := range front {
		pdf.at(50, s)
		pdf.down()
	}
	xs := []float64{50}
	for k := range p.width() {
		w := 20.0
		for i := range p.boxes {
			if x := p.boxes[i][k]; x.cols > 0 {
				w = max(w, textWidth(x.text)/float64(x.cols))
			}
		}
		xs = append(xs, xs[k]+w+12)
	}
	right := xs[len(xs)-1]
	row := func(i int) {
		foot := pdf.y - 6
		if all || i == 0 || i == p.head {
			pdf.rule(xs[0], foot+lineStep, right, foot+lineStep)
		}
		for k, x := range p.boxes[i] {
			if x.cols == 0 {
				continue
			}
			from, to := xs[k], xs[k+x.cols]
			low := foot - lineStep*float64(x.rows-1)
			if all {
				pdf.rule(from, low, from, foot+lineStep)
				pdf.rule(from, low, to, low)
			} else if i < p.head && x.cols > 1 {
				pdf.rule(from+3, low, to-3, low)
			}
			at := from + 5
			if k >= p.stub {
				at = (from + to - textWidth(x.text)) / 2
			}
			pdf.at(at, x.text)
		}
		if i == len(p.boxes)-1 {
			pdf.rule(xs[0], foot, right, foot)
		}
		if all {
			pdf.rule(right, foot, right, foot+lineStep)
		}
		pdf.down()
	}
	for i := range p.boxes {
		row(i)
	}
	pdf.down()
	for _, s := range back {
		pdf.at(50, s)
		pdf.down()
	}
	pdf.feed()
	return pdf.bytes()
}
