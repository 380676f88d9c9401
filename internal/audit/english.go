package audit

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// A phrase is a way in which an English sentence ties its numbers: a pattern over the
// form of the sentence, and the tie of the numbers that it names.
type phrase struct {
	form *regexp.Regexp
	tie  func(said) []tie
}

// Parts of patterns: N and R are numbers and percentages by a name, X is any number.
func form(pattern string) *regexp.Regexp {
	return regexp.MustCompile(shorthand.Replace(pattern))
}

var shorthand = strings.NewReplacer(
	"N<", `#(?P<`, "R<", `%(?P<`, "X<", `[#%^](?P<`, ">N", `>\d\d)`,
	"~", `[^#%^;:.,()]*?`, // words of a clause
	"…", `[^#%^;.]{0,60}?`, // words up to the end of a sentence
	"DET", `(?:the |its |our |all |these |those |a total of )*`,
	"THEM", `(?:which|whom|them|these|those)`,
	"MOVE", `\b(?:(?P<up>`+upward+`)|(?P<down>`+downward+`))\b`,
)

const (
	upward   = `raised|boosted|extended|rose|rises|risen|grew|grows|grown|increased|climbed|jumped|surged|went up|improved|expanded|rise|growth|increase|gain|improvement|up|more|higher`
	downward = `cut|reduced|lowered|shortened|fell|falls|fallen|dropped|declined|decreased|shrank|slipped|went down|fall|drop|decline|decrease|reduction|down|fewer|less|lower`
)

// phrases are the ways of speaking, by what they tie.
var phrases = []phrase{
	// shares
	{form(`\b(?:of|among) DETN<w>N ~, ~N<p>N…R<r>N`), shareSaid},
	{form(`N<p>N~ of DETN<w>N…R<r>N`), shareSaid},
	{form(`N<w>N…[,;] ~N<p>N of THEM\b…R<r>N`), shareSaid},
	{form(`N<w>N…[,;] of THEM\b,? ~N<p>N…R<r>N`), shareSaid},
	{form(`N<p>N~[,(] ?(?:or |(?:which|this|that) (?:is|was|represents|represented|makes|made) )?R<r>N of DETN<w>N`), shareSaid},
	{form(`R<r>N \(N<p>N~\) of DETN<w>N`), shareSaid},
	{form(`R<r>N of DETN<w>N~(?:, or |,| \()N<p>N`), shareSaid},
	{form(`N<w>N ~(?:and|,|;) ~N<p>N (?P<did>~)(?:,|;| giving| with|\()(?: giving| with| or| for| making)*(?: an?)? ?(?P<rate>[a-z-]+) rate(?: of| was| is|:)? R<r>N`), rateSaid},
	{form(`R<a>N~(?:,|and|;) ~R<b>N`), twoShares},
	// ratios and means
	{form(`(?P<of>[a-z]+)[- ](?:to[- ])?(?P<to>[a-z]+) ratio~N<r>N(?: to N<one>N)?`), ratioSaid},
	{form(`ratio of (?P<of>[a-z -]+?) to (?P<to>[a-z -]+?) (?:is|was|stood|stands|of|at)\b~N<r>N(?: to N<one>N)?`), ratioSaid},
	{form(`N<a>N…N<c>N (?P<unit>[a-z-]+)\b…\b(?:an average of|on average,?|averaging) N<m>N~\b(?:per|for each|each|every|a) (?P<each>[a-z-]+)`), meanSaid},
	// changes
	{form(`MOVE~(?:by )?X<d>N~,? from ~X<a>N~to ~X<b>N`), changeSaid},
	{form(`from ~X<a>N~to ~X<b>N…MOVE(?: of| by)? X<d>N`), changeSaid},
	{form(`X<b>N…MOVE(?: of| by)? X<d>N~ (?:from|on|over|against|compared with|compared to|than) ~(?:, when ~)?X<a>N`), changeSaid},
	{form(`X<b>N…X<d>N (?:(?P<up>more|higher)|(?P<down>fewer|less|lower)) than ~\(?X<a>N`), changeSaid},
	{form(`MOVE~ from ~X<a>N~ to ~X<b>N`), directionSaid},
	{form(`\b(?P<more>more than |over )?(?P<times>doubled|tripled|trebled|quadrupled|halved)\b~ from ~N<a>N~ to ~N<b>N`), timesSaid},
	// lists
	{form(`N<n>N ~(?:: |, (?:namely|that is|i\.e\.),? )(?P<list>[^#%^:;()]+?)\.?$`), namesSaid},
}

// said is what a phrase found in a sentence: numbers and words by name.
type said struct {
	*claim.Sentence
	words map[string]string
}

// number is the number of a name, or nil.
func (w said) number(name string) *claim.Mention {
	i, err := strconv.Atoi(w.words[name])
	if err != nil {
		return nil
	}
	return &w.Mentions[i]
}

