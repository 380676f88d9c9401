package word

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// picturePNG is a PNG of 300 × 200 points at 300 dpi with some bars, and text
// chunks like ours.
func picturePNG(t testing.TB, id string, heights ...int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, bars(heights)); err != nil {
		t.Fatal(err)
	}
	src := b.Bytes()
	const head = 8 + 25 // signature and IHDR
	var out bytes.Buffer
	out.Write(src[:head])
	out.Write(pngChunk("pHYs", []byte{0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1}))
	if id != "" {
		out.Write(pngChunk("tEXt", []byte("charts:figure\x00"+id)))
	}
	out.Write(src[head:])
	return out.Bytes()
}

func pngChunk(name string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

func bars(heights []int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for i := range m.Pix {
		m.Pix[i] = 0xff
	}
	for i, h := range heights {
		for x := 20 + 50*i; x < 55+50*i; x++ {
			for y := 180 - h; y < 180; y++ {
				m.Set(x, y, color.RGBA{0x1b, 0x6c, 0xa8, 0xff})
			}
		}
	}
	return m
}

const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

const rootRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

const textRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.jpeg"/></Relationships>`

const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="caption"/></w:style></w:styles>`

var oldPicture = sync.OnceValue(func() string {
	var b bytes.Buffer
	jpeg.Encode(&b, bars([]int{20, 160}), nil) // a Buffer takes all
	return b.String()
})

// docx packs a text into a document, as Word does.
func docx(t *testing.T, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	text := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
		`xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>` + body + `<w:sectPr/></w:body></w:document>`
	w := zip.NewWriter(&b)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", types}, {"_rels/.rels", rootRels}, {"word/document.xml", text},
		{"word/_rels/document.xml.rels", textRels}, {"word/styles.xml", styles}, {"word/media/image1.jpeg", oldPicture()},
		{"docProps/日志.bin", "\x00\x01"},
	} {
		if err := add(w, part.name, []byte(part.content), time.Date(2023, 11, 5, 8, 0, 2, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
	}
	w.SetComment("kept")
	w.Close()
	return b.Bytes()
}

// The pictures of Word's own dialect.
const (
	blip = `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7" cstate="print">` +
		`<a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"><a14:useLocalDpi xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" val="0"/></a:ext>` +
		`<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId8"/></a:ext></a:extLst></a:blip>` +
		`<a:srcRect l="1000" b="2000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="200"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>`
	inline   = `<w:drawing><wp:inline distT="0"><wp:extent cx="100" cy="200"/><wp:docPr id="41" name="图片 1" descr="旧"/>` + blip + `</wp:inline></w:drawing>`
	anchored = `<w:drawing><wp:anchor distT="0" behindDoc="0"><wp:positionV relativeFrom="paragraph"><wp:posOffset>5</wp:posOffset></wp:positionV><wp:extent cx="100" cy="200"/><wp:wrapTopAndBottom/><wp:docPr id="42" name="图片 2"/>` + blip + `</wp:anchor></w:drawing>`
	vml      = `<w:pict><v:shape id="_x0000_i1025" type="#_x0000_t75" style="width:7.9pt;height:15.7pt;mso-wrap-style:square"><v:imagedata r:id="rId7" o:title="x" cropbottom="1311f"/></v:shape></w:pict>`
	object   = `<w:object><v:shape style="width:10pt;height:10pt"><v:imagedata r:id="rId7"/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Chart.8" r:id="rId9"/></w:object>`
)

func p(runs ...string) string { return `<w:p w:rsidR="00A1">` + strings.Join(runs, "") + `</w:p>` }

func r(inner string) string { return `<w:r>` + inner + `</w:r>` }

func text(s string) string { return r(`<w:t xml:space="preserve">` + s + `</w:t>`) }

// seq is a caption with Word's field, long or short.
func seq(n int, title string) string {
	return p(`<w:pPr><w:pStyle w:val="a5"/></w:pPr>`, text("图 "), r(`<w:fldChar w:fldCharType="begin"/>`), r(`<w:instrText xml:space="preserve"> SEQ 图 \* ARABIC </w:instrText>`),
		r(`<w:fldChar w:fldCharType="separate"/>`), text(fmt.Sprint(n)), r(`<w:fldChar w:fldCharType="end"/>`), text("  "+title))
}

func simple(n int, title string) string {
	return p(text("图 "), `<w:fldSimple w:instr=" SEQ 图 \* ARABIC ">`+text(fmt.Sprint(n))+`</w:fldSimple>`, text(" "+title))
}

