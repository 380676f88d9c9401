package lint

import (
	"math"
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/series"
	"charts/internal/spec"
)

// A saying is a piece of a text about one category: what is behind its name.
type saying struct {
	at   spec.At[string]
	name int
	rest string
}

var clauseEnd = regexp.MustCompile(`[，。；！？,;!?\n]|\. `)

// clauses are the pieces of a text that say one thing each: of a list, its items
// where each has its own number.
func clauses(text string) (all []string) {
	for _, clause := range clauseEnd.Split(text, -1) {
		items := strings.Split(clause, "、")
		if slices.ContainsFunc(items, func(s string) bool { return !strings.ContainsAny(s, "0123456789") }) {
			items = []string{clause}
		}
		all = append(all, items...)
	}
	return all
}

// sayings are the clauses of titles and notes that name one category alone.
func (v *view) sayings() (all []saying) {
	for _, at := range v.Spec.Texts() {
		for _, clause := range clauses(at.V) {
			clause = notation.Fold(clause)
			if i, end := v.onlyName(clause); i >= 0 {
				all = append(all, saying{at, i, clause[end:]})
			}
		}
	}
	return all
}

// onlyName finds the one category that a clause names, and where its name ends. A
// name inside a longer one does not count; of two, none is meant alone.
func (v *view) onlyName(clause string) (name, end int) {
	name = -1
	for i, n := range v.names {
		n = notation.Fold(n)
		at := strings.Index(clause, n)
		if n == "" || at < 0 {
			continue
		}
		switch {
		case name < 0 || strings.Contains(n, notation.Fold(v.names[name])):
			name, end = i, at+len(n)
		case !strings.Contains(notation.Fold(v.names[name]), n):
			return -1, 0
		}
	}
	return name, end
}

// Words of rank, as all that is said of a category, and as what an annotation says.
var (
	highest = regexp.MustCompile(`(?i)^(位居|位列|排名|名列|居|排|列|占比)?(最高|最多|最大|首位|首|第一|第一位|榜首)([）)（(、：:达为]|$)|^ ?(is|was|has|had|ranks?|ranked)? ?(the)? ?(highest|most|largest|first)$`)
	lowest  = regexp.MustCompile(`(?i)^(位居|位列|排名|名列|居|排|列|占比)?(最低|最少|最小|末位|末|垫底)([）)（(、：:达为仅]|$)|^ ?(is|was|has|had|ranks?|ranked)? ?(the)? ?(lowest|fewest|smallest|last)$`)
)

// rankContradicted holds 最高, 居首 and 最少 against the values.
func rankContradicted(v *view) {
	if len(v.runs) != 1 || len(v.names) < 2 {
		return
	}
	for _, s := range v.sayings() {
		v.rank(s.at, s.name, v.unmeasured(s.rest))
	}
	for _, a := range v.Spec.Annotations {
		if i := slices.Index(v.names, a.At.V); i >= 0 {
			v.rank(a.Text, i, strings.TrimSpace(a.Text.V))
		}
	}
}

// bare is what may be between a name and what is said of it: 升学的, 2023 年.
var bare = regexp.MustCompile(`^(年|届|级|年度)?的?`)

// unmeasured is what is said of a category without the name of what is measured:
// 的人数最多 is 最多.
func (v *view) unmeasured(rest string) string {
	rest = bare.ReplaceAllString(strings.TrimSpace(rest), "")
	for _, word := range []string{notation.Fold(v.runs[0].measure), "人数", "数量", "占比", "比例"} {
		if after, ok := strings.CutPrefix(rest, word); ok && word != "" {
			return strings.TrimSpace(after)
		}
	}
	return rest
}

func (v *view) rank(at spec.At[string], name int, words string) {
	var dir float64
	switch {
	case highest.MatchString(words):
		dir = 1
	case lowest.MatchString(words):
		dir = -1
	default:
		return
	}
	values := v.runs[0].values
	if values[name].Kind != series.Number {
		return
	}
	for i, other := range values {
		if v.names[i] != v.Spec.Top.Other.V && other.Kind == series.Number && (other.Num-values[name].Num)*dir > 0 {
			v.warn(at, "%s, and %s has %s where %s has %s", at.V, v.names[i], shown(other), v.names[name], shown(values[name]))
			return
		}
	}
}

// shown is a number as printed.
func shown(v series.Value) string { return text(v) }

// ends is what may follow a number that is all that is said: 3 人未填写 is about
// some of a category.
var ends = regexp.MustCompile(`^\s*($|[（(）)占：:])`)

var gives = regexp.MustCompile(`^(的)?(人数|数量)?\s*(为|是|达到|达|有|共|共有|占|：|:|is|was)?\s*`)

// numberContradicted holds the number behind the name of a category, and that of an
// annotation, against the values, where both have the same unit.
func numberContradicted(v *view) {
	if len(v.runs) != 1 || v.runs[0].unit == "" {
		return
	}
	for _, s := range v.sayings() {
		rest := v.unmeasured(s.rest)
		rest = rest[len(gives.FindString(rest)):]
		if found := quantity.Lead(rest); len(found) > 0 && ends.MatchString(rest[found[0].End:]) {
			v.holds(s.at, s.name, found[0].Quantity)
		}
	}
	for _, a := range v.Spec.Annotations {
		i := slices.Index(v.names, a.At.V)
		if q, ok := quantity.Parse(a.Text.V); ok && i >= 0 && !strings.ContainsAny(a.Text.V[:1], "+-") {
			v.holds(a.Text, i, q)
		}
	}
}

// holds compares a number with that of a category, as far as it is printed.
func (v *view) holds(at spec.At[string], name int, q quantity.Quantity) {
	value := v.runs[0].values[name]
	if value.Kind != series.Number || q.Unit.Name != v.runs[0].unit || q.Qualifier != "" || value.Qualifier != "" {
		return
	}
	if math.Abs(q.Float()-value.Num) > 0.5001*math.Pow10(-q.Decimals) {
		v.warn(at, "%s, and the data gives %s for %s", at.V, shown(value), v.names[name])
	}
}
