package format

import (
	"encoding/xml"
	"fmt"
	"html"
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/meter"
)

// readOpenDocument reads an OpenDocument text: its paragraphs and tables are those
// of a page of HTML by other names.
func readOpenDocument(in input) ([]Part, error) {
	content, looks, err := openContent(in)
	if err != nil {
		return nil, err
	}
	o := openDocument{meter: in.meter, out: []*strings.Builder{{}}, looks: looks}
	if err := o.read(content); err != nil {
		return nil, err
	}
	parts, err := htmlParts(o.top().String(), 1, in.meter)
	return placed(parts, "paragraph %d"), err
}

// An openDocument is where the way through an OpenDocument stands.
type openDocument struct {
	looks  looks
	out    []*strings.Builder // the page, and inside it the rows, cells and notes that are open
	notes  strings.Builder    // that are under the paragraph or the table
	meter  *meter.Meter
	tables int // that are open
}

func (o *openDocument) top() *strings.Builder { return o.out[len(o.out)-1] }

func (o *openDocument) write(s string) {
	o.meter.Times(len(s), 4) // it is parsed as a page
	o.top().WriteString(s)
}

// notPrinted are elements whose text stands nowhere on the page.
var notPrinted = map[string]bool{"annotation": true, "tracked-changes": true, "note-citation": true, "table-of-content": true,
	"covered-table-cell": true, "forms": true, "desc": true, "title": true, "ruby-text": true}

func (o *openDocument) read(src []byte) error {
	var open []xml.StartElement
	return eachToken(src, o.looks.without(notPrinted), func(token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "spreadsheet" || token.Name.Local == "presentation" {
				return notText(message.Of("an OpenDocument file that is neither text nor sheets"), "save it as .xlsx, .csv or .docx")
			}
			open = append(open, token.Copy())
			o.begin(token)
		case xml.EndElement:
			o.end(open[len(open)-1])
			open = open[:len(open)-1]
		case xml.CharData:
			o.write(html.EscapeString(string(token)))
		}
		if len(open) > maxNesting {
			return tooDeep()
		}
		return nil
	})
}

// tags are the elements of HTML for those of the same sense.
var tags = map[string]string{"p": "p", "list": "ul", "list-item": "li", "table-header-rows": "thead"}

func (o *openDocument) begin(e xml.StartElement) {
	name := e.Name.Local
	switch name {
	case "h":
		o.write("<h" + level(e) + ">")
	case "s":
		o.write(" ")
	case "tab":
		o.write("\t")
	case "line-break":
		o.write("<br>")
	case "table":
		o.tables++
		o.write("<table>")
	case "table-row", "table-cell", "note":
		o.out = append(o.out, &strings.Builder{})
	case "span":
		if tag := o.looks.of(e).tag(); tag != "" {
			o.write("<" + tag + ">")
		}
	default:
		if tag := tags[name]; tag != "" {
			o.write("<" + tag + ">")
		}
	}
}

func (o *openDocument) end(e xml.StartElement) {
	name := e.Name.Local
	switch name {
	case "h":
		o.write("</h" + level(e) + ">\n")
	case "table":
		o.tables--
		o.write("</table>\n")
	case "table-row":
		o.close("<tr>", "</tr>\n", countAttr(e, "number-rows-repeated"))
	case "table-cell":
		spans := fmt.Sprintf(`<td colspan="%d" rowspan="%d">`, countAttr(e, "number-columns-spanned"), countAttr(e, "number-rows-spanned"))
		o.close(spans, "</td>", countAttr(e, "number-columns-repeated"))
	case "span":
		if tag := o.looks.of(e).tag(); tag != "" {
			o.write("</" + tag + ">")
		}
	case "note":
		o.notes.WriteString(o.top().String())
		o.out = o.out[:len(o.out)-1]
	default:
		if tag := tags[name]; tag != "" {
			o.write("</" + tag + ">")
		}
	}
	if o.tables == 0 && len(o.out) == 1 && (name == "p" || name == "h" || name == "table") {
		notes := o.notes.String()
		o.notes.Reset()
		o.write("\n" + notes)
	}
}

// close writes a row or a cell as often as it is repeated.
func (o *openDocument) close(begin, end string, n int) {
	s := o.top().String()
	o.out = o.out[:len(o.out)-1]
	for range n {
		o.write(begin + s + end)
	}
}

// level is that of a heading.
func level(e xml.StartElement) string { return strconv.Itoa(min(countAttr(e, "outline-level"), 6)) }
