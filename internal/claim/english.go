package claim

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// IsEnglish reports whether a text has letters and no Chinese character.
func IsEnglish(text string) bool {
	latin := false
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			return false
		}
		latin = latin || 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return latin
}

// called is a name folded; the words of an English one stay apart.
func called(name string) string {
	if IsEnglish(name) {
		return strings.Join(strings.Fields(name), " ")
	}
	return notation.Fold(name)
}

// Says reports whether a clause has the stem of a name in it: of an English one all
// words, in any order.
func Says(clause, stem string) bool {
	if !IsEnglish(stem) {
		return strings.Contains(clause, stem)
	}
	said := contentWords(clause)
	return !slices.ContainsFunc(strings.Fields(stem), func(w string) bool { return !slices.Contains(said, w) })
}

// Elements are what the name of a measure is made of: English words, Chinese
// characters.
func Elements(name string) []string {
	if IsEnglish(name) {
		return contentWords(name)
	}
	return strings.Split(Stem(name), "")
}

// contentWords are the words of an English text that tell one thing from another,
// each without its ending.
func contentWords(text string) (all []string) {
	text = englishTime.ReplaceAllString(strings.ToLower(lettered(text)), " ")
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' && r != '_' }) {
		w = strings.Trim(w, "-'’")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if len(w) > 1 && !noContent[w] {
			all = append(all, wordStem(w))
		}
	}
	return all
}

// lettered marks the capital letter that names one of several: Team A.
func lettered(text string) string { return nameLetter.ReplaceAllString(text, "${1}_") }

var nameLetter = regexp.MustCompile(`([a-z] [A-Z])\b`)

// wordStem is an English word without what its number or tense adds.
func wordStem(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	for _, ending := range []string{"ies", "ied", "sses", "ing", "ed", "es", "s"} {
		rest, ok := strings.CutSuffix(w, ending)
		switch {
		case !ok || len(rest) < 3 || ending == "s" && strings.ContainsAny(rest[len(rest)-1:], "su"):
			continue
		case ending == "ies" || ending == "ied":
			return rest + "y"
		case ending == "sses":
			return rest + "ss"
		}
		if n := len(rest); n > 3 && rest[n-1] == rest[n-2] && !strings.ContainsAny(rest[n-1:], "sz") { // enrolled
			rest = rest[:n-1]
		}
		return strings.TrimSuffix(rest, "e")
	}
	return strings.TrimSuffix(w, "e")
}

// set are the words of a list.
func set(list string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(list) {
		s[w] = true
	}
	return s
}

var (
	irregular = map[string]string{"men": "man", "women": "woman", "children": "child", "people": "person", "held": "hold", "staff": "staff", "taught": "teach", "bought": "buy", "sold": "sell"}
	// noContent are words that only join, and those that say no more than that
	// there is something.
	noContent = set(`a an the of in on at by for from to with as is are was were be been being has have had having and or but while than per that this these those its it
		our we they their there which who whom whose all total totals number numbers amount figure overall some about roughly around approximately nearly almost over under more less
		fewer least most up down only just also now then still currently altogether together respectively both each every any other others another such into within
		employ employs employed employing hold holds held holding run runs ran running operate operates operated own owns owned maintain maintains maintained cover covers covered
		include includes included including comprise comprises number numbers numbered reach reaches reached totalled totaled totalling stood stand stands came come comes
		amounted record records recorded report reported counted relied relies rely welcome welcomed welcomes offer offers offered provide provided provides host hosts hosted
		stage staged organised organized gave give gives saw see sees year years did does do will would can could may might must
		rose rise rises risen rising grew grow grows grown growing increased increase increases increasing fell fall falls fallen falling dropped drop drops declined decline
		declines decreased decrease decreases jumped climbed slipped surged shrank end began beginning ended said one branch campus department faculty`)
	// englishTime are the times in a clause, which are facets of their own.
	englishTime = regexp.MustCompile(`\b(?:(?:at|by|in|of|on|during|over|from|since|for|throughout|between|to|and|until|than|as|back at|compared (?:with|to)) )*(?:the )?(?:(?:start|beginning|end|course) of )?(?:the )?` +
		`(?:(?:academic|school|calendar|fiscal|financial) year )?(?:\d{1,2} )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:\d{1,2},? )?` + notation.YearDigits + `(?:[/–-](?:20)?\d\d)?(?: (?:academic|school|calendar) year)?\b` +
		`|\b(?:during|over|in|than|from|compared (?:with|to)|against) (?:the )?(?:previous|last|preceding|prior|same|past|current) year\b|\bthe year before\b|\ba year earlier\b|\byear[ -]on[ -]year\b`)
)

