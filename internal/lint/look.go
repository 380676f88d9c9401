package lint

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/spec"
)

// A given is what the data gives for a reference line.
type given struct {
	word   string // what it is
	is     float64
	called *regexp.Regexp // what the author of a typed one calls it
}

var (
	averageWords = regexp.MustCompile(`(?i)平均|均值|均线|\p{Han}均$|中位|\b(?:mean|average|median)\b`)
	highestWords = regexp.MustCompile(`(?i)最高|最大|最多|\b(?:max|maximum|highest|most)\b`)
	lowestWords  = regexp.MustCompile(`(?i)最低|最小|最少|\b(?:min|minimum|lowest|least)\b`)
	totalWords   = regexp.MustCompile(`(?i)合计|总计|总数|总量|\b(?:total|sum)\b`)
	earlierWords = regexp.MustCompile(`(?i)上年|去年|上届|\blast year\b`)
)

// typedReference finds a number that the data gives. A mean or median without a word
// that says so must be one that chance does not hit.
func typedReference(v *view) {
	for _, r := range v.Spec.Reference {
		if r.Without.Set() {
			continue
		}
		for _, g := range v.given() {
			if g.typed(r) {
				v.warn(r.Value, "%s is the %s of the values, typed", r.Value.V, g.word)
				return
			}
		}
	}
}

// given is what the values of the only series give.
func (v *view) given() []given {
	if len(v.runs) != 1 {
		return nil
	}
	values := v.runs[0].numbers()
	n := len(values)
	if n < 3 {
		return nil
	}
	numbers := make([]float64, 0, n)
	for _, x := range values {
		numbers = append(numbers, x.Num)
	}
	sum := series.Sum(values).Num
	return []given{
		{"mean", sum / float64(n), averageWords},
		{"median", quantity.Median(numbers), averageWords},
		{"highest", slices.Max(numbers), highestWords},
		{"lowest", slices.Min(numbers), lowestWords},
		{"sum", sum, totalWords},
		{"last but one", values[n-2].Num, earlierWords},
	}
}

// digitsOfChance is how many digits a number has that is no average by chance.
const digitsOfChance = 4

// typed reports whether the number of a line is given, as far as it is written.
func (g given) typed(r spec.Reference) bool {
	digits, decimals, ok := written(r)
	if !ok || fmt.Sprintf("%.*f", decimals, g.is) != r.Value.V {
		return false
	}
	return g.called.MatchString(r.Label.V) || g.called == averageWords && digits >= digitsOfChance && decimals > 0
}

// written counts the digits of the number of a line, and those after the point.
func written(r spec.Reference) (digits, decimals int, ok bool) {
	whole, fraction, _ := strings.Cut(r.Value.V, ".")
	if strings.Trim(whole+fraction, "-0123456789") != "" || whole == "" {
		return 0, 0, false
	}
	return len(strings.TrimLeft(whole+fraction, "-0")), len(fraction), true
}

// The width of a page between its margins, and the least text on it, in points.
const (
	pageWidth = 160 * 72 / 25.4
	leastText = 7
)

// smallText finds text that is too small to read once the picture is as wide as
// the page. Pictures of so many pixels are for screens.
func smallText(v *view) {
	size := v.Spec.PictureSize()
	if v.Chart.Form != chart.Report || size.Set() && !strings.HasSuffix(size.V, "mm") || v.Chart.DPI != 300 {
		return
	}
	least := math.Inf(1)
	for _, t := range v.Chart.Texts {
		least = min(least, t.Size)
	}
	if least *= min(1, pageWidth/v.Chart.Width); least < leastText-0.05 {
		v.warn(size, "the smallest text has %.1f pt once the picture is as wide as the page, and print needs %d", least, leastText)
	}
}

// leastContrast is below what a mark can hardly be seen on its background.
const leastContrast = 1.5

// colorsAlike holds the colours of a spec against one another where they alone tell
// names apart, and against the background.
func colorsAlike(v *view) {
	tell := len(v.runs) > 1 || v.is("pie", "donut", "rose", "treemap", "sunburst")
	var all []spec.Color
	for _, c := range v.Spec.Colors {
		if !strings.HasPrefix(c.Value.V, "#") || !v.shows(c.Name.V) {
			continue
		}
		own := chart.Color(c.Value.V)
		if got := palette.Contrast(own, v.Chart.Style.Background); got < leastContrast {
			v.warn(c.Value, "%s can hardly be seen on %s: their contrast is %.1f", own, v.Chart.Style.Background, got)
			return
		}
		for _, o := range all {
			if eye := palette.Alike(own, chart.Color(o.Value.V)); tell && eye != "" {
				v.warn(c.Value, "%s of %s and %s of %s cannot be told apart in %s", o.Value.V, o.Name.V, own, c.Name.V, eye)
				return
			}
		}
		all = append(all, c)
	}
}

// shows reports whether a name is one that colours tell apart.
func (v *view) shows(name string) bool {
	if len(v.runs) > 1 {
		return slices.ContainsFunc(v.runs, func(r run) bool { return r.name == name })
	}
	return len(v.runs) == 0 || slices.Contains(v.names, name)
}

// measured are names of what has many units, and means nothing without one.
var measured = regexp.MustCompile(`(?i)(经费|收入|支出|金额|产值|资产|工资|薪酬|月薪|到款额|学费|捐赠额|投资|面积|时长|里程|重量|(?:发电|用电|耗电|用水|供水|耗水|降水|降雨|耗能|排放|货运|吞吐|蓄水)量|产量|雨量|能耗|长度|高度|深度|距离|温度|气温|体积|容积|带宽)$|\b(income|revenue|expenditure|cost|costs|budget|salary|area|floor space|duration|consumption|emissions|rainfall|distance|weight|length|height|volume|temperature)$`)

// noUnit finds amounts without a unit, which no word of the figure gives either.
func noUnit(v *view) {
	said := v.Spec.Axis.Title.V
	for _, text := range v.Spec.Texts() {
		said += " " + text.V
	}
	for _, r := range v.runs {
		if r.unit == "" && !v.Spec.Unit.Set() && measured.MatchString(r.measure) && !units.MatchString(said) && len(r.numbers()) > 0 {
			v.warn(v.valueAt(), "%s has no unit", r.measure)
			return
		}
	}
}

// fractionsAsPercent finds a % that the author writes over numbers which are parts of
// one: all are from 0 to 1, and nothing in the data says that they are percentages. A
// small part of a stack is beside larger ones.
func fractionsAsPercent(v *view) {
	if v.Spec.Unit.V != "%" {
		return
	}
	whole := func(x series.Value) bool { return x.Num == 0 || x.Num == 1 }
	other := func(x series.Value) bool { return x.Unit != "" || x.Num < 0 || x.Num > 1 }
	percent := func(r run) bool { return slices.ContainsFunc(r.numbers(), other) }
	if v.stacked() && slices.ContainsFunc(v.runs, percent) {
		return
	}
	for _, r := range v.runs {
		numbers := r.numbers()
		if len(numbers) > 1 && !percent(r) && len(slices.DeleteFunc(slices.Clone(numbers), whole)) > 0 {
			v.warn(v.Spec.Unit, "%s are from 0 to 1, and %% makes them hundredths of that", r.measure)
			return
		}
	}
}

// units are words that give a unit in a text of the figure.
var units = regexp.MustCompile(`(?i)单位|[百千万亿]?[元亩]|美元|平方|公里|小时|分钟|[（(][^（）()]+[）)]|\b(unit|million|yuan|rmb|cny|usd|hours?|hectares?|square|km|kg)\b`)
