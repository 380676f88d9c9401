package report

import (
	"fmt"
	"testing"
)

func TestUnreadable(t *testing.T) {
	for _, c := range []struct{ name, path, src, want string }{
		{"empty", "r.txt", "", "r.txt [empty-report] the file is empty"},
		{"blank", "r.txt", "\ufeff \n\n", "r.txt [empty-report] the file is empty"},
		{"binary", "r.txt", "a\x00b", "r.txt [not-text] the file is a binary file, or text in an encoding other than UTF-8, UTF-16 and GB18030"},
		{"latin", "r.txt", "caf\xe9 \xe8 x", "r.txt [not-text] the file is a binary file, or text in an encoding other than UTF-8, UTF-16 and GB18030"},
		{"big5", "r.txt", "\xbe\xc7\xb0\x7c\xa4\x48\xbc\xc6\xb2\xa6\xb7\x7e", "r.txt [not-text] the file is a binary file, or text in an encoding other than UTF-8, UTF-16 and GB18030"},
		{"a halved GB18030", "r.txt", "\xb1\xed 1\n\xb1\xed\xb1\xed\xb1\xed\xb1\xed\xb1\xed\xb1\xed\xb1\xed\xb1\xed\xb1\xed\xb1", "r.txt:2 [not-text] the file is text in GB18030, but this line does not decode"},
		{"zip", "r.txt", "PK\x03\x04xx", "r.txt [not-text] the file is a packed file that is neither .docx, .xlsx, .odt nor .ods"},
		{"old word", "r.doc", "\xd0\xcf\x11\xe0", "r.doc [not-text] the file is an old Office file (such as .doc or .xls), or one with a password"},
		{"open quotes", "r.csv", "a,b\n\"1,2\n", "r.csv:2 [unreadable-report] the quotes are not closed as they were opened"},
	} {
		d, problems := Parse("", c.path, []byte(c.src))
		got := ""
		for _, p := range problems {
			got += fmt.Sprintf("%s [%s] %s", p.Pos, p.Rule, p.Text)
		}
		if got != c.want || len(d.Tables)+len(d.Paragraphs) > 0 {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
