package point

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/typeset"
)

// Figure finds what a figure has to say.
func Figure(c *chart.Chart) []Point {
	var all []Point
	add := func(p Point, ok bool) {
		if ok {
			p.Figure, p.Title, p.ID = c.ID, c.Title, c.ID+"/"+p.ID
			p.rivals = slices.DeleteFunc(namesOf(c.Stories), func(name string) bool { return name == p.what() })
			all = append(all, p)
		}
	}
	for _, s := range c.Stories {
		data, amounts := shown(s)
		if len(data) < 2 {
			continue
		}
		if inOrder(data) {
			add(change(c, s, data, amounts))
			continue
		}
		if s.Part { // what it leaves out may be higher or lower
			continue
		}
		if len(data) >= fewRanked {
			add(behind(c, s, data, amounts))
		}
		add(ranking(c, s, data, amounts))
	}
	add(gap(c))
	return all
}

// fewRanked is how many values make a ranking.
const fewRanked = 4

// inOrder reports whether the names are periods, the earliest first.
func inOrder(data []chart.Datum) bool {
	return !slices.ContainsFunc(data, func(d chart.Datum) bool { return yearOf(d.Name) == 0 }) &&
		slices.IsSortedFunc(data, func(a, b chart.Datum) int { return yearOf(a.Name) - yearOf(b.Name) })
}

func namesOf(stories []chart.Story) (names []string) {
	for _, s := range stories {
		names = append(names, s.Name)
	}
	return names
}

func yearOf(name string) int {
	if name = notation.Fold(name); !notation.BeginsWithYear(name) {
		return 0
	}
	year, _ := strconv.Atoi(notation.FindYear(name))
	return year
}

// period is the name of a period in a sentence: 2023 年.
func period(lang, name string) string {
	if lang != "en" && notation.BareYear(name) {
		return typeset.Text(name + "年")
	}
	return name
}

// change tells where the last period is beside the one before.
func change(c *chart.Chart, s chart.Story, data []chart.Datum, amounts []amount) (Point, bool) {
	var periods []string
	for _, d := range data {
		periods = append(periods, d.Name)
	}
	i, ok := notation.Before(periods)
	if !ok {
		return Point{}, false
	}
	last := len(data) - 1
	by, sign, ok := difference(amounts[last], amounts[i], c.Lang)
	if !ok || sign == 0 {
		return Point{}, false
	}
	way, to := moved(c.Lang, amounts[last], sign)
	p := Point{
		ID: "change/" + plain(s.Name),
		Words: []Word{{"what", s.Name, false}, {"when", period(c.Lang, data[last].Name), false}, {"value", amounts[last].text, true},
			{"before", period(c.Lang, data[i].Name), false}, {"then", amounts[i].text, false}, {"change", by, true}},
		pattern: say(c.Lang, "{what}{when}为{value}，比{before}的{then}"+way+"{change}",
			"{what}: {value} in {when}, "+way+" {change} from {then} in {before}"),
		weight: weigh(60, size(amounts[last], amounts[i])), way: sign,
		Lines: linesOf(c, data[last], data[i]),
	}
	if !s.Part {
		p.pattern += record(c.Lang, amounts)
	}
	p.headline = about(s, say(c.Lang, "{what}", "{what} ")+to+" {value}")
	return p, true
}

// record says that the last of many periods is the highest or the lowest.
func record(lang string, amounts []amount) string {
	n := len(amounts)
	if n < fewRanked {
		return ""
	}
	above, below := 0, 0
	for _, a := range amounts[:n-1] {
		above += max(0, amounts[n-1].value.Cmp(a.value))
		below += max(0, a.value.Cmp(amounts[n-1].value))
	}
	switch n - 1 {
	case above:
		return fmt.Sprintf(say(lang, "，为 %d 期中最高", ", the highest of %d periods"), n)
	case below:
		return fmt.Sprintf(say(lang, "，为 %d 期中最低", ", the lowest of %d periods"), n)
	}
	return ""
}

// moved is the way of a change, alone and before where it led.
func moved(lang string, a amount, sign int) (way, to string) {
	ways := [][2]string{{"上升", "升至"}, {"下降", "降至"}}
	switch {
	case lang == "en":
		ways = [][2]string{{"up", "rose to"}, {"down", "fell to"}}
	case a.counts():
		ways = [][2]string{{"增加", "增至"}, {"减少", "减至"}}
	}
	if sign < 0 {
		ways = ways[1:]
	}
	return ways[0][0], ways[0][1]
}

