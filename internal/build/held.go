package build

import (
	"bytes"
	"encoding/gob"

	"github.com/klauspost/compress/s2"

	"charts/internal/series"
)

// A held frame waits for its turn to be drawn. Those of ten thousand figures would
// fill the memory, so that most of them wait packed in a spool.
type held struct {
	loose  series.Frame
	packed func() []byte // instead
}

// looseRows is how many rows of a run wait as they are, beside those of one figure:
// some 3 MB.
const looseRows = 5_000

func (h held) frame() (f series.Frame) {
	if h.packed == nil {
		return h.loose
	}
	plain, err := s2.Decode(nil, h.packed())
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(plain)).Decode(&f)
	}
	if err != nil {
		panic(err) // packed below: cannot happen
	}
	return f
}

func pack(f series.Frame, s *spool) held {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(f); err != nil {
		panic(err) // plain structs: cannot happen
	}
	return held{packed: s.put(bytes.Clone(s2.EncodeBetter(nil, b.Bytes())))} // without the room that the longest would need
}
