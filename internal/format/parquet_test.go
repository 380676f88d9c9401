package format

import (
	"bytes"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// FuzzParquetGivesRowsOrAnError: no file brings the program down, or gives more
// than a figure may have.
func FuzzParquetGivesRowsOrAnError(f *testing.F) {
	var b bytes.Buffer
	if err := parquet.Write(&b, []struct {
		A int32
		B string
	}{{1, "x"}, {2, "y"}}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, src []byte) {
		parts, err := readParquet(input{src: src})
		if n := len(parts); err == nil && n > 0 && (n > 1 || len(parts[0].Records) < 2) {
			t.Errorf("%d bytes give %d tables, the first of %d rows", len(src), n, len(parts[0].Records))
		}
	})
}
