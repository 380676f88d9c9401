package pdftext

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// texts prints what a reader gives, with its places.
func texts(pages []Page) string {
	var out []string
	for _, p := range pages {
		for _, g := range p.Glyphs {
			if g.Text != " " {
				out = append(out, fmt.Sprintf("%s@%.0f,%.0f", g.Text, g.X0, g.Y))
			}
		}
	}
	return strings.Join(out, " ")
}

func readFile(t *testing.T, path string) []byte {
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestPDFium reads what the plain reader does not: see testdata/README.md.
func TestPDFium(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles PDFium")
	}
	plain := readFile(t, "testdata/plain.pdf")
	want := "3@50,70 0@55,70 1@60,70 6@65,70 %@70,70"
	font := "5 0 obj <</Subtype /Type0 /BaseFont /STSong-Light /Encoding /Identity-H /DescendantFonts [7 0 R]>> endobj\n" +
		"7 0 obj <</Subtype /CIDFontType0 /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 2>> /DW 500>> endobj"
	for _, c := range []struct {
		name string
		src  []byte
		want string
		err  error
	}{
		{"plain", plain, want, nil},
		{"encrypted against copying", readFile(t, "testdata/copying.pdf"), want, nil},
		{"encrypted with a password", readFile(t, "testdata/password.pdf"), "", ErrPassword},
		{"packed by run lengths", bytes.Replace(plain, []byte("/Length 48"), []byte("/Length 51 /Filter /RunLengthDecode"), 1), want, nil},
		{"known to PDFium only", onePage("BT /F 10 Tf 20 70 Td <001200130014> Tj ET", font), "1@20,70 2@25,70 3@30,70", nil},
		{"known to nobody", onePage("BT /F 10 Tf 20 70 Td <001200139999> Tj ET", font), "1@20,70 2@25,70 " + Unknown + "@30,70", nil},
		{"no file at all", []byte("%PDF-1.7\n1 0 obj <</Type /Cat"), "", ErrNotPDF},
	} {
		if c.name == "packed by run lengths" {
			i := bytes.Index(c.src, []byte("stream\n")) + len("stream\n")
			c.src = bytes.Join([][]byte{c.src[:i], {47}, c.src[i : i+48], {128}, c.src[i+48:]}, nil)
		}
		pages, err := Read(c.src, nil)
		if got := texts(pages); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %s %v, want %s %v", c.name, got, err, c.want, c.err)
		}
	}
}

// TestBothReaders: both give the same characters at the same places, and rules
// at the same places.
func TestBothReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles PDFium")
	}
	src := readFile(t, "../report/testdata/browser.pdf")
	plain, err := readPlain(src, nil)
	other, err2 := readPDFium(src, nil)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	a, b := visible(plain[0]), visible(other[0])
	if len(a) != len(b) {
		t.Fatalf("%d characters, by PDFium %d", len(a), len(b))
	}
	for i, g := range a {
		// PDFium writes whole characters for radicals.
		if o := b[i]; g.Text != o.Text && norm.NFKC.String(g.Text) != o.Text || math.Abs(g.X0-o.X0) > 2 || math.Abs(g.Y-o.Y) > 0.1 || math.Abs(g.Size-o.Size) > 0.1 {
			t.Errorf("%v, by PDFium %v", g, o)
		}
	}
	if a, b := ruled(plain[0]), ruled(other[0]); a != b {
		t.Errorf("rules %s; PDFium %s", a, b)
	}
}

func visible(p Page) []Glyph {
	return slices.DeleteFunc(p.Glyphs, func(g Glyph) bool { return g.Text == " " })
}

// ruled is where the long rules of a page run.
func ruled(p Page) string {
	at := map[string]bool{}
	for _, r := range p.Rules {
		if r.X1-r.X0 > 20 {
			at[fmt.Sprintf("across at %.0f", r.Y0/2+0.01)] = true
		}
		if r.Y1-r.Y0 > 20 {
			at[fmt.Sprintf("down at %.0f", r.X0/2+0.01)] = true
		}
	}
	return fmt.Sprint(at)
}
