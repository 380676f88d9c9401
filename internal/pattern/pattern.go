// Package pattern reads the names of files as what they are reports of.
package pattern

import (
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"unicode"

	"charts/internal/message"
)

// A Pattern is the form of the names of reports, such as reports/{院校}-{年}.docx.
type Pattern struct {
	form   *regexp.Regexp
	prefix string
}

// The parts that a pattern can have.
const (
	institution = "institution"
	year        = "year"
)

// holes are the names of the parts, each in two languages.
var holes = map[string]string{"院校": institution, institution: institution, "年": year, year: year}

// forms are what the parts match.
var forms = map[string]string{institution: `(?P<institution>[^/]+)`, year: `(?P<year>(?:19|20)\d\d)`}

var hole = regexp.MustCompile(`\{[^{}]*\}|\*`)

// Is reports whether a path is a pattern and no name of a file.
func Is(path string) bool { return hole.MatchString(path) }

// Parse reads a pattern. A star stands for any letters but slashes.
func Parse(s string) (Pattern, error) {
	var form strings.Builder
	at, seen := 0, map[string]bool{}
	for _, m := range hole.FindAllStringIndex(s, -1) {
		form.WriteString(regexp.QuoteMeta(s[at:m[0]]))
		name := strings.Trim(s[m[0]:m[1]], "{}")
		part := holes[name]
		switch {
		case name == "*":
			form.WriteString(`[^/]*`)
		case part == "":
			return Pattern{}, message.Errorf("no part of a name is called {%s}; there are {institution} and {year}", name)
		case seen[part]:
			return Pattern{}, message.Errorf("{%s} stands there twice", name)
		default:
			form.WriteString(forms[part])
			seen[part] = true
		}
		at = m[1]
	}
	form.WriteString(regexp.QuoteMeta(s[at:]))
	prefix, _, _ := strings.Cut(strings.ReplaceAll(s, "*", "{"), "{")
	return Pattern{regexp.MustCompile("^" + form.String() + "$"), prefix[:strings.LastIndexByte(prefix, '/')+1]}, nil
}

// Institutions reports whether the names say whose the reports are.
func (p Pattern) Institutions() bool { return p.form.SubexpIndex(institution) > 0 }

// Prefix is the folder that the reports lie in.
func (p Pattern) Prefix() string { return p.prefix }

// Match says whose report a file is, and of which year; "" where the pattern has no
// such part.
func (p Pattern) Match(name string) (institution, year string, ok bool) {
	m := p.form.FindStringSubmatch(name)
	if m == nil {
		return "", "", false
	}
	return p.part(m, "institution"), p.part(m, "year"), true
}

func (p Pattern) part(m []string, name string) string {
	if i := p.form.SubexpIndex(name); i > 0 {
		return m[i]
	}
	return ""
}

// A File is a report by the name of its file.
type File struct{ Path, Institution, Year string }

// Files are those of a folder that fit, by their names.
func (p Pattern) Files(root fs.FS) (all []File, err error) {
	dir := strings.TrimSuffix(p.prefix, "/")
	if dir == "" {
		dir = "."
	}
	err = fs.WalkDir(root, dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case d.IsDir() && path != dir && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		if institution, year, ok := p.Match(path); ok {
			all = append(all, File{path, institution, year})
		}
		return nil
	})
	return all, err
}

// Folder reports whether a name can be that of a folder on every system: what is read
// from the name of a file never leads elsewhere.
func Folder(name string) bool {
	return len(name) <= 200 && name == strings.TrimSpace(name) && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, ".") &&
		!strings.ContainsAny(name, `/\:*?"<>|`) && !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar })
}
