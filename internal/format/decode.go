package format

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"charts/internal/message"
)

// MaxText is far above any report, and low enough to be read in seconds and in
// memory.
const MaxText = 32 << 20

// Decode returns the text of src, or says why it is none.
func Decode(src []byte) (string, error) {
	if len(src) > MaxText {
		return "", &Refusal{Rule: "report-too-large",
			Text: message.Of("the file has %d MB of text, more than %d", len(src)>>20, MaxText>>20),
			Hint: message.Of("give the text of the file, without pictures")}
	}
	if len(bytes.TrimSpace(bytes.TrimLeft(src, "\ufeff"))) == 0 {
		return "", &Refusal{Rule: "empty-report", Text: message.Of("the file is empty"), Hint: message.Of("check that the right file was exported")}
	}
	for _, s := range signatures {
		if bytes.HasPrefix(src, []byte(s.start)) {
			return "", notText(message.Of(s.what), s.hint)
		}
	}
	for _, e := range encodings {
		if e.fits(src) {
			return decodeAs(e.name, e.encoding, src)
		}
	}
	return "", notText(message.Of("a binary file, or text in an encoding other than UTF-8, UTF-16 and GB18030"), saveAsText)
}

// tooLong refuses a file of a format whose tree takes many times its text.
func tooLong(format string, limit int) error {
	return &Refusal{Rule: "report-too-large", Text: message.Of("the file has more than %d MB of %s", limit>>20, format),
		Hint: message.Of("give the text of the file, without pictures")}
}

func notText(what message.Text, hint message.Format) error {
	return &Refusal{Rule: "not-text", Text: message.Of("the file is %s", what), Hint: message.Of(hint)}
}

const saveAsText = "save it as plain text in UTF-8"

// signatures are the first bytes of files that are often given in place of a
// report.
var signatures = []struct {
	start      string
	what, hint message.Format
}{
	{"PK\x03\x04", "a packed file that is neither .docx, .xlsx, .odt nor .ods", "unpack it and give the report in it"},
	{"\xd0\xcf\x11\xe0", "an old Office file (such as .doc or .xls), or one with a password", "save it as .docx or .xlsx, without a password"},
	{"\x89PNG", "a picture", "give the text of the file"},
	{"\xff\xd8\xff", "a picture", "give the text of the file"},
	{"\x1f\x8b", "a compressed file", "unpack it"},
}

// encodings are tried from top to bottom.
var encodings = []struct {
	name     string
	fits     func(src []byte) bool
	encoding encoding.Encoding
}{
	{"UTF-16 (little endian)", isUTF16("\xff\xfe", 1), unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{"UTF-16 (big endian)", isUTF16("\xfe\xff", 0), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
	{"UTF-8", isUTF8, nil}, // as it is
	{"GB18030", isGB18030, simplifiedchinese.GB18030},
}

// decodeAs decodes all of src; a byte that does not decode is an error with its
// line.
func decodeAs(name string, e encoding.Encoding, src []byte) (string, error) {
	if e == nil {
		return string(bytes.TrimLeft(src, "\ufeff")), nil
	}
	out, err := e.NewDecoder().Bytes(src)
	if err != nil {
		return "", notText(message.Of("not whole text in %s", name), saveAsText)
	}
	text := strings.TrimLeft(string(out), "\ufeff")
	if i := strings.IndexRune(text, utf8.RuneError); i >= 0 && !bytes.Contains(src, []byte("\ufffd")) {
		return "", &Refusal{Rule: "not-text", Line: strings.Count(text[:i], "\n") + 1,
			Text: message.Of("the file is text in %s, but this line does not decode", name), Hint: message.Of(saveAsText)}
	}
	return text, nil
}

func isUTF8(src []byte) bool { return bytes.IndexByte(src, 0) < 0 && utf8.Valid(src) }

// isUTF16 looks for the byte order mark or, without one, for line ends and
// blanks, whose high byte is zero.
func isUTF16(mark string, high int) func(src []byte) bool {
	return func(src []byte) bool {
		if bytes.HasPrefix(src, []byte(mark)) {
			return true
		}
		zeros := [2]int{}
		for i, c := range src[:min(len(src), sample)] {
			if c == 0 {
				zeros[i%2]++
			}
		}
		return len(src)%2 == 0 && zeros[high] > 0 && zeros[1-high] == 0
	}
}

// sample is how much of a text is enough to tell its encoding.
const sample = 1 << 16

// isGB18030 asks that nearly all characters of two bytes are those of the old
// standard GB 2312: other encodings of Chinese decode too, but not into common
// characters.
func isGB18030(src []byte) bool {
	src = src[:min(len(src), sample)]
	common, pairs := 0, 0
	for i := 0; i+1 < len(src); i++ {
		switch c, d := src[i], src[i+1]; {
		case c == 0:
			return false
		case c < 0x80:
		case d < 0x30:
			return false
		default:
			if (c <= 0xa9 || c >= 0xb0) && c >= 0xa1 && c <= 0xf7 && d >= 0xa1 {
				common++
			}
			pairs++
			i++
		}
	}
	return pairs > 0 && 10*common >= 9*pairs
}

// damaged says what a file is that should be packed and is not.
func damaged(src []byte) error {
	for _, s := range signatures {
		if bytes.HasPrefix(src, []byte(s.start)) && s.start != zipStart {
			return notText(message.Of(s.what), s.hint)
		}
	}
	return &Refusal{Rule: "unreadable-report", Text: message.Of("the file is damaged, or only a part of it was copied"),
		Hint: message.Of("copy it again, or save it again from the program that wrote it")}
}

const zipStart = "PK\x03\x04"
