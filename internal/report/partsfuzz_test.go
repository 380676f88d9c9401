package report

import (
	"fmt"
	"testing"
)

// numbers are those at which counts and sizes go wrong.
var numbers = []string{"0", "-1", "1", "200", "201", "65536", "2147483647", "4294967296", "9223372036854775807", "1e308", "NaN", ""}

func numberOf(i uint8) string { return numbers[int(i)%len(numbers)] }

// FuzzWordParts: whatever the parts beside the body of a document say, of whatever
// numbers, it is read or refused.
func FuzzWordParts(f *testing.F) {
	f.Add("heading 1", "%1.%2", "注", uint8(2), uint8(3), uint8(5))
	f.Fuzz(func(t *testing.T, style, level, note string, span, list, size uint8) {
		n, m, k := numberOf(span), numberOf(list), numberOf(size)
		body := wordStart + fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr></w:pPr><w:r><w:rPr><w:position w:val="%s"/><w:sz w:val="%s"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:footnoteReference w:id="%s"/></w:r></w:p>`, n, m, n, k, n) +
			fmt.Sprintf(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="%s"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="%s"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="%s"/><w:vMerge/></w:tcPr></w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc></w:tr></w:tbl>`, m, n, k) + wordEnd
		check(t, "r.docx", zipped([2]string{"word/document.xml", body},
			[2]string{"word/styles.xml", fmt.Sprintf(`<styles><style styleId="a"><name val=%q/><basedOn val="a"/><pPr><outlineLvl val="%s"/><numPr><numId val="%s"/></numPr></pPr></style></styles>`, style, m, k)},
			[2]string{"word/numbering.xml", fmt.Sprintf(`<numbering><abstractNum abstractNumId="%[1]s"><lvl ilvl="%[2]s"><start val="%[3]s"/><numFmt val="lowerRoman"/><lvlText val=%[4]q/></lvl></abstractNum><num numId="%[2]s"><abstractNumId val="%[1]s"/></num></numbering>`, n, m, k, level)},
			[2]string{"word/footnotes.xml", fmt.Sprintf(`<footnotes><footnote id="%s"><p><r><t>%s</t></r></p></footnote></footnotes>`, n, note)}))
	})
}

// FuzzBook does the same of a workbook, as a report and as a side file.
func FuzzBook(f *testing.F) {
	f.Add("0.00%;[Red]-0", "甲", "1+1", uint8(2), uint8(3), uint8(5))
	f.Fuzz(func(t *testing.T, format, shared, formula string, style, row, index uint8) {
		n, m, k := numberOf(style), numberOf(row), numberOf(index)
		sheet := fmt.Sprintf(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="%[1]s" max="%[2]s" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>%[3]s</v></c><c r="B1" s="%[1]s"><v>%[2]s</v></c></row><row r="%[2]s"><c r="A%[2]s" s="%[1]s"><f t="shared" si="%[3]s">%[4]s</f></c><c t="b"><v>%[3]s</v></c></row></sheetData><mergeCells><mergeCell ref="A%[2]s:C%[3]s"/></mergeCells></worksheet>`, n, m, k, formula)
		src := zipped([2]string{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`},
			[2]string{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
			[2]string{"xl/worksheets/sheet1.xml", sheet},
			[2]string{"xl/sharedStrings.xml", fmt.Sprintf(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="%s"><si><r><rPr><vertAlign val="superscript"/></rPr><t>%s</t></r></si></sst>`, n, shared)},
			[2]string{"xl/styles.xml", fmt.Sprintf(`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="%[1]s" formatCode=%[2]q/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="%[1]s"/></cellXfs></styleSheet>`, m, format)})
		check(t, "r.xlsx", src)
		Data("r.xlsx", src, "", nil)
	})
}