func alternate(choice, fallback string) string {
	return r(`<mc:AlternateContent><mc:Choice Requires="wps">` + choice + `</mc:Choice><mc:Fallback>` + fallback + `</mc:Fallback></mc:AlternateContent>`)
}

func box(tag string, inner string) string {
	if tag == "pict" {
		return `<w:pict><v:rect style="width:100pt"><v:textbox><w:txbxContent>` + inner + `</w:txbxContent></v:textbox></v:rect></w:pict>`
	}
	return `<w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="7" name="框"/><wps:txbx><w:txbxContent>` + inner + `</w:txbxContent></wps:txbx></wp:inline></w:drawing>`
}

var wordText = strings.Join([]string{
	p(text("图 1 至图 9 给出了全部数据，其中图 3 最重要。")),
	p(r(`<w:instrText> TOC \c "图" </w:instrText>`), text("图 1 录取"), r(`<w:tab/>`), text("3")),
	p(r(inline)), simple(1, "录取"),
	p(alternate(anchored, vml)), p(), seq(2, "去向"),
	p(r(vml)), p(`<w:pPr><w:pStyle w:val="a5"/></w:pPr>`, text("图3　收入")),
	p(text("没有图的图题")), seq(4, "支出"),
	p(r(object)), seq(5, "对象"),
	p(alternate(box("drawing", p(r(inline))+seq(6, "框中")), box("pict", p(r(vml))+seq(6, "框中")))),
	p(`<w:del>` + r(`<w:delText>图 7 删去</w:delText>`) + `</w:del>`),
	p(r(inline), r(inline)), seq(8, "两张"),
	p(text("图 9 甲")), p(text("图 9 乙")),
	p(r(inline)),
}, "")

func figures(t *testing.T) []Figure {
	var all []Figure
	for i := range 9 {
		all = append(all, Figure{fmt.Sprintf("图形%d", i+1), fmt.Sprintf("图 %d", i+1), "", "", picturePNG(t, "x", 10*i, 90), `高 <b> & "低"`})
	}
	return all
}

func insert(t *testing.T, src []byte) (*Document, []Placed, []byte) {
	t.Helper()
	d, err := Open(src)
	if err != nil {
		t.Fatal(err)
	}
	placed, _, err := d.Insert(figures(t))
	if err != nil {
		t.Fatal(err)
	}
	out, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return d, placed, out
}

func TestInsertInWordsDialect(t *testing.T) {
	src := docx(t, wordText)
	d, placed, out := insert(t, src)
	want := []string{"", "", "", "", "an embedded object", "", "no caption 图 7", "2 pictures stand above", "2 paragraphs look like"}
	for i, x := range placed {
		if said := fmt.Sprint(x.Err); (x.Err != nil) != (want[i] != "") || !strings.Contains(said, want[i]) {
			t.Errorf("图 %d: %v; want %q", i+1, x.Err, want[i])
		}
	}
	body, _ := d.part(bodyPart)
	for _, piece := range []string{
		`<wp:inline distT="0"><wp:extent cx="914401" cy="609601"/><wp:docPr id="41" name="图片 1" descr="高 &lt;b&gt; &amp; &#34;低&#34;"/>`,
		`<wp:posOffset>5</wp:posOffset></wp:positionV><wp:extent cx="914401" cy="609601"/><wp:wrapTopAndBottom/><wp:docPr id="42" name="图片 2" descr="高`,
		`style="width:72.00pt;height:48.00pt;mso-wrap-style:square" alt="高`,
		`<a:srcRect/>`,
	} {
		if !strings.Contains(string(body), piece) {
			t.Errorf("the text has no %s", piece)
		}
	}
	counts := map[string]int{`r:embed="` + relID(figures(t)[0]): 1, `"` + relID(figures(t)[1]): 2, `"` + relID(figures(t)[5]): 2, `"` + relID(figures(t)[7]): 0, "asvg:svgBlip": 3}
	for mark, n := range counts {
		if got := strings.Count(string(body), mark); got != n {
			t.Errorf("%s stands %d times in the text; want %d", mark, got, n)
		}
	}
	if err := xml.Unmarshal(body, new(struct{})); err != nil {
		t.Errorf("the text is no XML any more: %v", err)
	}
	_, _, again := insert(t, out)
	if !bytes.Equal(out, again) {
		t.Error("inserting twice gives another file")
	}
}

