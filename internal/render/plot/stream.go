package plot

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"sync"

	"github.com/klauspost/compress/flate"
)

// compression is the fastest: level 6 takes half as long again for the whole
// picture and saves a tenth of it.
const compression = 1

// usualSize is more than most pictures take, in bytes.
const usualSize = 48 << 10

// compressors keeps the compressor's tables.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, compression)
	if err != nil {
		panic("plot: " + err.Error())
	}
	return w
}}

// A stream compresses lines as zlib has them (RFC 1950). Most lines of a chart
// are the one before, whose checksum is known: summing every byte would take a
// tenth of the time of a picture.
type stream struct {
	bytes.Buffer
	flate *flate.Writer
	sum   uint32 // of all lines
	last  uint32 // of the last line
}

func newStream() *stream {
	s := &stream{flate: compressors.Get().(*flate.Writer), sum: 1}
	s.Grow(usualSize)
	s.WriteString("\x78\x01") // deflate with a window of 32 KB, the fastest
	s.flate.Reset(s)
	return s
}

// write takes a line, which may be the one before again.
func (s *stream) write(line []byte, again bool) {
	if !again {
		s.last = adler32.Checksum(line)
	}
	s.sum = joined(s.sum, s.last, len(line))
	s.flate.Write(line) // a bytes.Buffer takes everything
}

// end returns the whole.
func (s *stream) end() []byte {
	s.flate.Close()
	compressors.Put(s.flate)
	return binary.BigEndian.AppendUint32(s.Bytes(), s.sum)
}

// joined is the Adler-32 of two texts, of their checksums and of the length of the
// second: adler32_combine of zlib.
func joined(first, second uint32, n int) uint32 {
	const prime = 65521
	a1, b1, a2, b2 := first&0xffff, first>>16, second&0xffff, second>>16
	a := (a1 + a2 + prime - 1) % prime
	b := (uint64(b1) + uint64(b2) + uint64(n)*uint64(a1+prime-1)) % prime
	return uint32(b)<<16 | a
}
