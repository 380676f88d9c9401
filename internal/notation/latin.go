package notation

import (
	"strings"

	"charts/internal/regexp"
)

// The units of English headers, without blanks: a sign or code of money with its
// scale, and what is counted.
var (
	money = regexp.MustCompile(`^` + moneySign + `?(?:in)?` + moneyScale + `?$`)
	after = regexp.MustCompile(`^` + moneyScale + `(?:of)?` + moneySign + `$`) // million $
	latin = regexp.MustCompile(`^(?i:FTEs?|persons|people|students|graduates|pupils|employees|hours|days|weeks|months|years|credits|tonnes|acres|hectares|miles|sq\.?(?:m|ft|km|miles)|percent)$|^(?:number|cases|items|units|households|patients|visits|beds|seats|posts|places|volumes|copies|vehicles|passengers|staff|teachers)$`)
)

const (
	moneySign  = `((?:US|HK|NZ|NT|[ACS])?\$|€|£|USD|EUR|GBP|AUD|CAD|CHF|CNY|RMB)`
	moneyScale = `('?000s?|[Tt]housands?|[Kk]|[Mm]illions?|mn?|M|[Bb]illions?|bn)`
)

// moneyParts are the sign and the scale of a unit of money, either of which may be "".
func moneyParts(s string) (sign, scale string, ok bool) {
	if m := money.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if m := after.FindStringSubmatch(s); m != nil {
		return m[2], m[1], true
	}
	return "", "", false
}

// scaleWords are the scales of money by their first letter.
var scaleWords = map[byte]string{'0': "thousand", '\'': "thousand", 't': "thousand", 'k': "thousand", 'm': "million", 'b': "billion"}

// UnitForm is a unit in the one form of its many: half-width, $ thousand for $000,
// $ thousands and $K.
func UnitForm(s string) string {
	s = Fold(s)
	sign, scale, _ := moneyParts(s)
	switch {
	case s == ":1" || s == "∶1": // as a ratio is written where its unit is shown
		return ":"
	case sign+scale == "":
		return s
	case scale == "":
		return sign
	case sign == "" && len(scale) == 1: // M alone may be anything
		return s
	}
	return strings.TrimSpace(sign + " " + scaleWords[strings.ToLower(scale)[0]])
}

// latinUnit reports whether a text is a unit of an English header.
func latinUnit(s string) bool {
	sign, scale, money := moneyParts(s)
	return s == ":1" || s == "∶1" || latin.MatchString(s) || money && (sign != "" || len(scale) > 2)
}

// MoneySign parts the sign that is before an amount from the rest of its unit:
// $ thousand is written $50 thousand.
func MoneySign(unit string) (sign, rest string, ok bool) {
	if !strings.ContainsAny(unit, "$€£") { // nearly all
		return "", unit, false
	}
	m := money.FindStringSubmatch(Fold(unit))
	if m == nil || !strings.HasSuffix(m[1], "$") && m[1] != "€" && m[1] != "£" {
		return "", unit, false
	}
	return m[1], strings.TrimSpace(strings.TrimPrefix(unit, m[1])), true
}
