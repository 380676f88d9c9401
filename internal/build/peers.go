package build

import (
	"bytes"
	"encoding/csv"
	"encoding/gob"
	"path/filepath"

	"charts/internal/file"
	"charts/internal/peer"
)

// peers is the side file that tells an institution where it is among all.
func (c *country) peers(o Options) []byte {
	if c.fields == nil {
		c.compare()
	}
	var all []peer.Standing
	for _, n := range c.numbers(o) {
		all = append(all, c.fields[n.Indicator].Standing(n))
	}
	var b bytes.Buffer
	csv.NewWriter(&b).WriteAll(peer.Records(all)) // a buffer takes all
	return b.Bytes()
}

// compare brings together what all have of each indicator: eight bytes a number.
func (c *country) compare() {
	values := map[peer.Indicator][]float64{}
	for _, part := range c.parts {
		for _, n := range c.numbers(part) {
			values[n.Indicator] = append(values[n.Indicator], n.Value)
		}
	}
	c.fields = map[peer.Indicator]peer.Field{}
	for of, all := range values {
		c.fields[of] = peer.FieldOf(all)
	}
}

// numbers are those in the reports of an institution: as they were kept, if these are
// still what they were read from.
func (c *country) numbers(o Options) []peer.Number {
	var known struct {
		From    string
		Numbers []peer.Number
	}
	name := o.member.own + ".numbers"
	from := c.hash(append(pathsOf(o.Reports), filepath.Join(o.Specs, tablesFile)))
	if src, err := file.Read(c.kept(name), file.MaxOutput); err == nil {
		if gob.NewDecoder(bytes.NewReader(src)).Decode(&known) == nil && known.From == from {
			return known.Numbers
		}
	}
	known.From, known.Numbers = from, numbersIn(o)
	var b bytes.Buffer
	if gob.NewEncoder(&b).Encode(known) == nil {
		c.keep(name, b.Bytes())
	}
	return known.Numbers
}
