package point

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
)

// Reword gives a point the words of an author, when they say what the data says: their
// numbers are those of the point, and so is their direction.
func (p Point) Reword(sentence string) (Point, error) {
	typed := names.ReplaceAllString(sentence, " ")
	if strings.ContainsAny(typed, "0123456789０１２３４５６７８９") || len(quantity.Find(typed)) > 0 {
		return p, message.Errorf("a number is typed into the sentence; take those of the point: %s", message.List(p.known()))
	}
	return p.Said(sentence)
}

// Said is the point in a sentence that may have numbers of its own: a title.
func (p Point) Said(sentence string) (Point, error) {
	for _, name := range Mentions(sentence) {
		if _, ok := p.word(name); !ok {
			return p, message.Errorf("the point has no word {%s}; it has %s", name, message.List(p.known()))
		}
	}
	if d := Direction(names.ReplaceAllString(sentence, " ")); d != 0 && p.way != 0 && d != p.way {
		return p, message.Errorf("the sentence and the data go opposite ways; the data says: %s", p.Text())
	}
	p.pattern = sentence
	return p, nil
}

// About is the point of several that a sentence is about: it says of what, or nothing
// else is there.
func About(sentence string, points []Point) (Point, error) {
	if (len(points) > 1 || len(points[0].rivals) > 0) && !slices.Contains(Mentions(sentence), "what") {
		named := slices.DeleteFunc(slices.Clone(points), func(p Point) bool { return !p.namedIn(sentence) })
		if len(named) == 0 {
			return Point{}, message.Errorf("the sentence may be about several things; say of what: {what}, or its name")
		}
		points = named
	}
	return points[0].Said(sentence)
}

// namedIn reports whether a sentence has the name of what the point is about, not within
// that of another series: 男生就业率 is not about 就业率.
func (p Point) namedIn(sentence string) bool {
	sentence = plain(sentence)
	for _, r := range p.rivals {
		if r = plain(r); strings.Contains(r, plain(p.what())) {
			sentence = strings.ReplaceAll(sentence, r, "")
		}
	}
	return p.what() != "" && strings.Contains(sentence, plain(p.what()))
}

// what is the name of what the point is about.
func (p Point) what() string {
	w, _ := p.word("what")
	return w.Text
}

// Has reports whether a point has all these words.
func (p Point) Has(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		_, ok := p.word(name)
		return !ok
	})
}

// Mentions are the {names} in a sentence.
func Mentions(sentence string) (all []string) {
	for _, name := range names.FindAllString(sentence, -1) {
		all = append(all, strings.Trim(name, "{}"))
	}
	return all
}

func (p Point) known() (all []string) {
	for _, w := range p.Words {
		all = append(all, w.Name)
	}
	return all
}

// rising and falling are the words that say where numbers go.
var (
	rising  = strings.Fields("上升 增加 增长 提高 提升 上涨 升至 增至 升到 回升 高于 多于 超过 rose risen rises up increased increases grew grown higher above exceeds")
	falling = strings.Fields("下降 减少 降低 下滑 下跌 降至 减至 降到 回落 低于 少于 不足 fell fallen falls down decreased decreases dropped shrank lower below")
)

// told are words of sentences that say more than what their numbers are of.
var told = strings.Fields("最高 最低 最多 最少 最大 最小 首位 第一 居首 过半 近半 超过 不足 未达 达到 仍 首次 持平 高于 低于 多于 少于 翻番 highest lowest most fewest largest smallest first half twice exceeds unchanged still reaches missed")

// Says reports whether a title says something of its data: a number, a way, a rank. Others
// are labels.
func Says(title string) bool {
	title = strings.ReplaceAll(title, "\u2009", " ")
	return Direction(title) != 0 || hasWord(title, told) || slices.ContainsFunc(quantity.Find(title), func(q quantity.Match) bool {
		return q.Unit.Name != "" && !notation.BeginsWithYear(title[q.Start:]) && q.Unit.Name != "个"
	})
}

// Direction is where a sentence says that a number goes: 1 up, -1 down, 0 when it says
// nothing, or both.
func Direction(sentence string) int {
	up, down := hasWord(sentence, rising), hasWord(sentence, falling)
	switch {
	case up && !down:
		return 1
	case down && !up:
		return -1
	}
	return 0
}

func hasWord(sentence string, words []string) bool {
	letters := strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return r < 'a' || r > 'z' })
	return slices.ContainsFunc(words, func(w string) bool {
		if w[0] < utf8.RuneSelf {
			return slices.Contains(letters, w)
		}
		return strings.Contains(sentence, w)
	})
}
