package report

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"charts/internal/table"
)

// pages writes a PDF file by hand: one font of Chinese characters whose codes
// are those of UTF-16, so that a table of meanings is needed to read it.
type pages struct {
	pack   func(string) string // packedStream, if nil
	bodies []string
	body   strings.Builder
	y      float64
}

const (
	pageTop  = 800.0
	lineStep = 20.0
)

func hexText(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04x", u)
	}
	return b.String()
}

// at writes a text of 10 points.
func (p *pages) at(x float64, s string) {
	if s != "" {
		fmt.Fprintf(&p.body, "BT /F 10 Tf %.1f %.1f Td <%s> Tj ET\n", x, p.y, hexText(s))
	}
}

func (p *pages) rule(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&p.body, "%.1f %.1f m %.1f %.1f l S\n", x0, y0, x1, y1)
}

// down moves to the next line, and over the page when it is full.
func (p *pages) down() {
	p.y -= lineStep
	if p.y < 60 {
		p.feed()
	}
}

// feed ends a page with its running title and its number.
func (p *pages) feed() {
	p.y = 20
	p.at(290, fmt.Sprint(len(p.bodies)+1))
	p.bodies = append(p.bodies, p.body.String())
	p.body.Reset()
	p.y = pageTop + lineStep
	p.at(200, "质量年报 第 1 版")
	p.y = pageTop
}

func packedStream(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return fmt.Sprintf("/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", b.Len(), b.String())
}

func (p *pages) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	pack := packedStream
	if p.pack != nil {
		pack = p.pack
	}
	kids := ""
	for i, body := range p.bodies {
		fmt.Fprintf(&b, "%d 0 obj << /Type /Page /Parent 2 0 R /Contents %d 0 R >> endobj\n", 10+2*i, 11+2*i)
		fmt.Fprintf(&b, "%d 0 obj << %s endobj\n", 11+2*i, pack(body))
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	b.WriteString("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n")
	fmt.Fprintf(&b, "2 0 obj << /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 1200 842] /Resources << /Font << /F 3 0 R >> >> >> endobj\n", kids, len(p.bodies))
	b.WriteString("3 0 obj << /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >> endobj\n")
	b.WriteString("4 0 obj << /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [32 126 500] >> endobj\n")
	fmt.Fprintf(&b, "5 0 obj << %s endobj\n", packedStream(utf16Meanings()))
	b.WriteString("trailer << /Root 1 0 R >>\n")
	return b.Bytes()
}

// utf16Meanings says that every code means the character of its number.
func utf16Meanings() string {
	var b strings.Builder
	b.WriteString("1 begincodespacerange <0000> <ffff> endcodespacerange\n")
	for high := range 256 { // a range differs in its last byte
		fmt.Fprintf(&b, "1 beginbfrange <%02x00> <%02xff> <%02x00> endbfrange\n", high, high, high)
	}
	return b.String()
}

func textWidth(s string) float64 {
	w := 0.0
	for _, r := range s {
		if w += 10; r < 0x7f {
			w -= 5
		}
	}
	return w
}

func writePDF(d *Document) []byte { return drawPDF(d, &pages{y: pageTop}) }

func writeLZW(d *Document) []byte { return drawPDF(d, &pages{y: pageTop, pack: lzwStream}) }

func drawPDF(d *Document, p *pages) []byte {
	for _, it := range itemsOf(d) {
		if it.table != nil {
			pdfTable(p, it.table)
			continue
		}
		runes := []rune(it.text)
		for len(runes) > 0 {
			n := min(60, len(runes))
			p.at(50, string(runes[:n]))
			runes = runes[n:]
			p.down()
		}
	}
	p.feed()
	return p.bytes()
}

// pdfTable draws a table with rules; a merged cell has none inside.
func pdfTable(p *pages, t *table.Table) {
	xs := []float64{50}
	for c := range t.Columns {
		w := textWidth(headerText(t.Columns[c]))
		for _, r := range t.Rows {
			w = max(w, textWidth(r.Cells[c].Text))
		}
		xs = append(xs, xs[c]+w+10)
	}
	for i, row := range rowsOf(t) {
		bottom := p.y - 6
		for c, s := range row {
			if i == 0 || p.y == pageTop || !covered(t, i-1, c) {
				p.rule(xs[c], bottom+lineStep, xs[c+1], bottom+lineStep)
			}
			if i == len(t.Rows) || p.y-lineStep < 60 {
				p.rule(xs[c], bottom, xs[c+1], bottom)
			}
			p.at(xs[c]+5, s)
		}
		for _, x := range xs {
			p.rule(x, bottom, x, bottom+lineStep)
		}
		p.down()
	}
	for _, n := range t.Notes {
		p.at(50, n.Text)
		p.down()
	}
	p.down()
}