// What follows the digits of a year, or is before them, in English.
var englishYear = regexp.MustCompile(`(?:(academic|school) year )?(\b(?:fiscal|financial) year |\bfy ?)?((?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2},?)? )?` +
	`(?:\b(from|between|since|over|than|than in|with|to|against|on) )?(?:\b(class) of )?\b(` + notation.YearDigits + `)(?:([/–-](?:20)?\d\d)|( (?:to|and|until) ` + notation.YearDigits + `))?\b(?:,? (academic|school) year)?`)

// englishYears finds the periods that a text in small letters names.
func englishYears(text string) (all []yearAt) {
	for _, m := range englishYear.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		y := yearAt{Period: Period{part(6), "年"}, at: m[12]}
		switch {
		case part(8) != "":
			y.Period = Period{part(6) + part(8), "span"}
		case part(1)+part(9) != "" || part(7) != "":
			y.Period = Period{part(6) + "-" + part(7)[max(0, len(part(7))-2):], "学年"}
		case part(2) != "":
			y.Period.Of = "fiscal"
		case part(3) != "":
			y.Period = Period{part(6) + " " + part(3), "日"}
		case part(5) != "":
			y.Period.Of = "届"
		}
		y.referred = part(4) != "" && part(8) == ""
		all = append(all, y)
	}
	return all
}

var (
	englishAim  = regexp.MustCompile(`\b(?:aims?|aimed|plan(?:s|ned)?|targets?|targeted|intends?|expect(?:s|ed)|forecasts?|projected|goals?|budgeted|will|should|by 20[2-9]\d)\b`)
	englishSpan = regexp.MustCompile(`\b(?:(?:over|in|during|for) the (?:past|last) [a-z]+ (?:years|decades|months)|over the past decade|in the past decade|since|cumulative(?:ly)?|so far|to date|per year|a year|annually|each year|every year|on average|an average|first half|second half|` +
		`(?:first|second|third|fourth) quarter|spring|summer|autumn|winter|monthly|weekly|daily|a month|a week|a day)\b`)
	// englishPart is a part of the institution with its name, and englishWider what
	// is more than the institution.
	englishPart = regexp.MustCompile(`(?:[A-Z][a-z]+ )+(?:Campus|Branch|Faculty|School|College|Department|Institute|Centre|Center|Office|Station|District|County|Province|Group|Company|Hospital|Library)\b` +
		`|\b(?:Faculty|School|College|Department|Institute|Division|University|Centre|Center) of (?:[A-Z][a-z]+(?: and | )?)+|\b(?:[A-Za-z]+ )?(?:campus|branch|faculty|department)\b`)
	englishWider = regexp.MustCompile(`\b(?:nationwide|nationally|worldwide|globally|countrywide|across the (?:country|province|city|region|sector)|(?:the|our) (?:province|city|country|region|sector) as a whole)\b`)
	// englishGroup begins a clause with whom it speaks of: the gallery held.
	englishGroup = regexp.MustCompile(`^(?:the|our|this|its) ([a-z]+) (?:[a-z]+(?:ed|s)|ha[ds]|have|held|ran|saw|gave|took|made|sold|bought|won|sent|built|spent|lost|kept|lent)\b`)
	// englishHead begins what counts in other units: on what basis.
	englishBasis = regexp.MustCompile(`\b(?:headcount|full-time equivalents?|ftes?|excluding|including|weighted|converted|provisional|preliminary|gross|net)\b`)
	// partsWord begins the parts of a whole.
	englishParts = regexp.MustCompile(`\b(?:of whom|of which|including|comprising|consisting of|made up of|among them|of these|of them|of the #\d+)\b`)
)

