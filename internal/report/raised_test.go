package report

import (
	"testing"

	"charts/internal/notation"
	"charts/internal/table"
)

// TestRaised: what stands above or below the line is no digit of a number.
func TestRaised(t *testing.T) {
	const sup, sub = `</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>`, `</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>`
	for _, c := range []struct{ html, word, want string }{
		{"28<sup>3</sup>", "28" + sup + "3", "28"},
		{"28.5%<sup>(1)</sup>", "28.5%" + sup + "(1)", "28.5%"},
		{"1,280<sup>a</sup>", "1,280" + sup + "a", "1,280"},
		{"28<sup>1,2</sup>", "28" + sup + "1,2", "28"},
		{"28<sup>[<a href=x>4</a>]</sup>", "28" + sup + "[4]", "28"},
		{"28<sub>1</sub>", "28" + sub + "1", "28"},
		{"28 <sup>*</sup>", "28 " + sup + "*", "28"},
		{"<sup>1</sup>28", "{}" + sup + "1</w:t></w:r><w:r><w:t>28", "¹28"},
		{"10<sup>6</sup>", "10" + sup + "6", "10⁶"},
		{"1.2×10<sup>6</sup>", "1.2×10" + sup + "6", "1.2×10⁶"},
		{"化学<sup>2</sup>", "化学" + sup + "2", "化学"},
		{"Chemistry<sup>2</sup>", "Chemistry" + sup + "2", "Chemistry"},
		{"CO<sub>2</sub>", "CO" + sub + "2", "CO2"},
		{"m<sup>2</sup>", "m" + sup + "2", "m²"},
	} {
		d, _ := Parse("", "r.html", []byte("<!doctype html><table><tr><th>甲<th>乙<tr><td>丙<td>"+c.html+"</table>"))
		if got := d.Tables[0].Rows[0].Cells[1].Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.html, got, c.want)
		}
		d, _ = Parse("", "r.md", []byte("甲|乙\n-|-\n丙|"+c.html+"\n"))
		if got := d.Tables[0].Rows[0].Cells[1].Text; got != c.want {
			t.Errorf("%s in Markdown: %q, want %q", c.html, got, c.want)
		}
		d, _ = Parse("", "r.docx", word("<w:tbl>"+row("甲|乙")+row("丙|"+c.word)+"</w:tbl>"))
		if got := d.Tables[0].Rows[0].Cells[1].Text; got != c.want {
			t.Errorf("%s in Word: %q, want %q", c.html, got, c.want)
		}
	}
}

func TestMarksOfNotes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"12²", "12"}, {"12①", "12"}, {"12[3]", "12"}, {"12[^3]", "12"}, {"3.5%※", "3.5%"}, {"12²,³", "12"}, {"-7¹", "-7"},
		{"12(3)", "12(3)"}, {"12a", "12a"}, {"km²", "km²"}, {"10³", "10³"}, {"其他¹", "其他"}, {"居 住[9]", "居 住"}, {"0-15岁（含）［4］", "0-15岁（含）"}, {"[9]", "[9]"}, {"区间[a]", "区间[a]"}, {"x[1]", "x[1]"}, {"Housing [12]", "Housing"}, {"合计（万人）²", "合计（万人）"},
	} {
		if got := notation.Mend(c.text); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
	if c := table.ParseColumn("面积（m²）¹"); c != (table.Column{Name: "面积", Unit: "m²"}) {
		t.Errorf("%+v", c)
	}
}

