// Package pattern reads the names of files as what they are reports of.
package pattern

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// A Pattern is the form of the names of reports, such as reports/{院校}-{年}.docx.
type Pattern struct {
	form   *regexp.Regexp
	prefix string
}

// holes are the names of the parts, each in two languages, and what they match.
var holes = map[string]string{
	"院校": `(?P<institution>[^/]+)`, "institution": `(?P<institution>[^/]+)`,
	"年": `(?P<year>(?:19|20)\d\d)`, "year": `(?P<year>(?:19|20)\d\d)`,
}

var hole = regexp.MustCompile(`\{[^{}]*\}|\*`)

// Parse reads a pattern. A star stands for any letters but slashes.
func Parse(s string) (Pattern, error) {
	var form strings.Builder
	at, seen := 0, map[string]bool{}
	for _, m := range hole.FindAllStringIndex(s, -1) {
		form.WriteString(regexp.QuoteMeta(s[at:m[0]]))
		switch name := strings.Trim(s[m[0]:m[1]], "{}"); {
		case name == "*":
			form.WriteString(`[^/]*`)
		case holes[name] == "":
			return Pattern{}, fmt.Errorf("pattern %q: no part is called {%s}; there are {institution} and {year}", s, name)
		case seen[holes[name]]:
			return Pattern{}, fmt.Errorf("pattern %q: {%s} stands there twice", s, name)
		default:
			form.WriteString(holes[name])
			seen[holes[name]] = true
		}
		at = m[1]
	}
	if !seen[holes["institution"]] {
		return Pattern{}, fmt.Errorf("pattern %q: it has no {institution}", s)
	}
	form.WriteString(regexp.QuoteMeta(s[at:]))
	prefix, _, _ := strings.Cut(strings.ReplaceAll(s, "*", "{"), "{")
	return Pattern{regexp.MustCompile("^" + form.String() + "$"), prefix[:strings.LastIndexByte(prefix, '/')+1]}, nil
}

// Prefix is the folder that the reports lie in.
func (p Pattern) Prefix() string { return p.prefix }

// Match says whose report a file is, and of which year, or "" where the pattern has
// none.
func (p Pattern) Match(name string) (institution, year string, ok bool) {
	m := p.form.FindStringSubmatch(name)
	if m == nil {
		return "", "", false
	}
	if i := p.form.SubexpIndex("year"); i > 0 {
		year = m[i]
	}
	return m[p.form.SubexpIndex("institution")], year, true
}

// Folder reports whether a name can be that of a folder on every system: what is read
// from the name of a file never leads elsewhere.
func Folder(name string) bool {
	return len(name) <= 200 && name == strings.TrimSpace(name) && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, ".") &&
		!strings.ContainsAny(name, `/\:*?"<>|`) && !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar })
}