// sound reports whether all numbers of a phrase are known.
func (w said) sound() bool {
	for name := range w.words {
		if m := w.number(name); m != nil && !m.OK() {
			return false
		}
	}
	return true
}

// maxSaid is how often a phrase is looked for in a sentence.
const maxSaid = 4

// english holds the numbers of an English sentence against each other.
func english(s *claim.Sentence) (all []tie) {
	for _, p := range phrases {
		names := p.form.SubexpNames()
		for _, m := range p.form.FindAllStringSubmatch(s.Form, maxSaid) {
			w := said{s, map[string]string{}}
			for i, word := range m {
				if word != "" && names[i] != "" {
					w.words[names[i]] = word
				}
			}
			if w.sound() {
				all = append(all, p.tie(w)...)
			}
		}
	}
	return slices.Concat(all, englishParts(s), englishJoint(s))
}

// wholeSaid is a whole and the word that opens its parts, which follow.
var wholeSaid = []*regexp.Regexp{
	form(`N<w>N~(?:(?P<closed>,? ?\(?(?:comprising|consisting of|made up of|composed of|divided into|split into|broken down into|they comprise|they consist of)\b)|,? ?(?:including|(?:of|among) THEM|they include|these include)\b|:)`),
	form(`\b(?:of|among) DETN<w>N~,`),
}

// englishParts holds the parts that a sentence names against their whole.
func englishParts(s *claim.Sentence) (all []tie) {
	for _, open := range wholeSaid {
		for _, at := range open.FindAllStringSubmatchIndex(s.Form, maxSaid) {
			i, _ := strconv.Atoi(s.Form[at[2]:at[3]])
			closed := len(at) > 4 && at[4] >= 0
			if whole := &s.Mentions[i]; whole.OK() && !whole.Rate() && !whole.Change {
				all = append(all, partsSaid(s, whole, partsBehind(s, whole, at[1]), closed)...)
			}
		}
	}
	return all
}

var (
	count    = form(`N<n>N`)
	nextPart = regexp.MustCompile(`^[^:;.]{0,60}?(?:,|\band\b|\bwhile\b|\()[^:;.]{0,20}$`)
)

// partsBehind are the numbers of a list that begins at a place of the form.
func partsBehind(s *claim.Sentence, whole *claim.Mention, from int) (parts []*claim.Mention) {
	rest, _, _ := strings.Cut(s.Form[from:], ";")
	end := 0
	for _, at := range count.FindAllStringIndex(rest, -1) {
		i, _ := strconv.Atoi(rest[at[0]+1 : at[1]])
		p, between := &s.Mentions[i], rest[end:at[0]]
		if k := strings.LastIndexAny(between, "%^"); k >= 0 { // the share of the part before
			between = between[k+len("%00"):]
		}
		first := end == 0 && len(strings.Fields(between)) <= 3
		if !p.OK() || !alike(p, whole) || p.Change || !first && (end == 0 || !nextPart.MatchString(between)) {
			break
		}
		parts, end = append(parts, p), at[1]
	}
	return parts
}

// partsSaid holds parts against their whole: each can only be as many, and together
// they are as many where they are all.
func partsSaid(s *claim.Sentence, whole *claim.Mention, parts []*claim.Mention, closed bool) []tie {
	if len(parts) == 0 {
		return nil
	}
	if p := parts[0]; p.Low > whole.High {
		if of := wholeOf(s, whole, p); of != nil && p.Low > of.High {
			return []tie{broken("parts-exceed-whole", facts(p, of), "%s %s is more than %s, of which it is a part", p.Measure.Name, p.Text, of.Text)}
		}
	}
	if len(parts) < 2 || slices.ContainsFunc(parts, func(p *claim.Mention) bool { return p.Qualified }) {
		return nil
	}
	var names []string
	for _, p := range parts {
		names = append(names, around(p))
	}
	p, ok := englishPartition(names)
	if !ok && !closed {
		return nil
	}
	p.complete = p.complete || closed
	return p.holds(whole.Fact, sumSaid(whole, parts), name(whole))
}

// wholeOf is the last count up to a number that a part is named as some of, or nil: 46
// majors in 9 faculties, including 50 national majors.
func wholeOf(s *claim.Sentence, upTo, part *claim.Mention) *claim.Mention {
	for _, m := range slices.Backward(countsOf(s)) {
		if m.Start <= upTo.Start && alike(m, part) && ofThem(m, part) {
			return m
		}
	}
	return nil
}

// ofThem reports whether a part is named as some of the whole: by the same noun, or by
// what it does.
func ofThem(whole, part *claim.Mention) bool {
	noun := strings.Fields(claim.MeasureOf(nounOf(whole)).Stem)
	return len(noun) > 0 && claim.Says(part.After, noun[len(noun)-1]) || does.MatchString(part.After)
}

