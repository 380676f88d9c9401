package format

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"charts/internal/message"
	"charts/internal/meter"
)

// maxMailDepth is how deep the parts of a message are inside each other, far above any
// report, and partCost what each is charged.
const (
	maxMailDepth = 8
	partCost     = 10_000
)

func isMail(src []byte) bool {
	if !bytes.Contains(bytes.ToLower(src[:min(len(src), 4<<10)]), []byte("mime-version:")) {
		return false
	}
	m, err := mail.ReadMessage(bytes.NewReader(src))
	return err == nil && m.Header.Get("Mime-Version") != ""
}

// readMail reads the text of a message, or of a page that a browser saved as one:
// its first page of HTML, or else its first plain text.
func readMail(in input) ([]Part, error) {
	m, err := mail.ReadMessage(bytes.NewReader(in.src))
	if err != nil {
		return nil, damaged(nil)
	}
	f := mailParts{meter: in.meter}
	if err := f.read(m.Header.Get, m.Body, 0); err != nil {
		return nil, err
	}
	var parts []Part
	switch {
	case f.page != "":
		parts, err = readHTML(in, f.page)
	case f.plain != "":
		parts, err = readText(in, f.plain)
	default:
		return nil, &Refusal{Rule: "not-text", Text: message.Of("the message holds no text"), Hint: message.Of("save what is attached to it as a file of its own")}
	}
	return placed(parts, "line %d of the text"), err
}

// mailParts are the texts that were found in the parts of a message.
type mailParts struct {
	page, plain string
	meter       *meter.Meter
}

func (f *mailParts) read(header func(string) string, body io.Reader, depth int) error {
	if f.meter.Bytes(partCost); depth > maxMailDepth {
		return tooDeep()
	}
	kind, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return f.readAll(multipart.NewReader(body, params["boundary"]), depth)
	case strings.HasPrefix(strings.ToLower(header("Content-Disposition")), "attachment"):
	case kind == "text/html" && f.page == "":
		f.page, err = mailText(header, body, f.meter)
		return err
	case kind == "text/plain" && f.plain == "":
		f.plain, err = mailText(header, body, f.meter)
		return err
	}
	return nil
}

func (f *mailParts) readAll(parts *multipart.Reader, depth int) error {
	for {
		p, err := parts.NextRawPart()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return damaged(nil)
		}
		if err := f.read(p.Header.Get, p, depth+1); err != nil {
			return err
		}
	}
}

// mailText decodes a part.
func mailText(header func(string) string, body io.Reader, m *meter.Meter) (string, error) {
	switch strings.ToLower(strings.TrimSpace(header("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	r, err := charset.NewReader(io.LimitReader(body, int64(m.Left()/8)+1), header("Content-Type"))
	if err != nil {
		return "", nil // an empty part
	}
	text, err := io.ReadAll(r)
	if m.Times(8, len(text)); err != nil { // the text is copied and decoded
		return "", damaged(nil)
	}
	return strings.ToValidUTF8(string(text), "\ufffd"), nil
}
