package report

import (
	"strings"
	"testing"
)

func TestOpenDocument(t *testing.T) {
	const head = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body>`
	const document = head + `<office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
<text:h text:outline-level="2">一、概况</text:h>
<text:p>在校生<text:span>17045</text:span><text:s/>人<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>截至年底。</text:p></text:note-body></text:note>，<text:span>教师</text:span> 918 人。</text:p>
<text:p>表 1 去向 &lt;全部&gt;</text:p>
<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>去向</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>2023 届</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>人数</text:p></table:table-cell><table:table-cell><text:p>比例 (%)</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>升学</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>50</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>就业</text:p></table:table-cell><table:table-cell><text:p>50</text:p></table:table-cell><table:table-cell><text:p>—</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document-content>`
	doc, problems := Parse("", "r.odt", zipped([2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml", document}))
	if len(problems) > 0 || len(doc.Tables) != 1 {
		t.Fatalf("%d tables, %v", len(doc.Tables), problems)
	}
	var names []string
	for _, c := range doc.Tables[0].Columns {
		names = append(names, c.Name+c.Unit)
	}
	if got := strings.Join(names, "|"); got != "去向|2023届/人数|2023届/比例%" || len(doc.Tables[0].Rows) != 2 {
		t.Errorf("columns %s, %d rows", got, len(doc.Tables[0].Rows))
	}
	var text strings.Builder
	for _, p := range doc.Paragraphs {
		for s := range p.Sentences() {
			text.WriteString(s.Text + "\n")
		}
	}
	if got := text.String(); !strings.Contains(got, "在校生17045 人，教师 918 人。") || !strings.Contains(got, "截至年底。") || strings.Contains(got, "deleted") {
		t.Errorf("sentences %q", got)
	}
	for _, c := range []struct{ name, content, rule string }{
		{"a sheet", head + `<office:spreadsheet/></office:body></office:document-content>`, "not-text"},
		{"entities", `<!DOCTYPE x [<!ENTITY a "b">]>` + head + `</office:body></office:document-content>`, "unreadable-report"},
		{"damaged", head + `<text:p>`, "unreadable-report"},
		{"deep", strings.Repeat("<a>", 1000), "report-too-large"},
		{"cells without end", head + strings.Repeat(`<table:table-row table:number-rows-repeated="999999"><table:table-cell table:number-columns-repeated="999999"><text:p>1</text:p></table:table-cell></table:table-row>`, 40), "report-too-large"},
	} {
		_, problems := Parse("", "r.odt", zipped([2]string{"content.xml", c.content}))
		if len(problems) != 1 || problems[0].Rule != c.rule {
			t.Errorf("%s: %v, want %s", c.name, problems, c.rule)
		}
	}
}

// The text of a cell of a sheet may say another number than the cell holds.
func TestWhatCellsShowAndHold(t *testing.T) {
	tests := []struct{ value, text, want, instead string }{
		{"48", "48", "48", ""},
		{"1234.5", "1,234.50", "1,234.50", ""},
		{"0.475", "47.5%", "47.5%", ""},
		{"0.473", "47%", "47%", ""},
		{"-20", "(20)", "(20)", ""},
		{"-20", "-20", "-20", ""},
		{"-20", "20", "20", "-20"},
		{"48000", "48", "48", "48000"},
		{"12000", "1.2万", "1.2万", ""},
		{"42000", "4.20E+04", "42000", ""},
		{"12345", "1.23E+04", "12345", ""},
		{"1.4", "1", "1", "1.4"},
		{"0.004", "0.00", "0.00", "0.004"},
		{"0", "-", "0", ""},
		{"12", "—", "—", "12"},
		{"61", "合格", "合格", ""},
	}
	for _, tt := range tests {
		row := `<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="` + tt.value + `"><text:p>` + tt.text + `</text:p></table:table-cell></table:table-row>`
		doc, problems := Data("a.ods", calcFile(calcRow("院", "数")+row+calcRow("乙", "7")), "", nil)
		if len(problems) > 0 {
			t.Fatal(tt, problems)
		}
		instead := ""
		for _, d := range doc.Tables[0].Doubts {
			instead += d.Instead.String()
		}
		if got := doc.Tables[0].Rows[0].Cells[1].Text; got != tt.want || instead != tt.instead {
			t.Errorf("%s as %s is %s, or %q; want %s, %q", tt.value, tt.text, got, instead, tt.want, tt.instead)
		}
	}
}

// What stands above the line in an OpenDocument or is struck out is no digit of a
// number.
func TestLooksOfOpenDocuments(t *testing.T) {
	const styles = `<office:automatic-styles><style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>` +
		`<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="T3"><style:text-properties text:display="none"/></style:style>` +
		`<style:style style:name="T4"><style:text-properties style:text-line-through-style="none" style:text-position="0% 100%"/></style:style></office:automatic-styles>`
	span := func(style, text string) string {
		return `<text:span text:style-name="` + style + `">` + text + `</text:span>`
	}
	for cell, want := range map[string]string{
		"36" + span("T1", "2"): "36", span("T2", "40") + "50": "50", span("T3", "9") + "7": "7", span("T4", "4") + "2": "42",
		"36" + span("mark", "2"): "36", "H" + span("low", "2") + "O": "H2O",
	} {
		rows := calcRow("院", "数") + `<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell><table:table-cell><text:p>` + cell + `</text:p></table:table-cell></table:table-row>`
		common := [2]string{"styles.xml", `<office:document-styles xmlns:office="o"><office:styles><style:style style:name="mark"><style:text-properties style:text-position="33% 58%"/></style:style>` +
			`<style:style style:name="low"><style:text-properties style:text-position="-33% 58%"/></style:style></office:styles></office:document-styles>`}
		const head = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b">` + styles + `<office:body>`
		for path, src := range map[string][]byte{
			"r.ods": zipped([2]string{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, common,
				[2]string{"content.xml", head + `<office:spreadsheet><table:table table:name="S">` + rows + `</table:table></office:spreadsheet></office:body></office:document-content>`}),
			"r.odt": zipped([2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, common,
				[2]string{"content.xml", head + `<office:text><table:table>` + rows + `</table:table></office:text></office:body></office:document-content>`}),
		} {
			if d := parsed(path, src); len(d.Tables) != 1 || d.Tables[0].Rows[0].Cells[1].Text != want {
				t.Errorf("%s: %s is %v; want %s", path, cell, d.Tables, want)
			}
		}
	}
}
