package kind

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/typeset"
)

// leastQuartiles is how many values quartiles need: of fewer they say nothing
// that the values do not.
const leastQuartiles = 4

func mean(vs []float64) float64 {
	sum := 0.0
	for _, v := range vs {
		sum += v / float64(len(vs)) // the sum of huge values has no number
	}
	return sum
}

// averaged says in a note what was computed of how many values, and how.
func (d *builder) averaged(what string, n int, without []string) {
	of := fmt.Sprintf(d.say("图中 %d 个值", "the %d values shown"), n)
	if len(without) > 0 {
		of = fmt.Sprintf(d.say("除%s外的 %d 个值", "the values without %s, %d of them"), strings.Join(without, d.say("、", ", ")), n)
	}
	d.noteOnce(fmt.Sprintf(d.say("%s由%s算得，报告未印出。", "%s of %s, not printed in the report."), what, of))
}

// noteOnce adds a note that panels may have in common.
func (d *builder) noteOnce(note string) {
	if note = typeset.Text(note); !slices.Contains(d.chart.Notes, note) {
		d.chart.Notes = append(d.chart.Notes, note)
	}
}