var does = regexp.MustCompile(`^ (?:ha[sd]|have|hold|are|were|is|was|passed|work)\b`)

// alike reports whether two numbers can count the same things: of one dimension, or one
// without the name of what it counts.
func alike(a, b *claim.Mention) bool {
	return a.Unit.Dimension == b.Unit.Dimension || a.Unit.Simple() && b.Unit.Simple() && (a.Unit.Plain() || b.Unit.Plain())
}

// around are the words of the clause that a number is in.
func around(m *claim.Mention) string { return m.Before + " " + m.After }

// nounOf are the few words behind a number that name what it counts.
func nounOf(m *claim.Mention) string {
	words := strings.Fields(m.After)
	return strings.Join(words[:min(len(words), 3)], " ")
}

// inTotal is what the numbers of a list are together.
var inTotal = []*regexp.Regexp{
	form(`, (?:or |and |making |that is )?N<t>N~ (?:in total|in all|altogether|overall)\b`),
	form(`(?:, (?:for |making |giving )?a total of|,? totall?ing|, altogether) N<t>N`),
}

// englishJoint holds the numbers of a list against what they are in total.
func englishJoint(s *claim.Sentence) (all []tie) {
	for _, form := range inTotal {
		m := form.FindStringSubmatchIndex(s.Form)
		if m == nil || openList.MatchString(s.Form[:m[0]]) || strings.ContainsAny(s.Form[:m[0]], ";:") {
			continue
		}
		i, _ := strconv.Atoi(s.Form[m[2]:m[3]])
		total, counts := &s.Mentions[i], countsOf(s)
		parts := counts[:max(0, slices.Index(counts, total))]
		if len(parts) < 2 || total.Qualified || slices.ContainsFunc(parts, func(p *claim.Mention) bool { return p.Qualified || p.Bracket || !p.Comparable(total.Number) }) {
			continue
		}
		all = append(all, jointTie(total, parts))
	}
	return all
}

// englishPairs part a whole in two.
var englishPairs = [][2]string{
	{"man men male males boys sons", "woman women female females girls daughters"}, {"full-time", "part-time"},
	{"domestic home local resident national", "foreign international overseas abroad non-resident"}, {"urban", "rural"}, {"online virtual", "offline in-person on-site"},
	{"public", "private"}, {"indoor", "outdoor"}, {"new first-time", "returning existing"}, {"permanent", "temporary"}, {"internal", "external"},
}

var prize = regexp.MustCompile(`\b(?:first|second|third|special|grand|gold|silver|bronze)\b.*\b(?:prizes?|medals?|awards?)\b`)

var (
	within  = regexp.MustCompile(`\b(?:in|inside|within)\b`)
	outside = regexp.MustCompile(`\boutside\b`)
)

var otherParts = regexp.MustCompile(`\b(?:other|others|rest|remaining|remainder)\b`)

// englishPartition finds the partition that the clauses around numbers make.
func englishPartition(names []string) (p partition, ok bool) {
	if otherParts.MatchString(names[len(names)-1]) {
		return partition{complete: true}, true
	}
	if !slices.ContainsFunc(names, func(n string) bool { return !prize.MatchString(n) }) || len(names) == 2 && outside.MatchString(names[1]) && within.MatchString(names[0]) {
		return partition{}, true // there can be others
	}
	has := func(name, words string) bool {
		return slices.ContainsFunc(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,.()", r) }), func(w string) bool {
			return slices.Contains(strings.Fields(words), w)
		})
	}
	for _, pair := range englishPairs {
		if a, b := names[0], names[1]; len(names) == 2 && (has(a, pair[0]) && has(b, pair[1]) || has(a, pair[1]) && has(b, pair[0])) {
			return partition{complete: true}, true
		}
	}
	return p, false
}

// isShareOf says that shares are of one whole, not rates of each.
var isShareOf = regexp.MustCompile(`\b(?:made up|make up|account(?:s|ed|ing) for|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|of (?:the|all|its|our)|share)\b`)

// ofEach says that two shares are of a whole each: 36% of cases in women and 24% in men.
var ofEach = regexp.MustCompile(`\b(?:in|among|amongst|for|within) (?:the )?[a-z]`)

// weighted says that a ratio is not of plain counts.
var weighted = regexp.MustCompile(`\b(?:weighted|converted|equivalent|ftes?|adjusted|prescribed)\b`)

// countOf is the one count of a sentence that counts a thing, but for a number.
func countOf(s *claim.Sentence, thing string, but ...*claim.Mention) *claim.Mention {
	stem := claim.MeasureOf(thing).Stem
	return onlyCount(s, func(m *claim.Mention) bool {
		return stem != "" && !slices.Contains(but, m) && !m.Qualified && !m.Is(quantity.Ratio) && claim.Says(nounOf(m), stem)
	})
}
