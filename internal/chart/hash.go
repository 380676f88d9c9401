package chart

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Hash is the SHA-256 of the chart, in hex: equal hashes, equal pictures.
func (c *Chart) Hash() string { return digest(c) }

// DataHash is the SHA-256 of the chart's values alone: it stays when only
// colours, sizes or words change.
func (c *Chart) DataHash() string {
	type value struct {
		Series, Name string
		X, Y         float64
		Missing      bool
	}
	var values []value
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			name, data := dataOf(m)
			for _, d := range data {
				values = append(values, value{name, d.Name, d.X, d.Y, d.Missing})
			}
		}
	}
	return digest(values)
}

func digest(v any) string {
	text, err := json.Marshal(v)
	if err != nil { // only of NaN and infinities, which Resolve lets no value be
		text = []byte(err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// dataOf is the name and the values of a mark. Decoration has no name, and no
// values.
func dataOf(m Mark) (string, []Datum) {
	name, data := DataOf(m)
	if name == "" {
		return "", nil
	}
	return name, data
}

// DataOf is the name of a mark and all that it draws, also decoration.
func DataOf(m Mark) (name string, data []Datum) {
	switch m := m.(type) {
	case Bars:
		return m.Name, m.Data
	case Lines:
		return m.Name, m.Data
	case Areas:
		return m.Name, m.Data
	case Points:
		return m.Name, m.Data
	case Slices:
		return m.Name, m.Data
	case Cells:
		return m.Name, m.Data
	case Regions:
		return m.Name, m.Data
	case Flows:
		return m.Name, append(m.Nodes[:len(m.Nodes):len(m.Nodes)], linkData(m.Links)...)
	}
	return "", nil
}

func linkData(links []Link) []Datum {
	var data []Datum
	for _, l := range links {
		data = append(data, l.Datum)
	}
	return data
}
