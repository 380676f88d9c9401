package typeset

import (
	_ "embed"
	"encoding/json"
	"sync"
)

// phrases weighs where 汉字 may be parted: a linear model of the characters around
// a place, singly and by twos and threes. generate.sh makes it, NOTICE says whose it
// is.
//
//go:embed phrases.json
var phrases []byte

// A feature is some of the characters around a place, counted from it.
type feature struct {
	name     string
	from, to int
}

var features = []feature{
	{"UW1", -3, -2}, {"UW2", -2, -1}, {"UW3", -1, 0}, {"UW4", 0, 1}, {"UW5", 1, 2}, {"UW6", 2, 3},
	{"BW1", -2, 0}, {"BW2", -1, 1}, {"BW3", 0, 2},
	{"TW1", -3, 0}, {"TW2", -2, 1}, {"TW3", -1, 2}, {"TW4", 0, 3},
}

// A phraseModel has a weight for the characters that a feature can find, and the
// threshold: half of all weights.
type phraseModel struct {
	weights   map[string]map[string]int
	threshold int // twice
}

var loadPhrases = sync.OnceValue(func() phraseModel {
	m := phraseModel{}
	if err := json.Unmarshal(phrases, &m.weights); err != nil {
		panic(err) // it is part of the program
	}
	for _, w := range m.weights {
		for _, n := range w {
			m.threshold += n
		}
	}
	return m
})

// boundary is how much speaks for a new phrase before place i of a text: above
// zero more than against it.
func boundary(text []rune, i int) int {
	m := loadPhrases()
	score := -m.threshold
	for _, f := range features {
		from, to := max(0, i+f.from), min(len(text), i+f.to)
		if from < to {
			score += 2 * m.weights[f.name][string(text[from:to])]
		}
	}
	return score / 2
}
