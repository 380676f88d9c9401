package sentence

import "math"

// An Index finds the passages that may hold the words of a pattern, for who tries a
// pattern of each of very many: to look at all for each goes with the square of their
// number.
type Index struct {
	passages []Passage
	holding  map[trigram][]int32
}

// A trigram is three characters that follow one another.
type trigram [3]rune

// NewIndex reads passages.
func NewIndex(passages []Passage) *Index {
	x := &Index{passages, map[trigram][]int32{}}
	for i, p := range passages {
		eachTrigram(p.folded, func(t trigram) {
			if in := x.holding[t]; len(in) == 0 || in[len(in)-1] != int32(i) {
				x.holding[t] = append(in, int32(i))
			}
		})
	}
	return x
}

func eachTrigram(text string, use func(t trigram)) {
	var t trigram
	n := 0
	for _, r := range text {
		t = trigram{t[1], t[2], r}
		if n++; n >= 3 {
			use(t)
		}
	}
}

// For are the passages that may fit a pattern, in their order: those with the rarest
// three characters of the words that it must have.
func (x *Index) For(pt Pattern) []Passage {
	least, rarest := math.MaxInt, []int32(nil)
	for i := range pt.parts {
		if p := &pt.parts[i]; p.must {
			eachTrigram(p.literal, func(t trigram) {
				if in := x.holding[t]; len(in) < least {
					least, rarest = len(in), in
				}
			})
		}
	}
	if least == math.MaxInt {
		return x.passages
	}
	some := make([]Passage, least)
	for i, at := range rarest {
		some[i] = x.passages[at]
	}
	return some
}
