package chart

// A Story is the values of a series as they are told in words: by the alt text, and
// among the key points of a page.
type Story struct {
	Name  string
	Panel int
	Line  bool // it is read along its values: where does it go
	Part  bool // it holds the first of more values, of which some may be higher or lower
	Data  []Datum
}

// An Extent is how far the values of a story reach. Data that are missing, or have no
// name or no text, are not told.
type Extent struct {
	First, Last, Low, High *Datum // nil: there are none
	N                      int
}

// Extent looks through the values of a story.
func (s Story) Extent() (e Extent) {
	for i := range s.Data {
		v := &s.Data[i]
		if v.Missing || v.Text == "" || v.Name == "" {
			continue
		}
		if e.N++; e.N == 1 {
			e.First, e.Low, e.High = v, v, v
		}
		if e.Last = v; v.length() < e.Low.length() {
			e.Low = v
		}
		if v.length() > e.High.length() {
			e.High = v
		}
	}
	return e
}

func (d *Datum) length() float64 { return d.Y - d.Base }

// Level reports whether all values of the extent are equal.
func (e Extent) Level() bool { return e.N > 0 && e.Low.length() == e.High.length() }
