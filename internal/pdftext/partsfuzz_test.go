package pdftext

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"testing"

	"charts/internal/meter"
)

func deflated(number int, keys string, content []byte) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(content)
	z.Close()
	return fmt.Sprintf("%d 0 obj <<%s /Filter /FlateDecode /Length %d>> stream\n%s\nendstream endobj\n", number, keys, b.Len(), b.String())
}

// FuzzStreams: whatever stands in the packed streams of a file, its content, the
// meanings of its codes, its objects and the dict of its font, it is read or refused.
func FuzzStreams(f *testing.F) {
	f.Add([]byte("BT /F 9 Tf <0001> Tj [(ab) -200 <02>] TJ ET /X Do"), []byte("1 beginbfrange <0000> <00ff> [<0041> <0042>] endbfrange"), "/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<</W [0 [500 600] 3 9 700]>>]", []byte("30 0 31 2 [] <<>>"), int64(2))
	f.Fuzz(func(t *testing.T, content, codes []byte, font string, objects []byte, n int64) {
		src := "%PDF-1.4\n1 0 obj <</Pages 2 0 R>> endobj 2 0 obj <</Kids [3 0 R]>> endobj\n" +
			"3 0 obj <</Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject <</X 4 0 R>>>>>> endobj\n" +
			deflated(4, "/Subtype /Form", content) + deflated(6, "", codes) + deflated(7, fmt.Sprintf("/Type /ObjStm /N %d /First %d", n, n/2), objects) +
			"5 0 obj <<" + font + " /ToUnicode 6 0 R>> endobj trailer <</Root 1 0 R>>"
		meter.Run(func() error {
			readPlain([]byte(src), meter.For(len(src)))
			return nil
		})
	})
}