// TestBrowserPDF reads a page that a browser printed: characters drawn as
// shapes, radicals in place of characters, rules drawn as polygons.
func TestBrowserPDF(t *testing.T) {
	src, err := os.ReadFile("testdata/browser.pdf")
	if err != nil {
		t.Fatal(err)
	}
	d, problems := Parse("", "browser.pdf", src)
	want := "section 2.9.1 就业质量; text 2023 届毕业生共 6393 人，其中升学 2469 人，占 38.62%。学校继续做好就业工作，毕业去向落实率为 97.25%，比上一年提高。; " +
		"caption 表 6=2023 届毕业生毕业去向"
	if got := outline(d); got != want || len(problems) > 0 {
		t.Errorf("%s, want %s %v", got, want, problems)
	}
	want = "毕业去向,人数,比例: 升学,2469,38.62%; 协议和合同就业,3011,47.10%; 自主创业,12,0.19%"
	if got := gridText(d.Tables[0]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := d.Place(d.Tables[0].Rows[0].Line); got != "page 1" {
		t.Error(got)
	}
}

// TestUnruledPDF reads a table without rules by the columns of its words.
func TestUnruledPDF(t *testing.T) {
	p := &pages{y: pageTop}
	p.at(50, "表 1：试")
	for _, row := range [][]string{{"专业", "人数", "比例"}, {"机械", "1024", "7%"}, {"会计", "", "9%"}} {
		p.down()
		for i, s := range row {
			p.at(50+100*float64(i), s)
		}
	}
	p.feed()
	d, _ := Parse("", "r.pdf", p.bytes())
	if len(d.Tables) != 1 || gridText(d.Tables[0]) != "专业,人数,比例: 机械,1024,7%; 会计,,9%" {
		t.Errorf("%+v", d.Tables)
	}
}

// row writes the cells of a row, 100 points from one to the next.
func (p *pages) row(cells ...string) {
	for i, s := range cells {
		p.at(50+100*float64(i), s)
	}
	p.down()
}

// raised writes a mark of 6 points, 4 above the line.
func (p *pages) raised(x float64, s string) {
	fmt.Fprintf(&p.body, "BT /F 6 Tf %.1f %.1f Td <%s> Tj ET\n", x, p.y+4, hexText(s))
}

// TestPDFPages: a table goes on over a page break, with its header or without
// one; another table begins with another header. The marks of footnotes belong
// to no number.
func TestPDFPages(t *testing.T) {
	head, other := []string{"专业", "人数", "比例"}, []string{"课程", "学分", "学时"}
	for _, c := range []struct {
		name   string
		second [][]string
		want   string
	}{
		{"without its header", [][]string{{"会计", "30", "9%"}, {"物流", "12", "4%"}}, "专业,人数,比例: 机械,1024,7%; 护理,20,8%; 会计,30,9%; 物流,12,4%"},
		{"with its header", [][]string{head, {"会计", "30", "9%"}}, "专业,人数,比例: 机械,1024,7%; 护理,20,8%; 会计,30,9%"},
		{"another table", [][]string{other, {"英语", "4", "64"}}, "专业,人数,比例: 机械,1024,7%; 护理,20,8% / 课程,学分,学时: 英语,4,64"},
	} {
		p := &pages{y: pageTop}
		p.at(50, "表 1：规模")
		p.down()
		p.row(head...)
		p.raised(71, "1")
		p.row("机械", "1024", "7%")
		p.row("护理", "20", "8%")
		p.feed()
		for _, r := range c.second {
			p.row(r...)
		}
		for range 3 { // so that the title of the pages is known as one
			p.feed()
		}
		d, _ := Parse("", "r.pdf", p.bytes())
		var got []string
		for _, t := range d.Tables {
			got = append(got, gridText(t))
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestPDFCaption: the second line of a caption is no table, whatever numbers it
// holds, and years at the left name the rows.
func TestPDFCaption(t *testing.T) {
	p := &pages{y: pageTop}
	for _, s := range []string{"表 1：各类学生的人数和比例，包括全日制的学生、非全日制的学生和来自外省的学生", "2019 2020 2021 2022 2023"} {
		p.at(50, s)
		p.down()
	}
	p.row("", "人数", "比例")
	p.row("2022", "1024", "7%")
	p.row("2023", "998", "8%")
	p.feed()
	d, _ := Parse("", "r.pdf", p.bytes())
	want := "项目,人数,比例: 2022,1024,7%; 2023,998,8%"
	if len(d.Tables) != 1 || gridText(d.Tables[0]) != want || len(d.Tables[0].Doubts) > 0 || d.Tables[0].Label != "表 1" {
		t.Errorf("%+v, want %s", d.Tables, want)
	}
}

// lzwStream packs s by LZW as it is without any compression: every byte is a
// code of nine bits, and the table of codes is cleared before it grows.
func lzwStream(s string) string {
	const clear, end, fresh = 256, 257, 200
	codes := []uint{}
	for i := range len(s) {
		if i%fresh == 0 {
			codes = append(codes, clear)
		}
		codes = append(codes, uint(s[i]))
	}
	var b strings.Builder
	bits, n := uint(0), 0
	for _, c := range append(codes, end, 0) {
		bits, n = bits<<9|c, n+9
		for ; n >= 8; n -= 8 {
			b.WriteByte(byte(bits >> (n - 8)))
		}
	}
	return fmt.Sprintf("/Filter /LZWDecode /Length %d >>\nstream\n%s\nendstream", b.Len(), b.String())
}

// runLengths packs s in a way that only PDFium unpacks: runs of up to 128 bytes
// as they are.
func runLengths(s string) string {
	var b strings.Builder
	for ; len(s) > 0; s = s[min(128, len(s)):] {
		run := s[:min(128, len(s))]
		b.WriteString(string([]byte{byte(len(run) - 1)}) + run)
	}
	b.WriteByte(128)
	return fmt.Sprintf("/Filter /RunLengthDecode /Length %d >>\nstream\n%s\nendstream", b.Len(), b.String())
}

// TestPDFium: a table is the same whichever reader finds its words and rules.
func TestPDFium(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles PDFium")
	}
	d, _ := Parse("", "r.md", []byte("表 1：去向\n\n| 去向 | 人数 | 比例 |\n| - | - | - |\n| 升学 | 2469 | 38.62% |\n| 自主创业 | 12 | 0.19% |\n\n备注：数据截至 8 月。\n"))
	for _, pack := range []func(string) string{packedStream, runLengths} {
		got, problems := Parse("", "r.pdf", drawPDF(d, &pages{y: pageTop, pack: pack}))
		if len(problems) > 0 || outline(got) != outline(d) || gridText(got.Tables[0]) != gridText(d.Tables[0]) {
			t.Errorf("%s %v %v", outline(got), got.Tables, problems)
		}
	}
}

func TestRefusedPDF(t *testing.T) {
	password, err := os.ReadFile("../pdftext/testdata/password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	empty := &pages{bodies: []string{"q Q"}}
	nameless := bytes.ReplaceAll((&pages{bodies: []string{"BT /F 10 Tf <53174eac> Tj ET"}}).bytes(), []byte("/ToUnicode"), []byte("/Nothing"))
	for _, c := range []struct {
		name string
		src  []byte
		want string
	}{
		{"cut off", []byte("%PDF-1.7\n1 0 obj << /Type /Cat"), "this PDF cannot be read: it is damaged, or only a part of it was copied"},
		{"with a password", password, "this PDF opens with a password only"},
		{"pages in a circle", []byte("%PDF-1.7\n1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids [2 0 R 2 0 R]>> endobj trailer <</Root 1 0 R>>"), "this PDF has no page"},
		{"scanned", empty.bytes(), "this PDF holds pictures of its pages, and no text"},
		{"characters without a meaning", nameless, "the fonts of this PDF do not say which characters they draw"},
	} {
		d, problems := Parse("", "r.pdf", c.src)
		if len(problems) != 1 || problems[0].Text.String() != c.want || problems[0].Hint.String() == "" || len(d.Tables) > 0 {
			t.Errorf("%s: %v, want %s", c.name, problems, c.want)
		}
	}
}

// Two characters that a font draws alike are told apart by the others.
func TestTwins(t *testing.T) {
	for text, want := range map[string]string{"住戶存款|户数": "住户存款|户数", "住戶|財務學": "住戶|財務學", "住户": "住户"} {
		var lines []line
		for l := range strings.SplitSeq(text, "|") {
			lines = append(lines, line{text: l})
		}
		readTwins(lines)
		got := ""
		for i, l := range lines {
			if i > 0 {
				got += "|"
			}
			got += l.text
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