// What insert has no business with stays: other parts to the byte and in their
// order, and the text around the pictures.
// A text that refers to nothing need not have a list of what it refers to.
func TestInsertIntoABareText(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range parts(t, docx(t, simple(1, "去向"))).File {
		if f.Name != relsPart {
			w.Copy(f)
		}
	}
	w.Close()
	d, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	placed, _, err := d.Insert([]Figure{{"x", "图 1", "", "", picturePNG(t, "x", 20), "去向"}})
	if err != nil || placed[0].Err != nil {
		t.Fatal(err, placed)
	}
	rels, err := d.part(relsPart)
	if err != nil || strings.Count(string(rels), "<Relationship ") != 1 || xml.Unmarshal(rels, new(struct{})) != nil {
		t.Errorf("the text refers to %s (%v)", rels, err)
	}
}

func TestInsertLeavesTheRest(t *testing.T) {
	src := docx(t, wordText)
	_, _, out := insert(t, src)
	before, after := parts(t, src), parts(t, out)
	for i, f := range before.File {
		g := after.File[i]
		if f.Name != g.Name || !f.Modified.Equal(g.Modified) {
			t.Errorf("part %d was %s of %s, is %s of %s", i, f.Name, f.Modified, g.Name, g.Modified)
		}
		changed := f.Name == bodyPart || f.Name == relsPart || f.Name == typesPart
		if same := bytes.Equal(raw(t, f), raw(t, g)); same == changed {
			t.Errorf("%s: same is %t", f.Name, same)
		}
	}
	if after.Comment != "kept" || len(after.File) != len(before.File)+5 {
		t.Errorf("comment %q, %d parts", after.Comment, len(after.File))
	}
	d, _ := Open(src)
	if _, _, err := d.Insert([]Figure{{"x", "图 99", "", "", picturePNG(t, ""), ""}}); err != nil {
		t.Fatal(err)
	}
	if same, _ := d.Bytes(); !bytes.Equal(same, src) {
		t.Error("a document in which nothing is put is not the same file")
	}
}

func parts(t *testing.T, src []byte) *zip.Reader {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func raw(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPictures(t *testing.T) {
	d, _, _ := insert(t, docx(t, wordText))
	all, err := d.Pictures()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range all {
		got = append(got, fmt.Sprintf("%s|%s|%.1f×%.1f|%t", x.Caption, Texts(x.Content)["charts:figure"], x.Width, x.Height, x.Content == nil))
	}
	want := []string{
		"图 1 录取|x|25.4×16.9|false", "图 2  去向|x|25.4×16.9|false", "图3　收入|x|25.4×16.9|false", "图 4  支出|x|25.4×16.9|false",
		"图 5  对象||3.5×3.5|true", "图 6  框中|x|25.4×16.9|false", "图 8  两张||0.0×0.0|false", "图 8  两张||0.0×0.0|false",
		"图 9 甲||0.0×0.0|true", "图 9 乙||0.0×0.0|true", "||0.0×0.0|false",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("pictures:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name string
		src  []byte
		want string
	}{
		{"empty", nil, "it is no Word document"},
		{"a text", []byte("hello"), "it is no Word document"},
		{"another zip", func() []byte { var b bytes.Buffer; zip.NewWriter(&b).Close(); return b.Bytes() }(), "it has no text"},
	}
	for _, tt := range tests {
		if _, err := Open(tt.src); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// LibreOffice opens what insert made and shows the pictures.
func TestLibreOfficeOpensIt(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice")
	}
	_, _, out := insert(t, docx(t, wordText))
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "a.docx"), out, 0o644)
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "pdf", "--outdir", dir, filepath.Join(dir, "a.docx"))
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	list, err := exec.Command("pdfimages", "-list", filepath.Join(dir, "a.pdf")).Output()
	if err != nil {
		t.Skip("no pdfimages")
	}
	if n := strings.Count(string(list), " 300   300 "); n < 4 {
		t.Errorf("%d pictures stand at 300 dpi:\n%s", n, list)
	}
}

// Whatever stands in the text, insert does not fail hard, and to insert again
// changes nothing.
func FuzzInsertTwice(f *testing.F) {
	f.Add(wordText)
	f.Add(`<w:p><w:r><w:t>图 1`)
	f.Add(`</w:p></w:drawing><mc:Fallback/>`)
	all := []Figure{{"a", "图 1", "", "", picturePNG(f, "a", 20, 90), "x"}, {"b", "图 2", "", "", picturePNG(f, "b", 90, 20), "y"}}
	f.Fuzz(func(t *testing.T, body string) {
		d, err := Open(docx(t, body))
		if err != nil {
			return
		}
		if _, _, err := d.Insert(all); err != nil {
			return
		}
		out, err := d.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := Open(out); err != nil {
			t.Fatal(err)
		} else if _, _, err := again.Insert(all); err != nil {
			t.Fatal(err)
		} else if twice, _ := again.Bytes(); !bytes.Equal(out, twice) {
			t.Error("inserting twice gives another file")
		}
	})
}
