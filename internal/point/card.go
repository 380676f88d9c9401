package point

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/kind"
)

// Card finds what a card has to say: whether its number is beyond its limits, how it
// has changed, where it is among others. The figure is the one that it leads to.
func Card(c kind.Card, figure, lang string) []Point {
	value := Word{"value", strings.TrimSuffix(c.Quoted.Text, "*"), true}
	base := Point{Figure: figure, Title: c.Title, Tone: toneOf(c.Good), Lines: quotes(c.Quoted)}
	add := func(all []Point, id, pattern string, weight float64, words ...Word) []Point {
		p := base
		p.ID, p.pattern, p.weight = plain(c.Title)+"/"+id, pattern, weight
		p.Words = append([]Word{{"what", c.Title, false}, value}, words...)
		return append(all, p)
	}
	var all []Point
	if c.Level == "poor" {
		base.Tone = Bad
		all = add(all, "limits", say(lang, "{what} {value}，{rating}", "{what}: {value}, {rating}"), 95, Word{"rating", c.Rating, false})
	}
	if c.Change == "" || c.Delta == 0 {
		return all
	}
	changed := Word{"change", strings.TrimLeft(c.Change, "+−-"), true}
	against := Word{"against", period(lang, strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(c.Against, "较"), "vs "))), false}
	way := beside(lang, value.Text, c.Delta)
	if base.way = 1; c.Delta < 0 {
		base.way = -1
	}
	if c.Stated { // as the report says it
		way = say(lang, map[int]string{1: "增长", -1: "下降"}[base.way], way)
	}
	words := []Word{against, changed}
	pattern := say(lang, "{what}{value}，比{against}"+way+"{change}", "{what}: {value}, {change} "+way+" than {against}")
	weight := 60.0 // the author has chosen the number: it goes before those of figures
	if c.Good < 0 {
		weight = 75
	}
	if size := changeOf(c); size < hardly {
		weight = trivial - 1
	} else {
		weight += 20 * size
	}
	if c.Peers != nil {
		rank := 1
		for _, v := range c.Peers.Values {
			if v > c.Peers.Own {
				rank++
			}
		}
		n := len(c.Peers.Values)
		words = append(words, Word{"rank", strconv.Itoa(rank), false}, Word{"all", strconv.Itoa(n + 1), false}, Word{"others", strconv.Itoa(n), false}, Word{"among", c.Peers.What, false})
		pattern = say(lang, "{what}{value}，比其余{others}个{among}的中位数"+way+"{change}，由高到低列第{rank}", "{what}: {value}, {change} "+way+" than the median of the {others} others ({among}); number {rank} from the highest")
		return add(all, "peers", pattern, weight, words...)
	}
	return add(all, "change", pattern, weight, words...)
}

// changeOf is how much the change of a card matters.
func changeOf(c kind.Card) float64 {
	now, ok := amountOf(c.Quoted.Text)
	if !ok {
		return 1
	}
	then := now
	then.value = now.value.Sub(decimal.NewFromFloat(c.Delta))
	return size(now, then)
}

// beside is the word for what is higher or lower than something else.
func beside(lang, value string, delta float64) string {
	a, ok := amountOf(value)
	switch more := ok && a.counts(); {
	case more && delta > 0:
		return say(lang, "多", "more")
	case more:
		return say(lang, "少", "less")
	case delta > 0:
		return say(lang, "高", "higher")
	}
	return say(lang, "低", "lower")
}

func toneOf(good int) Tone {
	switch {
	case good > 0:
		return Good
	case good < 0:
		return Bad
	}
	return ""
}

func quotes(q kind.Quoted) (lines []string) {
	for _, s := range q.Sources {
		lines = append(lines, strings.Join(strings.Fields(s.Quote), " "))
	}
	return lines
}