// TestUnseen: what a reader does not see is not in the report.
func TestUnseen(t *testing.T) {
	for _, c := range []struct{ name, path, cell, want string }{
		{"a sort key", "r.html", `<span style="display:none">0042</span>42`, "42"},
		{"written with blanks", "r.html", `<span style="color:red; DISPLAY : none !important">0042</span>42`, "42"},
		{"invisible", "r.html", `<i style="visibility: hidden">9</i>42`, "42"},
		{"of no size", "r.html", `<span style="font-size:0">9</span>42`, "42"},
		{"hidden by Word", "r.html", `<span style='mso-hide:all'>9</span>42`, "42"},
		{"shown", "r.html", `<span style="display:inline;font-size:0.8em">4</span>2`, "42"},
		{"a hidden cell", "r.html", `42<td style="display:none">43`, "42"},
		{"a reading above", "r.html", `<ruby>亳<rp>(</rp><rt>bo</rt><rp>)</rp></ruby>州`, "亳州"},
		{"a place to break", "r.html", `1234<wbr>567`, "1234567"},
		{"a hidden run", "r.docx", `4</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>2`, "42"},
		{"hidden by its style", "r.docx", `4</w:t></w:r><w:r><w:rPr><w:rStyle w:val="key"/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>2`, "42"},
		{"struck out", "r.html", `<s>39</s>42`, "42"},
		{"struck out by its style", "r.html", `<span style="text-decoration: underline line-through">39</span>42`, "42"},
		{"underlined", "r.html", `<u>4</u><span style="text-decoration:underline">2</span>`, "42"},
		{"raised by CSS", "r.html", `42<span style="font-size:70%;vertical-align: super">9</span>`, "42"},
		{"lowered by CSS", "r.html", `42<span style="vertical-align:sub">9</span>`, "42"},
		{"in the middle", "r.html", `<span style="vertical-align:middle">42</span>`, "42"},
		{"struck out, Word", "r.docx", `</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>39</w:t></w:r><w:r><w:rPr><w:dstrike w:val="0"/></w:rPr><w:t>42`, "42"},
		{"a small mark above the line", "r.docx", `42</w:t></w:r><w:r><w:rPr><w:position w:val="8"/><w:sz w:val="12"/></w:rPr><w:t>9`, "42"},
		{"text in the middle of its row", "r.docx", `4</w:t></w:r><w:r><w:rPr><w:position w:val="6"/><w:sz w:val="21"/></w:rPr><w:t>2`, "42"},
		{"shown against its style", "r.docx", `4</w:t></w:r><w:r><w:rPr><w:rStyle w:val="key"/><w:vanish w:val="0"/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>2`, "492"},
		{"raised by its style", "r.docx", `42</w:t></w:r><w:r><w:rPr><w:rStyle w:val="mark"/></w:rPr><w:t>9`, "42"},
		{"a field of a form", "r.html", `<input type="hidden" value="9"><input value="42"><input type="checkbox" value="8">`, "42"},
		{"a choice", "r.html", `<select><option>9<option selected>42</select>`, "42"},
		{"the first choice", "r.html", `<select><option>42<option>9</select>`, "42"},
		{"an area of text", "r.html", `<textarea>42</textarea>`, "42"},
		{"a formula", "r.html", `<math><semantics><msup> <mn>10</mn> <mrow><mn>6</mn></mrow> </msup><annotation>10^6</annotation></semantics></math>`, "10⁶"},
		{"a fraction", "r.html", `<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math>`, "3/4"},
		{"a formula, Word", "r.docx", `</w:t></w:r><oMath><sSup><e><r><t>10</t></r></e><sup><r><t>6</t></r></sup></sSup></oMath><w:r><w:t>人`, "10⁶人"},
		{"a fraction, Word", "r.docx", `</w:t></w:r><oMath><f><num><r><t>3</t></r></num><den><r><t>4</t></r></den></f></oMath><w:r><w:t>`, "3/4"},
		{"a reading above, Word", "r.docx", `</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>bo</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>亳</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>州`, "亳州"},
	} {
		src := []byte("<!doctype html><table><tr><th>甲<th>乙<tr style='display:none'><td>隐<td>1<tr><td>丙<td>" + c.cell + "</table>")
		if c.path == "r.docx" {
			src = zipped([2]string{"word/document.xml", wordStart + "<w:tbl>" + wordRuns(row("甲|乙")+
				"<w:tr><w:trPr><w:hidden/></w:trPr>"+row("隐|1")[len("<w:tr>"):]+row("丙|"+c.cell)) + "</w:tbl>" + wordEnd},
				[2]string{"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="key"><w:rPr><w:vanish/></w:rPr></w:style>` +
					`<w:style w:styleId="mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`})
		}
		d, _ := Parse("", c.path, src)
		if got := gridText(d.Tables[0]); got != "甲,乙: 丙,"+c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
