package format

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	parquetformat "github.com/parquet-go/parquet-go/format"

	"charts/internal/message"
	"charts/internal/meter"
)

// readParquet reads the rows of a flat Parquet file. The library panics on some
// files that are none.
func readParquet(in input) (parts []Part, err error) {
	defer meter.Guard(&err, errNoParquet)
	src := in.src
	if !hasFooter(src) {
		return nil, errNoParquet
	}
	f, err := parquet.OpenFile(bytes.NewReader(src), int64(len(src)), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, errNoParquet
	}
	var head []string
	for _, field := range f.Root().Columns() {
		if !field.Leaf() || field.Repeated() {
			return nil, &Refusal{Rule: "unreadable-report", Text: message.Of("its column %q holds lists or records; only plain columns can be read", field.Name())}
		}
		head = append(head, field.Name())
	}
	if len(head) > MaxColumns {
		return nil, TableTooLarge(1)
	}
	if in.choice.Rows != nil && f.NumRows() > Long {
		if picked, err := pickedParquet(f, head, in); err != nil || picked != nil {
			return []Part{{Kind: Values, Records: picked}}, err
		}
	}
	records := []Record{{Cells: head}}
	err = eachRow(f, in.meter, func(cells []string) {
		in.meter.Bytes(rowCost + cellCost*len(cells))
		records = append(records, Record{No: len(records), Cells: slices.Clone(cells)})
	})
	if err != nil {
		return nil, err
	}
	return valuesOf(records)
}

var errNoParquet = &Refusal{Rule: "unreadable-report", Text: message.Of("it is not a Parquet file")}

func isParquet(src []byte) bool { return bytes.HasPrefix(src, []byte("PAR1")) }

// hasFooter reports whether the end of a file says how long its footer is, which
// the library believes whatever it says.
func hasFooter(src []byte) bool {
	n := len(src) - 8
	return n >= 4 && string(src[n+4:]) == "PAR1" && int64(binary.LittleEndian.Uint32(src[n:])) <= int64(n-4)
}

// pickedParquet are the rows of a long file that are picked; nil where all are read. A
// row has no line but its number.
func pickedParquet(f *parquet.File, head []string, in input) ([]Record, error) {
	var text strings.Builder
	text.WriteString(strings.Join(head, "\t"))
	plain := true
	err := eachRow(f, in.meter, func(cells []string) {
		for i, c := range cells {
			text.WriteByte("\n\t"[min(i, 1)])
			text.WriteString(c)
			plain = plain && !strings.ContainsAny(c, "\r\n\t")
		}
	})
	if err != nil || !plain {
		return nil, err
	}
	rows, ok := rowsOf(text.String(), '\t', 0, in.meter)
	if !ok {
		return nil, nil
	}
	return rows.picked(in.choice.Rows, in.meter)
}

// eachRow gives the cells of each row as text.
func eachRow(f *parquet.File, m *meter.Meter, use func(cells []string)) error {
	columns := f.Root().Columns()
	cells := make([]string, len(columns))
	for _, group := range f.RowGroups() {
		if err := eachOfGroup(group, func(row parquet.Row) {
			clear(cells)
			for _, v := range row {
				text := parquetText(v, columns[v.Column()].Type())
				m.Bytes(len(text))
				cells[v.Column()] = text
			}
			use(cells)
		}); err != nil {
			return err
		}
	}
	return nil
}

func eachOfGroup(group parquet.RowGroup, use func(row parquet.Row)) error {
	in := group.Rows()
	defer in.Close()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := in.ReadRows(buffer)
		for _, row := range buffer[:n] {
			use(row)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return errNoParquet
		case n == 0:
			return nil
		}
	}
}

// parquetText writes a value as a report would print it.
func parquetText(v parquet.Value, t parquet.Type) string {
	if v.IsNull() {
		return ""
	}
	if logical := t.LogicalType(); logical != nil {
		switch {
		case logical.Date != nil:
			return moment(time.Unix(int64(v.Int32())*24*60*60, 0))
		case logical.Timestamp != nil:
			return timestampText(v.Int64(), logical.Timestamp)
		case logical.Time != nil:
			return time.Unix(0, 0).UTC().Add(time.Duration(v.Int64()) * lengthOf(logical.Time.Unit)).Format(clock)
		case logical.Decimal != nil:
			return decimalText(v, int(logical.Decimal.Scale))
		case logical.Integer != nil && !logical.Integer.IsSigned:
			return strconv.FormatUint(v.Uint64()&(1<<logical.Integer.BitWidth-1), 10)
		case logical.UUID != nil:
			b := v.ByteArray()
			return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
		}
	}
	switch v.Kind() {
	case parquet.Float:
		return floatText(float64(v.Float()), 32)
	case parquet.Double:
		return floatText(v.Double(), 64)
	case parquet.Boolean:
		return map[bool]string{true: "是", false: "否"}[v.Boolean()]
	case parquet.Int96: // nanoseconds of a day, and the day, as Spark and Impala have them
		i := v.Int96()
		return moment(time.Unix((int64(i[2])-unixDay)*24*60*60, int64(i[1])<<32|int64(i[0])))
	}
	return v.String()
}

// unixDay is the Julian day of 1970-01-01.
const unixDay = 2440588

// clock is how a time of a day is written.
const clock = "15:04:05.999999999"

// moment writes a time, and without its clock one at the beginning of a day: files
// keep days so.
func moment(t time.Time) string {
	if t = t.UTC(); t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.DateOnly + " " + clock)
}

// timestampText writes a time that is counted from 1970 on. Which day it is where the
// file was written is not said, so that one of UTC has its Z.
func timestampText(n int64, t *parquetformat.TimestampType) string {
	each := int64(time.Second / lengthOf(t.Unit))
	text := moment(time.Unix(n/each, n%each*int64(lengthOf(t.Unit))))
	if t.IsAdjustedToUTC && len(text) > len(time.DateOnly) {
		text += "Z"
	}
	return text
}

// lengthOf is the length of one of what times are counted in.
func lengthOf(u parquetformat.TimeUnit) time.Duration {
	switch {
	case u.Millis != nil:
		return time.Millisecond
	case u.Micros != nil:
		return time.Microsecond
	}
	return time.Nanosecond
}

// floatText writes a number; NaN is none.
func floatText(v float64, bits int) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, bits)
}

// decimalText writes a number that is stored without its point.
func decimalText(v parquet.Value, scale int) string {
	unscaled := new(big.Int)
	switch v.Kind() {
	case parquet.Int32, parquet.Int64:
		unscaled.SetInt64(v.Int64())
	default:
		unscaled.SetBytes(v.ByteArray())
		if b := v.ByteArray(); len(b) > 0 && b[0]&0x80 != 0 { // two's complement
			unscaled.Sub(unscaled, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
		}
	}
	scale = min(max(scale, 0), 64) // the format knows no more
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)
	return new(big.Rat).SetFrac(unscaled, ten).FloatString(scale)
}
