package format

import (
	"bytes"
	"math"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
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

// TestParquetValuesAreWhatTheirTypesSay: what is stored as a whole number or as bytes
// may be a time, a large number or a name.
func TestParquetValuesAreWhatTheirTypesSay(t *testing.T) {
	naive := parquet.TimestampAdjusted(parquet.Millisecond, false)
	for _, c := range []struct {
		value any
		of    parquet.Node
		want  string
	}{
		{int32(-1), parquet.Date(), "1969-12-31"},
		{int64(1693526400000000), parquet.Timestamp(parquet.Microsecond), "2023-09-01"},
		{int64(-1), parquet.Timestamp(parquet.Nanosecond), "1969-12-31 23:59:59.999999999Z"},
		{int64(1693573507250), parquet.Timestamp(parquet.Millisecond), "2023-09-01 13:05:07.25Z"},
		{int64(1693573507250), naive, "2023-09-01 13:05:07.25"},
		{int32(86399000), parquet.Time(parquet.Millisecond), "23:59:59"},
		{int64(3600000001), parquet.Time(parquet.Microsecond), "01:00:00.000001"},
		{deprecated.Int96{0x6c536a00, 0x346, 2460190}, parquet.Leaf(parquet.Int96Type), "2023-09-02 01:00:01"},
		{uint32(3000000000), parquet.Uint(32), "3000000000"},
		{uint64(math.MaxUint64), parquet.Uint(64), "18446744073709551615"},
		{int32(-5), parquet.Decimal(2, 9, parquet.Int32Type), "-0.05"},
		{math.NaN(), parquet.Leaf(parquet.DoubleType), ""},
		{float32(0.1), parquet.Leaf(parquet.FloatType), "0.1"},
		{[16]byte{0x12, 0x34, 4: 1, 15: 9}, parquet.UUID(), "12340000-0100-0000-0000-000000000009"},
	} {
		if got := parquetText(parquet.ValueOf(c.value), c.of.Type()); got != c.want {
			t.Errorf("%v of %s is %q, want %q", c.value, c.of.Type(), got, c.want)
		}
	}
}
