package lint

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/palette"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/spec"
)

// averageWords are what the author of a typed average calls it.
var averageWords = regexp.MustCompile(`(?i)平均|均值|中位|\b(mean|average|median)\b`)

// typedReference finds a number for a mean or a median. Without a word that says so
// it must be one that chance does not hit.
func typedReference(v *view) {
	if len(v.runs) != 1 {
		return
	}
	values := v.runs[0].numbers()
	if len(values) < 3 {
		return
	}
	sorted := make([]float64, 0, len(values))
	for _, x := range values {
		sorted = append(sorted, x.Num)
	}
	slices.Sort(sorted)
	mean := series.Sum(values).Num / float64(len(values))
	median := (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
	for _, r := range v.Spec.Reference {
		if r.Without.Set() {
			continue
		}
		for _, average := range []struct {
			word string
			is   float64
		}{{"mean", mean}, {"median", median}} {
			if typed(r, average.is) {
				v.warn(r.Value, "%s is the %s of the values, typed", r.Value.V, average.word)
				return
			}
		}
	}
}

// digitsOfChance is how many digits a number has that is no average by chance.
const digitsOfChance = 4

// typed reports whether the number of a line is an average, as far as it is written.
func typed(r spec.Reference, average float64) bool {
	whole, decimals, _ := strings.Cut(r.Value.V, ".")
	if strings.Trim(whole+decimals, "-0123456789") != "" || whole == "" {
		return false
	}
	same := fmt.Sprintf("%.*f", len(decimals), average) == r.Value.V
	return same && (averageWords.MatchString(r.Label.V) || len(strings.TrimLeft(whole+decimals, "-0")) >= digitsOfChance && decimals != "")
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
var measured = regexp.MustCompile(`(?i)(经费|收入|支出|金额|产值|资产|工资|薪酬|月薪|到款额|学费|捐赠额|投资|面积|时长|里程|重量)$|\b(income|revenue|expenditure|cost|costs|budget|salary|area|floor space|duration)$`)

// noUnit finds amounts without a unit, which no word of the figure gives either.
func noUnit(v *view) {
	for _, r := range v.runs {
		said := v.Spec.Title.V + v.Spec.Subtitle.V + v.Spec.Note.V + v.Spec.Axis.Title.V
		if r.unit == "" && !v.Spec.Unit.Set() && measured.MatchString(r.measure) && !units.MatchString(said) && len(r.numbers()) > 0 {
			v.warn(v.valueAt(), "%s has no unit", r.measure)
			return
		}
	}
}

// units are words that give a unit in a text of the figure.
var units = regexp.MustCompile(`(?i)单位|[百千万亿]?[元亩]|美元|平方|公里|小时|分钟|[（(][^（）()]+[）)]|\b(unit|million|yuan|rmb|cny|usd|hours?|hectares?|square|km|kg)\b`)
