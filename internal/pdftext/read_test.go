package pdftext

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"charts/internal/meter"
)

// onePage wraps the content of a page; F is a plain font of 500 thousandths a
// character, and extra are more objects.
func onePage(content, extra string) []byte {
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids [3 0 R]>> endobj\n"+
		"3 0 obj <</MediaBox [0 0 100 100] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>>>> endobj\n"+
		"4 0 obj <</Length %d>> stream\n%s\nendstream endobj\n5 0 obj <</Subtype /Type1>> endobj\n%s\ntrailer <</Root 1 0 R>>", len(content), content, extra)
}

func TestOperators(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a string", "BT /F 10 Tf 20 30 Td (ab) Tj ET", "a@20,30 b@25,30"},
		{"moved by numbers", "BT /F 10 Tf [(a) -500 (b)] TJ ET", "a@0,0 b@10,0"},
		{"lines", "BT /F 10 Tf 12 TL 5 50 Td (a) Tj T* (b) Tj (c) ' ET", "a@5,50 b@5,38 c@5,26"},
		{"lines as far apart as the one before", "BT /F 10 Tf 5 50 Td 2 -12 TD (a) Tj T* (b) Tj ET", "a@7,38 b@7,26"},
		{"a line with its spacing", "BT /F 10 Tf 12 TL 5 50 Td 2 1 (a b) \" (cd) Tj ET", "a@5,38  @11,38 b@19,38 c@25,38 d@31,38"},
		{"a character that shares its glyph", "BT /F 10 Tf /Span <</ActualText <FEFF2014>>> BDC (ab) Tj EMC (c) Tj /Span <</ActualText <FEFF00660069>>> BDC (a) Tj EMC ET", "—@0,0 b@5,0 c@10,0 a@15,0"},
		{"spacing", "BT /F 10 Tf 1 Tc 2 Tw (a b) Tj ET", "a@0,0  @6,0 b@14,0"},
		{"scaled", "BT /F 10 Tf 50 Tz (ab) Tj ET", "a@0,0 b@2.5,0"},
		{"matrices", "q 2 0 0 2 10 10 cm BT /F 5 Tf 1 0 0 1 5 5 Tm (ab) Tj ET Q BT /F 10 Tf (c) Tj ET", "a@20,20 b@25,20 c@0,0"},
		{"escapes", `BT /F 10 Tf (\(\141\)\\) Tj ET`, `(@0,0 a@5,0 )@10,0 \@15,0`},
		{"hex", "BT /F 10 Tf <61 6> Tj ET", "a@0,0 `@5,0"},
		{"a form", "/X Do", "x@7,0"},
		{"a picture in the text", "BI /W 1 ID \x00\x01) EI BT /F 10 Tf (a) Tj ET", "a@0,0"},
		{"a Q too many", "Q Q BT /F 10 Tf (a) Tj ET", "a@0,0"},
		{"no font", "BT (a) Tj ET", ""},
		{"a word on its side", "BT /F 10 Tf (ab) Tj 0 1 -1 0 50 50 Tm (c) Tj ET", "a@0,0 b@5,0"},
		{"a page on its side", "BT /F 10 Tf (a) Tj 0 1 -1 0 50 20 Tm (bc) Tj ET", "b@20,50 c@25,50"},
		{"a page on its other side", "BT /F 10 Tf (a) Tj 0 -1 1 0 50 20 Tm (bc) Tj ET", "b@80,50 c@85,50"},
	} {
		form := "6 0 obj <</Subtype /Form /Matrix [1 0 0 1 7 0] /Length 30>> stream\nBT /F 10 Tf (x) Tj ET /X Do  \nendstream endobj"
		pages, err := readPlain(onePage(c.content, form), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, g := range pages[0].Glyphs {
			got = append(got, fmt.Sprintf("%s@%g,%g", g.Text, g.X0, g.Y))
		}
		if c.name == "a form" && len(got) > 1 {
			got = got[:1] // the form draws itself, again and again, up to a bound
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestFonts(t *testing.T) {
	for _, c := range []struct{ name, font, hex, want string }{
		{"UTF-16", "/Subtype /Type0 /Encoding /UniGB-UCS2-H", "4e2d6587", "中 文"},
		{"GBK", "/Subtype /Type0 /Encoding /GBK-EUC-H", "d6d0610031", "中 a \x00 1"},
		{"named glyphs", "/Subtype /Type1 /Encoding <</Differences [1 /nine /uni4E2D /period /g17]>>", "01020304", "9 中 . " + Unknown},
		{"named letters with accents", "/Subtype /Type1 /Encoding <</Differences [1 /eacute /Scaron /endash]>>", "010203", "é Š –"},
		{"a named encoding", "/Subtype /Type1 /Encoding /WinAnsiEncoding", "96e9", "– é"},
		{"a simple font with a table of wide codes", "/Subtype /Type1 /ToUnicode 8 0 R", "6101", "a 中"},
		{"a table of meanings", "/Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R", "000100020003000500060009", "中 文 fi 一 丁 " + Unknown},
	} {
		content := "BT /F 10 Tf <" + c.hex + "> Tj ET"
		cmap := "1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfchar <0001> <4e2d> <0002> <6587> <0003> <00660069> endbfchar 1 beginbfrange <0005> <0006> <4e00> endbfrange"
		src := onePage(content, fmt.Sprintf("5 0 obj <<%s>> endobj 8 0 obj <</Length %d>> stream\n%s\nendstream endobj", c.font, len(cmap), cmap))
		pages, err := readPlain(src, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, g := range pages[0].Glyphs {
			got = append(got, g.Text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// TestStandardFonts: a font that every reader has may come without its widths.
func TestStandardFonts(t *testing.T) {
	for _, c := range []struct {
		font string
		want float64 // where "i", "m", "1" and a blank end at 10 points
	}{
		{"/BaseFont /Times-Roman", 2.78 + 7.78 + 5 + 2.5},
		{"/BaseFont /Times-Bold", 2.78 + 8.33 + 5 + 2.5},
		{"/BaseFont /Helvetica-Oblique", 2.22 + 8.33 + 5.56 + 2.78},
		{"/BaseFont /Arial,Bold", 2.78 + 8.89 + 5.56 + 2.78},
		{"/BaseFont /Courier", 24},
		{"/BaseFont /Helvetica /FirstChar 32 /Widths [400]", 19},
		{"", 20},
	} {
		pages, err := readPlain(onePage("BT /F 10 Tf (im1 x) Tj ET", "5 0 obj <</Subtype /Type1 "+c.font+">> endobj"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if g := pages[0].Glyphs; math.Abs(g[len(g)-1].X0-c.want) > 0.02 {
			t.Errorf("%s: x at %.2f, want %.2f", c.font, g[len(g)-1].X0, c.want)
		}
	}
}

// TestHostile: loops and bombs end soon.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	numbered := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i+10)
		}
		return b.String()
	}
	for _, c := range []struct {
		name string
		src  []byte
		want error
	}{
		{"pages in a circle", []byte("1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids [2 0 R 3 0 R]>> endobj 3 0 obj <</Kids [2 0 R]>> endobj trailer <</Root 1 0 R>>"), nil},
		{"a page many times", []byte("1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids [" + strings.Repeat("<<>> ", 100_000) + "]>> endobj trailer <</Root 1 0 R>>"), errSpent},
		{"refs in a circle", []byte("1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer <</Root 1 0 R>>"), ErrNotPDF},
		{"deep arrays", []byte("1 0 obj " + strings.Repeat("[", 1_000_000)), errSpent},
		{"deep dicts", []byte(strings.Repeat("1 0 obj <</A ", 300_000)), ErrNotPDF},
		{"many operators", onePage(strings.Repeat("q Q ", 5_000_000), ""), errSpent},
		{"many characters", onePage("BT /F 1 Tf ("+strings.Repeat("a", 4_000_000)+") Tj ET", ""), errSpent},
		{"a stream many times", onePage("", "7 0 obj <</Length 1000000>> stream\n"+strings.Repeat("q Q ", 250_000)+"\nendstream endobj 3 0 obj <</Contents ["+strings.Repeat("7 0 R ", 10_000)+"]>> endobj"), errSpent},
		{"ranges without end", onePage("BT "+numbered(2000, "/F%d 1 Tf "), "8 0 obj <</Length 60>> stream\n1 beginbfrange <0000> <ffffffff> <0000> endbfrange           \nendstream endobj"+
			" 3 0 obj <</Contents 4 0 R /Resources <</Font <<"+numbered(2000, "/F%d <</Subtype /Type0 /ToUnicode 8 0 R>> ")+">>>>>> endobj"), errSpent},
		{"a font in its place", onePage("BT "+strings.Repeat("/F 1 Tf ", 1_000_000), " 3 0 obj <</Contents 4 0 R /Resources <</Font <</F <</Subtype /Type1 /Encoding <</Differences [0 "+strings.Repeat("/a ", 60_000)+"]>>>>>>>>>> endobj"), nil},
		{"forms in forms", onePage("/X Do", "6 0 obj <</Subtype /Form /Length 60>> stream\n/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do \nendstream endobj"), errSpent},
	} {
		err := meter.Run(func() error {
			_, err := readPlain(c.src, meter.For(len(c.src)))
			return err
		})
		if _, spent := errors.AsType[*meter.Spent](err); spent != (c.want == errSpent) || !spent && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// FuzzPlain: whatever the bytes, reading ends, and every character has a text.
func FuzzPlain(f *testing.F) {
	f.Add(onePage("q 2 0 0 2 10 10 cm BT /F 5 Tf 1 0 0 1 5 5 Tm [(ab) 3 <61>] TJ ET Q 1 2 3 4 re S 0 0 m 5 0 l s /X Do", "6 0 obj <</Subtype /Form /Length 5>> stream\nq Q q\nendstream endobj"))
	f.Add([]byte("1 0 obj <</Type /ObjStm /N 1 /First 4>> stream\n5 0 <</A [1 0 R]>>\nendstream endobj trailer <</Root 5 0 R>>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		pages, err := readPlain(src, nil)
		if err != nil && len(pages) > 0 {
			t.Error("pages and an error")
		}
		for _, p := range pages {
			for _, g := range p.Glyphs {
				if g.Text == "" {
					t.Errorf("%+v", g)
				}
			}
		}
	})
}

// errSpent stands for a meter at its end.
var errSpent = errors.New("spent")

func BenchmarkRead(b *testing.B) {
	src, err := os.ReadFile("../report/testdata/browser.pdf")
	if err != nil {
		b.Skip(err)
	}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		readPlain(src, nil)
	}
}
