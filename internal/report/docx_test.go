package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"charts/internal/table"
)

// zipped packs files; each is a name and its content. Small ones are stored,
// which lets fuzzing see through.
func zipped(files ...[2]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		method := zip.Store
		if len(f[1]) > 1<<20 {
			method = zip.Deflate
		}
		part, _ := w.CreateHeader(&zip.FileHeader{Name: f[0], Method: method})
		part.Write([]byte(f[1]))
	}
	w.Close()
	return b.Bytes()
}

const (
	wordStart = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	wordEnd    = `<w:sectPr/></w:body></w:document>`
	wordStyles = `<w:styles xmlns:w="w">` +
		`<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:styleId="2"><w:name w:val="标题 2"/></w:style>` +
		`<w:style w:styleId="3"><w:name w:val="heading 3"/></w:style>` +
		`<w:style w:styleId="n1"><w:name w:val="章"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="n2"><w:name w:val="节"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="c"><w:name w:val="题注"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`
	wordNumbers = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">` +
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="6"/><w:numFmt w:val="decimal"/><w:lvlText w:val="表 %1："/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
	wordNotes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>` +
		`<w:footnote w:id="2"><w:p><w:r><w:t>含外省。</w:t></w:r></w:p></w:footnote></w:footnotes>`
)

// wordRuns writes {…} as a run.
func wordRuns(body string) string {
	return strings.NewReplacer("{", "<w:r><w:t>", "}", "</w:t></w:r>").Replace(body)
}

// word packs a document with the styles above. In body {…} is the text of a
// run.
func word(body string) []byte {
	return zipped([2]string{"word/document.xml", wordStart + wordRuns(body) + wordEnd}, [2]string{"word/styles.xml", wordStyles},
		[2]string{"word/numbering.xml", wordNumbers}, [2]string{"word/footnotes.xml", wordNotes})
}

func writeWord(d *Document) []byte {
	var b strings.Builder
	for _, it := range itemsOf(d) {
		switch {
		case it.table != nil:
			wordTable(&b, it.table)
		case it.level > 0:
			fmt.Fprintf(&b, `<w:p><w:pPr><w:pStyle w:val="%d"/></w:pPr>{%s}</w:p>`, it.level, html.EscapeString(it.text))
		default: // two runs, as Word writes them
			text := []rune(it.text)
			half := len(text) / 2
			fmt.Fprintf(&b, `<w:p>{%s}{%s}</w:p>`, html.EscapeString(string(text[:half])), html.EscapeString(string(text[half:])))
		}
	}
	return word(b.String())
}

func wordTable(b *strings.Builder, t *table.Table) {
	b.WriteString("<w:tbl><w:tr>")
	for _, c := range t.Columns {
		fmt.Fprintf(b, "<w:tc><w:tcPr/><w:p>{%s}</w:p></w:tc>", html.EscapeString(headerText(c)))
	}
	b.WriteString("</w:tr>")
	for i, r := range t.Rows {
		b.WriteString("<w:tr>")
		for k, c := range r.Cells {
			merge := ""
			switch {
			case covered(t, i, k):
				merge = "<w:vMerge/>"
			case below(t, i, k) > 0:
				merge = `<w:vMerge w:val="restart"/>`
			}
			fmt.Fprintf(b, "<w:tc><w:tcPr>%s</w:tcPr><w:p>{%s}</w:p></w:tc>", merge, html.EscapeString(c.Text))
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	for _, n := range t.Notes {
		fmt.Fprintf(b, "<w:p>{%s}</w:p>", html.EscapeString(n.Text))
	}
}

// row is a row of cells parted by |; ^ stands for one that goes on from above,
// and 2: in front for one over two columns.
func row(cells string) string {
	var b strings.Builder
	b.WriteString("<w:tr>")
	for c := range strings.SplitSeq(cells, "|") {
		props := ""
		switch {
		case c == "^":
			props, c = "<w:vMerge/>", ""
		case strings.HasPrefix(c, "v:"):
			props, c = `<w:vMerge w:val="restart"/>`, c[2:]
		case strings.HasPrefix(c, "d:"):
			props, c = "<w:cellDel/>", c[2:]
		case strings.HasPrefix(c, "2:"):
			props, c = `<w:gridSpan w:val="2"/>`, c[2:]
		}
		b.WriteString("<w:tc><w:tcPr>" + props + "</w:tcPr><w:p>{" + c + "}</w:p></w:tc>")
	}
	return b.String() + "</w:tr>"
}

func TestWordTables(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"plain", row("专业|人数") + row("甲|1"), "专业,人数: 甲,1"},
		{"a deleted cell", row("专业|人数") + row("甲|d:9|1") + row("乙|2"), "专业,人数: 甲,1; 乙,2"},
		{"merged down", row("院|专业|人数") + row("v:甲院|甲|1") + row("^|乙|2"), "院,专业,人数: 甲院,甲,1; ,乙,2"},
		{"a header of two rows", row("v:总数|2:高级") + row("^|人数|比例") + row("80|5|6%"), "总数,高级/人数,高级/比例: 80,5,6%"},
		{"a title in the table", row("2:招生情况") + row("专业|人数") + row("甲|1"), "专业,人数: 甲,1"},
		{"a sum over two columns", row("院|专业|人数") + row("甲院|甲|1") + row("2:合计|1"), "院,专业,人数: 甲院,甲,1; 合计,,1 total"},
		{"a row without its last cell", row("专业|人数") + row("甲|1") + row("乙"), "专业,人数: 甲,1; 乙,"},
		{"a blank last column shifts nothing", row("序号|名称|数") + row("1|甲|3") + row("乙|丙|"), "序号,名称,数: 1,甲,3; 乙,丙,"},
		{"a marked header", `<w:tr><w:trPr><w:tblHeader/></w:trPr>` + row("专业|人数")[6:] + row("甲|1"), "专业,人数: 甲,1"},
		{"cells left out in front", row("院|专业|人数") + `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + row("甲|1")[6:] + row("甲院|乙|2"), "院,专业,人数: ,甲,1; 甲院,乙,2"},
		{"a deleted row", row("专业|人数") + row("甲|1") + `<w:tr><w:trPr><w:del/></w:trPr>` + row("乙|2")[6:], "专业,人数: 甲,1"},
		{"an inserted row", row("专业|人数") + `<w:ins>` + row("甲|1") + `</w:ins>`, "专业,人数: 甲,1"},
		{"two paragraphs in a cell", row("专业|人数") + row("甲</w:t></w:r></w:p><w:p><w:r><w:t>乙|1"), "专业,人数: 甲乙,1"},
		{"a table in a cell", row("专业|人数") + row("甲}</w:p><w:tbl>"+row("丙|丁")+row("1|2")+"</w:tbl><w:p>{|1"), "专业,人数: 甲,1"},
		{"a blank row at the end", row("专业|人数") + row("甲|1") + row("2:"), "专业,人数: 甲,1"},
		{"a row that is covered", row("专业|人数") + row("v:甲|v:1") + row("^|^") + row("乙|2"), "专业,人数: 甲,1; 乙,2"},
		{"a table that goes on without its start", row("专业|人数") + row("^|1") + row("甲|2"), "专业,人数: ,1; 甲,2"},
	} {
		d, problems := Parse("", "r.docx", word("<w:p>{表 1：试}</w:p><w:tbl>"+c.rows+"</w:tbl>"))
		if len(problems) > 0 || len(d.Tables) == 0 {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		if got := gridText(d.Tables[0]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// styled is a paragraph of a style.
func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>{` + text + `}</w:p>`
}

func TestWordText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"headings", styled("1", "1 概况") + styled("2", "1.1 规模"), "section 1 概况; section 1.1 规模"},
		{"numbered by Word", styled("n1", "概况") + styled("n2", "规模") + styled("n2", "师资") + styled("n1", "培养") + styled("n2", "德育"),
			"section 1 概况; section 1.1 规模; section 1.2 师资; section 2 培养; section 2.1 德育"},
		{"Chinese numbers", `<w:p><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>{概况}</w:p>`, "section 一 概况"},
		{"a caption numbered by Word", styled("c", "去向"), "caption 表 6=去向"},
		{"a caption with a field", `<w:p>{表 }<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ 表</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{6}<w:r><w:fldChar w:fldCharType="end"/></w:r>{：去向}</w:p>`, "caption 表 6=去向"},
		{"a heading without a number", styled("1", "概况"), "section 概况 概况"},
		{"a heading inside a numbered section", styled("1", "1 概况") + styled("3", "做法"), "section 1 概况; text 做法"},
		{"the title", styled("1", "质量年度报告") + styled("1", "1 概况"), "text 质量年度报告; section 1 概况"},
		{"plain paragraphs as headings", `<w:p>{1 概况}</w:p><w:p>{1.1 规模}</w:p>`, "section 1 概况; section 1.1 规模"},
		{"no headings but the marked ones", styled("1", "1 概况") + `<w:p>{2 级学院}</w:p>`, "section 1 概况; text 2 级学院"},
		{"contents", styled("TOC1", "1 概况 1") + `<w:p>{正文}</w:p>`, "text 正文"},
		{"contents in a control", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>{目录}</w:p></w:sdtContent></w:sdt><w:p>{正文}</w:p>`, "text 正文"},
		{"changes", `<w:p>{共}<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>{4}</w:ins>{人}</w:p>`, "text 共4人"},
		{"a deleted paragraph end", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{共}</w:p><w:p>{4人}</w:p>`, "text 共4人"},
		{"moved text", `<w:p><w:moveFrom>{旧}</w:moveFrom><w:moveTo>{新}</w:moveTo></w:p>`, "text 新"},
		{"hidden text", `<w:p>{见}<w:r><w:rPr><w:vanish/></w:rPr><w:t>不</w:t></w:r></w:p>`, "text 见"},
		{"a footnote", `<w:p>{共4人}<w:r><w:footnoteReference w:id="2"/></w:r>{。}</w:p>`, "text 共4人。; text 含外省。"},
		{"a text box", `<w:p>{正文}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{框}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>{框}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "text 正文; text 框"},
		{"a box made of a table", `<w:tbl>` + row("案例 1：校企") + row("内容。") + `</w:tbl>`, "caption 案例 1=校企; text 内容。"},
		{"two sentences that stop short", `<w:p>{共有，设备}</w:p><w:p>{另有}</w:p>`, "text 共有，设备; text 另有"},
		{"links and controls", `<w:p><w:hyperlink>{甲}</w:hyperlink><w:sdt><w:sdtContent>{乙}</w:sdtContent></w:sdt><w:r><w:noBreakHyphen/></w:r><w:smartTag>{丙}</w:smartTag></w:p>`, "text 甲乙-丙"},
		{"a broken line", `<w:p>{表 1：甲}<w:r><w:br/></w:r>{单位：人}</w:p>`, "caption 表 1=甲; text 单位：人"},
	} {
		d, problems := Parse("", "r.docx", word(c.body))
		if got := outline(d); got != c.want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s %v", c.name, got, c.want, problems)
		}
	}
}

func TestWordNotes(t *testing.T) {
	d, _ := Parse("", "r.docx", word(`<w:tbl>`+row("专业|人数")+row(`甲|3}<w:r><w:footnoteReference w:id="2"/></w:r>{`)+`</w:tbl><w:p>{备注：另有。}</w:p>`))
	if got := gridText(d.Tables[0]) + " / " + notes(d.Tables[0]); got != "专业,人数: 甲,3 / 含外省。\n备注：另有。" {
		t.Error(got)
	}
	if got := d.Place(d.Tables[0].Rows[0].Line); got != "table 1 row 2" {
		t.Error(got)
	}
}
