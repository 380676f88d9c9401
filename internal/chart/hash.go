package chart

import (
	"crypto/sha256"
	"strconv"
)

// Hash is the SHA-256 of what the pictures of the chart show, in hex: equal hashes,
// equal pictures. Where its values were read from is no part of it: a line that a
// picture names is in its words.
func (c *Chart) Hash() string { return c.Parts().Hash() }

// A Part is one thing that a picture shows, and its hash.
type Part struct{ Name, Hash string }

// Parts are all that the pictures of a chart show.
type Parts []Part

// Hash is the hash of all parts.
func (p Parts) Hash() string { return digest(p) }

// Parts takes the chart apart, so that it can be told what of it changed.
func (c *Chart) Parts() Parts {
	axes := make([]Panel, len(c.Panels))
	marks := make([]Marks, len(c.Panels))
	for i, p := range c.Panels {
		marks[i] = p.Marks
		p.Marks = nil
		axes[i] = p
	}
	rest := *c // and with it what will be added to a chart
	rest.Panels, rest.Sources = nil, nil
	return Parts{
		{"title", digest([]string{c.Number, c.Title, c.Subtitle})},
		{"source line", digest(c.Source)},
		{"notes", digest(c.Footnotes())},
		{"alternative text", digest(c.Alt)},
		{"kind", digest(c.Kind)},
		{"size", digest([]float64{c.Width, c.Height, c.DPI})},
		{"look", digest(c.Style)},
		{"legend", digest(c.Legend)},
		{"axes", digest(axes)},
		{"marks", digest(marks)},
		{"layout", digest(rest)},
	}
}

// DataHash is the SHA-256 of the chart's values alone: it stays when only
// colours, sizes or words change.
func (c *Chart) DataHash() string {
	e := encoder{hash: sha256.New()}
	between := byte('[')
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			name, data := ValuesOf(m)
			if c.Columns > 0 { // the panels are parts of the data
				name = p.Title + " " + name
			}
			name = string(appendText(nil, name))
			_, cells := m.(Cells) // are where their row and column are, and say their values
			for i := range data {
				e.text = append(e.text, between)
				e.datum(name, &data[i], cells)
				between = ','
			}
		}
	}
	if between == '[' {
		return digest(nil)
	}
	e.text = append(e.text, ']')
	return e.sum()
}

// datum writes what one datum of a series says, and its text where no place does.
func (e *encoder) datum(series string, d *Datum, text bool) {
	e.text = append(append(e.text, `{"Series":`...), series...)
	e.text = appendText(append(e.text, `,"Name":`...), d.Name)
	e.text = appendNumber(append(e.text, `,"X":`...), d.X)
	e.text = appendNumber(append(e.text, `,"Y":`...), d.Y)
	e.text = strconv.AppendBool(append(e.text, `,"Missing":`...), d.Missing)
	if text && d.Text != "" {
		e.text = appendText(append(e.text, `,"Text":`...), d.Text)
	}
	e.text = append(e.text, '}')
	e.flush()
}

// ValuesOf is the name and the values of a mark. Decoration has no name, and no
// values.
func ValuesOf(m Mark) (string, []Datum) {
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
		return m.Name, append(m.Nodes[:len(m.Nodes):len(m.Nodes)], LinkData(m.Links)...)
	}
	return "", nil
}

// LinkData are the data of links.
func LinkData(links []Link) []Datum {
	var data []Datum
	for _, l := range links {
		data = append(data, l.Datum)
	}
	return data
}