// behind counts those below the reference line of a figure, and names the last.
func behind(c *chart.Chart, s chart.Story, data []chart.Datum, amounts []amount) (Point, bool) {
	rule, ok := reference(c, s.Panel)
	if !ok {
		return Point{}, false
	}
	n, low := 0, 0
	for i, d := range data {
		if d.Y < rule.From {
			n++
		}
		if d.Y < data[low].Y {
			low = i
		}
	}
	if n == 0 || !unique(data, low) {
		return Point{}, false
	}
	p := Point{
		ID: "below/" + plain(s.Name),
		Words: []Word{{"what", s.Name, false}, {"count", strconv.Itoa(n), true}, {"all", strconv.Itoa(len(data)), false},
			{"limit", rule.Label, false}, {"lowest", data[low].Name, false}, {"value", amounts[low].text, true}},
		pattern: say(c.Lang, "{lowest}的{what}最低，为{value}；{all}项中有{count}项低于{limit}",
			"{what}: {lowest} is lowest with {value}; {count} of {all} are below {limit}"),
		way:    -1,
		weight: weigh(75, spread(data[low].Y, rule.From, amounts[low].percent())),
		Lines:  linesOf(c, data[low]),
	}
	p.headline = about(s, say(c.Lang, "{lowest}的{what}最低，{count} 项低于{limit}", "{lowest} has the lowest {what}; {count} are below {limit}"))
	return p, true
}

// reference is the one line that a panel holds its values against. Half of the values
// are below a mean or a median: that says nothing.
func reference(c *chart.Chart, panel int) (chart.Rule, bool) {
	var lines []chart.Rule
	for _, rules := range chart.Only[chart.Rules](c.Panels[min(panel, len(c.Panels)-1)].Marks) {
		for _, r := range rules.Data {
			if r.From == r.To && !r.Second {
				lines = append(lines, r)
			}
		}
	}
	if len(lines) != 1 || lines[0].Label == "" {
		return chart.Rule{}, false
	}
	return lines[0], !lines[0].Middle
}

var (
	rest     = regexp.MustCompile(`^(其他|其它|其余|(?i:others?|rest))`)         // is what is left, and no member
	ofWhole  = regexp.MustCompile(`比重|构成|占比|份额|(?i:\bshare\b)`)            // of parts some are large and some small
	compared = regexp.MustCompile(`^(比|较)|同比|环比|(?i:\b(growth|change)\b)`) // 比上年增长 goes with its number
)

// ranking names the highest and the lowest of many.
func ranking(c *chart.Chart, s chart.Story, data []chart.Datum, amounts []amount) (Point, bool) {
	low, high := 0, 0
	for i, d := range data {
		if d.Y-d.Base < data[low].Y-data[low].Base {
			low = i
		}
		if d.Y-d.Base > data[high].Y-data[high].Base {
			high = i
		}
	}
	a, b := amounts[high], amounts[low]
	if a.unit != b.unit || a.value.Cmp(b.value) <= 0 || !unique(data, high) || rest.MatchString(data[high].Name) {
		return Point{}, false
	}
	p := Point{
		ID:    "ranking/" + plain(s.Name),
		Words: []Word{{"what", s.Name, false}, {"highest", data[high].Name, false}, {"value", a.text, true}, {"lowest", data[low].Name, false}, {"least", b.text, true}},
		Lines: linesOf(c, data[high]),
	}
	p.weight = weigh(35, size(a, b))
	switch share := data[high].Share; {
	case share != "" && len(data) > 2:
		p.Words = append(p.Words, Word{"share", share, true})
		p.pattern = say(c.Lang, "{what}以{highest}最多，为{value}，占{share}", "{what}: {highest} has most, {value} or {share} of all")
		p.headline = say(c.Lang, "{highest}最多，占 {share}", "{highest} has most, {share} of all")
		if len(c.Stories) > 1 {
			p.headline = about(s, say(c.Lang, "{what}以{highest}最多，占 {share}", "{what}: {highest} has most, {share} of all"))
		}
	case !a.counts() && unique(data, low) && len(data) >= fewRanked && !ofWhole.MatchString(s.Name):
		p.pattern = say(c.Lang, "{what}以{highest}最高，为{value}；{lowest}最低，为{least}", "{what}: {highest} is highest with {value}, {lowest} lowest with {least}")
		if compared.MatchString(s.Name) {
			p.pattern = say(c.Lang, "{highest}{what}{value}，为各项最高；{lowest}最低，为{least}", p.pattern)
		}
		p.headline = about(s, say(c.Lang, "{highest}的{what}最高，{lowest}最低", "{highest} has the highest {what}, {lowest} the lowest"))
		p.Lines = linesOf(c, data[high], data[low])
	default: // one is the largest of some amounts: of course
		return Point{}, false
	}
	return p, true
}