// readEnglish reads the numbers of an English sentence. Form is the sentence in small
// letters with #01 for its second number, %01 for a percentage, ^01 for points.
func (r *Reading) readEnglish(s *Sentence, offset int, year string, own []string) string {
	values := quantity.Values(s.Text)
	values = values[:min(len(values), maxMasked)]
	var form strings.Builder
	end := 0
	starts := make([]int, len(values))
	for i, v := range values {
		form.WriteString(plainWords(s.Text[end:v.Start]))
		starts[i] = form.Len()
		end = v.End
		if v.Unit.Noun() { // the unit is the noun
			end = v.Start + strings.LastIndex(strings.ToLower(s.Text[v.Start:v.End]), strings.ToLower(v.Unit.Name))
		}
		fmt.Fprintf(&form, "%s%02d", mask(v.Unit.Dimension), i)
		if end < v.End {
			form.WriteByte(' ')
		}
	}
	form.WriteString(plainWords(s.Text[end:]))
	s.Form = form.String()
	years := englishYears(s.Form)
	for i, v := range values {
		m := Mention{Start: v.Start, End: v.End}
		m.Number, m.Place, m.School, m.said, m.nth = Of(v.Quantity), s.Place, r.School, s, i
		m.Ref = Ref{r.Index, s.Place.Line, cellsEnd + offset + v.Start}
		from := 0
		if i > 0 {
			from = starts[i-1] + maskLen
		}
		to := len(s.Form)
		if i+1 < len(values) {
			to = starts[i+1]
		}
		m.Between, m.Before = s.Form[from:starts[i]], lastEnglish(s.Form[from:starts[i]])
		m.After = s.Form[starts[i]+maskLen : to]
		if i := strings.IndexAny(m.After, ",;:()"); i >= 0 {
			m.After = m.After[:i]
		}
		m.Bracket = strings.LastIndexByte(s.Form[:starts[i]], '(') > strings.LastIndexByte(s.Form[:starts[i]], ')')
		m.Change = englishChange.MatchString(madeUp.ReplaceAllString(m.Before, ""))
		m.Falls = m.Change && englishFall.MatchString(m.Before)
		m.nameEnglish()
		r.englishFacets(s, &m, starts[i], year, years, own)
		s.Mentions = append(s.Mentions, m)
	}
	if p := only(years); p.Of == "年" {
		return p.Year
	}
	return ""
}

const (
	maskLen   = len("#00") // of what stands for a number in the form of a sentence
	maxMasked = 100        // numbers of a sentence
)

func mask(d quantity.Dimension) string {
	switch d {
	case quantity.Percent:
		return "%"
	case quantity.Points:
		return "^"
	}
	return "#"
}

// plainWords are a text in small letters with single blanks; its ends keep theirs.
func plainWords(text string) string {
	folded := strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘':
			return '\''
		case '#', '%', '^':
			return ' '
		case '—', '–':
			return '-'
		}
		return unicode.ToLower(r)
	}, lettered(text))
	return blankRuns.ReplaceAllString(folded, " ")
}

