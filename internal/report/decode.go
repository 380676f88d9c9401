package report

import (
	"bytes"
	"unicode/utf8"

	"charts/internal/diag"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// maxSize is far above any report, and low enough to be read into memory.
const maxSize = 100 << 20

// decode returns the text of src, or says why it is none.
func decode(path string, src []byte) (string, diag.List) {
	var problems diag.List
	pos := diag.Pos{File: path}
	body := bytes.TrimPrefix(src, []byte("\ufeff"))
	switch {
	case len(src) > maxSize:
		p := problems.Errorf(pos, "report-too-large", "the report has %d MB, more than %d", len(src)>>20, maxSize>>20)
		p.Hint = "give the text of the report, without pictures"
	case len(bytes.TrimSpace(body)) == 0:
		p := problems.Errorf(pos, "empty-report", "the report is empty")
		p.Hint = "check that the right file was exported"
	default:
		if found := notText(body); found != "" {
			p := problems.Errorf(pos, "not-text", "the report is %s, not text in UTF-8", found)
			p.Hint = "save it as plain text in UTF-8"
		}
	}
	if len(problems) > 0 {
		return "", problems
	}
	return string(body), nil
}

// signatures are the first bytes of files that are often given in place of the
// text.
var signatures = []struct{ start, what string }{
	{"\xff\xfe", "text in UTF-16 (little endian)"},
	{"\xfe\xff", "text in UTF-16 (big endian)"},
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a packed file (such as .docx or .xlsx)"},
	{"\xd0\xcf\x11\xe0", "an old Office file (such as .doc or .xls)"},
	{"{\\rtf", "a rich text file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"\x1f\x8b", "a compressed file"},
}

// notText says what body is when it is not text in UTF-8.
func notText(body []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(body, []byte(s.start)) {
			return s.what
		}
	}
	switch {
	case bytes.IndexByte(body, 0) >= 0:
		return "a binary file"
	case utf8.Valid(body):
		return ""
	case isGB18030(body):
		return "text in GB18030"
	}
	return "a binary file"
}

// isGB18030 looks at the first part of body: every byte must decode there, but
// for a character that the cut may have halved.
func isGB18030(body []byte) bool {
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(body[:min(len(body), 1<<16)])
	return err == nil && bytes.Count(out, []byte("\ufffd")) <= 1
}
