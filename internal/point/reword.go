package point

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/quantity"
)

// Reword gives a point the words of an author. The problem is nil when they say what
// the data says: their numbers are those of the point, and so is their direction.
func (p Point) Reword(sentence string) (Point, error) {
	known := make([]string, len(p.Words))
	for i, w := range p.Words {
		known[i] = w.Name
	}
	for _, name := range names.FindAllString(sentence, -1) {
		if name = strings.Trim(name, "{}"); !slices.Contains(known, name) {
			return p, message.Errorf("the point has no word {%s}; it has %s", name, message.List(known))
		}
	}
	typed := names.ReplaceAllString(sentence, " ")
	if strings.ContainsAny(typed, "0123456789０１２３４５６７８９") || len(quantity.Find(typed)) > 0 {
		return p, message.Errorf("a number is typed into the sentence; take those of the point: %s", message.List(known))
	}
	if d := Direction(typed); d != 0 && p.way != 0 && d != p.way {
		return p, message.Errorf("the sentence and the data go opposite ways; the data says: %s", p.Text())
	}
	p.pattern = sentence
	return p, nil
}

// rising and falling are the words that say where numbers go.
var (
	rising  = strings.Fields("上升 增加 增长 提高 提升 上涨 升至 增至 升到 回升 高于 多于 超过 rose risen rises up increased increases grew grown higher above exceeds")
	falling = strings.Fields("下降 减少 降低 下滑 下跌 降至 减至 降到 回落 低于 少于 不足 fell fallen falls down decreased decreases dropped shrank lower below")
)

// Direction is where a sentence says that a number goes: 1 up, -1 down, 0 when it says
// nothing, or both.
func Direction(sentence string) int {
	says := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			if w[0] < 0x80 {
				return slices.Contains(strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return r < 'a' || r > 'z' }), w)
			}
			return strings.Contains(sentence, w)
		})
	}
	up, down := says(rising), says(falling)
	switch {
	case up && !down:
		return 1
	case down && !up:
		return -1
	}
	return 0
}