var (
	blankRuns = regexp.MustCompile(`\s+`)
	// englishChange ends what is before a change.
	englishChange = regexp.MustCompile(`\b(?:rose|grew|increased|climbed|jumped|surged|fell|dropped|declined|decreased|shrank|slipped|up|down|rise|growth|increase|gain|fall|drop|decline|decrease|reduction)(?: of| by)? $`)
	englishFall   = regexp.MustCompile(`\b(?:fell|dropped|declined|decreased|shrank|slipped|down|fall|drop|decline|decrease|reduction)(?: of| by)? $`)
	madeUp        = regexp.MustCompile(`\b(?:made|makes?|making) up (?:of )?$`)
	// englishEnds part the clauses.
	englishEnds = regexp.MustCompile(`[,;:()]|\b(?:and|but|while|whereas|or) `)
	// tailEnds ends what belongs to a noun behind a number.
	tailEnds = regexp.MustCompile(`[,;:().!?]|\b(?:and|or|but|while|which|who|whom|compared|than|up|down)\b|$`)
)

func lastEnglish(between string) string {
	if all := englishEnds.FindAllStringIndex(strings.TrimRight(between, " :"), -1); len(all) > 0 {
		return strings.TrimLeft(between[all[len(all)-1][1]:], " ")
	}
	return strings.TrimLeft(between, " ")
}

// nameEnglish gives a mention of an English sentence its measure: the noun behind it
// with what that does, else the subject of its clause.
func (m *Mention) nameEnglish() {
	tail := m.After[:tailEnds.FindStringIndex(m.After)[0]]
	noun := strings.HasPrefix(tail, " ") && len(tail) > 1 && !noContent[strings.Fields(tail + " a")[0]]
	lead := strings.TrimLeft(englishTime.ReplaceAllString(m.Before, " "), " ")
	if noun {
		if g := englishGroup.FindStringSubmatch(lead); g != nil && !strings.Contains(lead, " of ") {
			m.Group = g[1]
			lead = strings.TrimPrefix(lead[strings.IndexByte(lead, ' ')+1:], g[1])
		}
	}
	if !noun && strings.HasSuffix(strings.TrimRight(lead, " "), " of") { // a rate of 92 %
		tail = ""
	}
	m.Measure = englishMeasure(strings.TrimSpace(lead + " " + tail))
}

// englishMeasure is the measure of an English name.
func englishMeasure(name string) Measure {
	words := contentWords(name)
	stem := strings.Join(words, " ")
	slices.Sort(words)
	return Measure{strings.TrimSpace(name), stem, strings.Join(slices.Compact(words), " ")}
}

// englishFacets gives a mention its period, kind and scope.
func (r *Reading) englishFacets(s *Sentence, m *Mention, at int, year string, years []yearAt, own []string) {
	lead := s.Form[:at]
	m.Period = Period{Year: r.Year}
	if year != "" && year != r.Year {
		m.Period = Period{}
	}
	for _, y := range years { // the last before the number, else the first behind it
		if y.at < at || y.at >= at && (m.Period.Of == "" || m.Period.Of == "上年") {
			if !y.referred {
				m.Period = y.Period
			}
		}
	}
	if englishLast.MatchString(m.Before + " " + m.After) {
		m.Period = Period{Year: "上年", Of: "上年"}
	}
	switch {
	case englishAim.MatchString(s.Form):
		m.Kind = "aim"
	default:
		m.Kind = englishSpan.FindString(s.Form)
	}
	if b := englishBasis.FindString(s.Form); b != "" {
		m.Kind += b
	}
	if englishParts.MatchString(lead) {
		m.Part, m.Kind = true, m.Kind+"of some"
	}
	m.Scope = s.Scope
	if of := englishWider.FindString(s.Form); of != "" {
		m.Scope = of
	} else if of := englishPart.FindString(s.Text); of != "" && !slices.ContainsFunc(own, func(o string) bool { return strings.Contains(o, of) }) {
		m.Scope = strings.ToLower(strings.TrimSpace(of))
	}
}

var englishLast = regexp.MustCompile(`\b(?:(?:previous|last|preceding|prior) year|year (?:before|earlier))`)