// gap tells by how much one of two series is more than the other in the last period.
func gap(c *chart.Chart) (Point, bool) {
	if len(c.Stories) != 2 || c.Stories[0].Panel != c.Stories[1].Panel || stacked(c) {
		return Point{}, false
	}
	a, x := shown(c.Stories[0])
	b, y := shown(c.Stories[1])
	if len(a) < 2 || len(a) != len(b) || !inOrder(a) || !inOrder(b) || a[len(a)-1].Name != b[len(b)-1].Name {
		return Point{}, false
	}
	more, less := 0, 1
	last := len(a) - 1
	if x[last].value.Cmp(y[last].value) < 0 {
		a, b, x, y, more, less = b, a, y, x, 1, 0
	}
	by, sign, ok := difference(x[last], y[last], c.Lang)
	if !ok || sign == 0 {
		return Point{}, false
	}
	if x[last].percent() && !akin(c.Stories[0].Name, c.Stories[1].Name) {
		return Point{}, false // two rates of different things
	}
	than := beside(c.Lang, x[last].text, 1)
	p := Point{
		ID: "gap/" + plain(c.Stories[more].Name),
		Words: []Word{{"when", period(c.Lang, a[last].Name), false}, {"what", c.Stories[more].Name, false}, {"value", x[last].text, false},
			{"other", c.Stories[less].Name, false}, {"than", y[last].text, false}, {"change", by, true}},
		pattern: say(c.Lang, "{when}{what}{value}，比{other}{than}"+than+"{change}", "{when}: {what} was {value}, {change} "+than+" than {other} with {than}"),
		weight:  weigh(80, size(x[last], y[last])),
		Lines:   linesOf(c, a[last], b[last]),
	}
	p.headline = say(c.Lang, "{what}比{other}"+than+" {change}", "{what}: {change} "+than+" than {other}")
	return p, true
}

// akin reports whether two names begin or end alike, as 男生就业率 and 女生就业率 do.
func akin(a, b string) bool {
	x, y := []rune(a), []rune(b)
	n := min(len(x), len(y), 2)
	return slices.Equal(x[:n], y[:n]) || slices.Equal(x[len(x)-n:], y[len(y)-n:])
}

// stacked reports whether bars or areas of a chart are on one another: they are
// parts, and no rivals.
func stacked(c *chart.Chart) bool {
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			switch m := m.(type) {
			case chart.Bars:
				if m.Stack != "" {
					return true
				}
			case chart.Areas:
				if m.Stack != "" {
					return true
				}
			}
		}
	}
	return false
}

// unique reports whether no other datum has the value of one.
func unique(data []chart.Datum, i int) bool {
	for k, d := range data {
		if k != i && d.Y-d.Base == data[i].Y-data[i].Base {
			return false
		}
	}
	return true
}

// spread is [size] of values on an axis.
func spread(a, b float64, percent bool) float64 {
	d := max(a-b, b-a)
	if percent {
		return min(1, d/10)
	}
	if b == 0 {
		return 1
	}
	return min(1, d/max(b, -b)/0.3)
}

// weigh is what a point of some kind weighs: half for its kind, half for its size. Of
// what is hardly anything nobody needs to be told.
func weigh(base, size float64) float64 {
	if size < hardly {
		return trivial - 1
	}
	return base/2 + base/2*size
}

// hardly is half a point of a percentage, or 1.5 % of another number.
const hardly = 0.05

// linesOf are the lines that data were read from.
func linesOf(c *chart.Chart, data ...chart.Datum) (lines []string) {
	for _, d := range data {
		for _, i := range d.Sources {
			if quote := strings.Join(strings.Fields(c.Sources[i].Quote), " "); quote != "" && !slices.Contains(lines, quote) {
				lines = append(lines, quote)
			}
		}
	}
	return lines
}

// plain is a name without blanks, for an id.
func plain(name string) string { return strings.Join(strings.Fields(name), "_") }

func say(lang, zh, en string) string {
	if lang == "en" {
		return en
	}
	return zh
}
