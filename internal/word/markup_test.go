package word

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// pngOf is the beginning of a PNG of 600 × 300 points, with a density in a unit.
func pngOf(perUnit uint32, unit byte) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		binary.Write(&b, binary.BigEndian, uint32(len(data)))
		b.WriteString(name)
		b.Write(append(data, 0, 0, 0, 0)) // nobody checks the sum
	}
	chunk("IHDR", binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 600), 300))
	chunk("pHYs", append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perUnit), perUnit), unit))
	return b.Bytes()
}

// A PNG has a size on paper where its density is in points a metre.
func TestSizeOfPNG(t *testing.T) {
	for _, tt := range []struct {
		perUnit uint32
		unit    byte
		want    size
	}{
		{6000, 1, size{3_600_000, 1_800_000}},
		{6000, 0, size{}}, // a ratio alone
		{6000, 2, size{}},
		{0, 1, size{}},
	} {
		if got, ok := sizeOf(pngOf(tt.perUnit, tt.unit)); got != tt.want || ok != (tt.want != size{}) {
			t.Errorf("%d in unit %d: %v, %v; want %v", tt.perUnit, tt.unit, got, ok, tt.want)
		}
	}
	if _, ok := sizeOf([]byte("GIF89a")); ok {
		t.Error("a GIF has the size of a PNG")
	}
}
