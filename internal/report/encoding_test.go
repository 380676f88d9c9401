package report

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// TestEncodings reads the same page in every encoding, with and without a byte
// order mark, in every format of text.
func TestEncodings(t *testing.T) {
	const want = "专业,人数[人]: 甲乙丙丁戊己庚辛,3"
	forms := []struct{ path, text string }{
		{"r.txt", "表 1：招生\n\n专业\t人数（人）\n甲乙丙丁戊己庚辛\t3\n"},
		{"r.md", "表 1：招生\n\n专业|人数（人）\n---|---\n甲乙丙丁戊己庚辛|3\n"},
		{"r.csv", "表 1：招生,\n专业,人数（人）\n甲乙丙丁戊己庚辛,3\n"},
		{"r.html", "<p>表 1：招生</p>\n<table><tr><th>专业<th>人数（人）<tr><td>甲乙丙丁戊己庚辛<td>3</table>"},
	}
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
	}{
		{"UTF-8", unicode.UTF8},
		{"UTF-8 with a mark", unicode.UTF8BOM},
		{"UTF-16 LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16 BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-16 LE with a mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 BE with a mark", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"GB18030", simplifiedchinese.GB18030},
		{"GBK", simplifiedchinese.GBK},
	} {
		for _, f := range forms {
			src, err := c.enc.NewEncoder().Bytes([]byte(f.text))
			if err != nil {
				t.Fatal(err)
			}
			d, problems := Parse("", f.path, src)
			if len(problems) > 0 || len(d.Tables) != 1 {
				t.Errorf("%s %s: %v, %d tables", c.name, f.path, problems, len(d.Tables))
				continue
			}
			if got := gridText(d.Tables[0]); got != want || d.Tables[0].ID != "表 1" {
				t.Errorf("%s %s: %s %s", c.name, f.path, d.Tables[0].ID, got)
			}
		}
	}
}
