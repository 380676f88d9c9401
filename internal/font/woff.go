package font

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
)

// WOFF is a subset as web pages take it: its tables, each packed.
func (f *Face) WOFF(s string) []byte {
	const header, entry = 44, 20
	tables := f.redraw(s)
	out := append([]byte("wOFF"), make([]byte, header-4+entry*len(tables))...)
	whole := 12 + 16*len(tables) // of the file that is unpacked
	for i, t := range tables {
		data := pack(t.data)
		to := out[header+entry*i:]
		copy(to, t.tag)
		for k, n := range []int{len(out), len(data), len(t.data), int(checksum(t.data))} {
			binary.BigEndian.PutUint32(to[4+4*k:], uint32(n))
		}
		out = append(out, data...)
		out = append(out, make([]byte, -len(out)&3)...)
		whole += (len(t.data) + 3) &^ 3
	}
	binary.BigEndian.PutUint32(out[4:], 0x00010000) // TrueType
	binary.BigEndian.PutUint32(out[8:], uint32(len(out)))
	binary.BigEndian.PutUint16(out[12:], uint16(len(tables)))
	binary.BigEndian.PutUint32(out[16:], uint32(whole))
	return out
}

// pack compresses data, where that makes it shorter.
func pack(data []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression)
	w.Write(data) // into memory: there is nothing that could fail
	w.Close()
	if b.Len() < len(data) {
		return b.Bytes()
	}
	return data
}
