package notation

// A RuneSet tells its characters from others at the cost of a look-up; most
// questions about a line of Chinese text go through all of its characters.
type runeSet [1 << 16 / 64]uint64

func NewRuneSet(s string) *runeSet {
	var set runeSet
	for _, r := range s {
		set[r/64] |= 1 << (r % 64)
	}
	return &set
}

// in reports whether s holds one of the characters.
func (set *runeSet) In(s string) bool {
	for _, r := range s {
		if r <= 0xffff && set[r/64]&(1<<(r%64)) != 0 {
			return true
		}
	}
	return false
}
