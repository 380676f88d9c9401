// Package regexp is that of the standard library for the patterns of the program
// itself: each is compiled when it is first used. Most runs use few of them, and to
// compile all took a third of the time in which a small figure is drawn.
package regexp

import (
	"regexp"
	"sync"
)

// A Regexp is a pattern that is compiled when it is first used.
type Regexp struct {
	pattern string
	once    sync.Once
	re      *regexp.Regexp
}

// MustCompile takes a pattern. That it is one, a test finds out.
func MustCompile(pattern string) *Regexp { return &Regexp{pattern: pattern} }

func (re *Regexp) compiled() *regexp.Regexp {
	re.once.Do(func() { re.re = regexp.MustCompile(re.pattern) })
	return re.re
}

// MatchString is that of the standard library.
func (re *Regexp) MatchString(s string) bool { return re.compiled().MatchString(s) }

// FindString is that of the standard library.
func (re *Regexp) FindString(s string) string { return re.compiled().FindString(s) }

// FindStringIndex is that of the standard library.
func (re *Regexp) FindStringIndex(s string) []int { return re.compiled().FindStringIndex(s) }

// FindStringSubmatch is that of the standard library.
func (re *Regexp) FindStringSubmatch(s string) []string { return re.compiled().FindStringSubmatch(s) }

// FindStringSubmatchIndex is that of the standard library.
func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	return re.compiled().FindStringSubmatchIndex(s)
}

// FindAllString is that of the standard library.
func (re *Regexp) FindAllString(s string, n int) []string { return re.compiled().FindAllString(s, n) }

// FindAllStringIndex is that of the standard library.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	return re.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch is that of the standard library.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	return re.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is that of the standard library.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return re.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString is that of the standard library.
func (re *Regexp) ReplaceAllString(s, with string) string {
	return re.compiled().ReplaceAllString(s, with)
}

// ReplaceAllStringFunc is that of the standard library.
func (re *Regexp) ReplaceAllStringFunc(s string, with func(string) string) string {
	return re.compiled().ReplaceAllStringFunc(s, with)
}

// ReplaceAllFunc is that of the standard library.
func (re *Regexp) ReplaceAllFunc(b []byte, with func([]byte) []byte) []byte {
	return re.compiled().ReplaceAllFunc(b, with)
}

// Split is that of the standard library.
func (re *Regexp) Split(s string, n int) []string { return re.compiled().Split(s, n) }

// String is the pattern.
func (re *Regexp) String() string { return re.pattern }

// FindSubmatch is that of the standard library.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return re.compiled().FindSubmatch(b) }

// Match is that of the standard library.
func (re *Regexp) Match(b []byte) bool { return re.compiled().Match(b) }

// SubexpNames is that of the standard library.
func (re *Regexp) SubexpIndex(name string) int { return re.compiled().SubexpIndex(name) }

func (re *Regexp) SubexpNames() []string { return re.compiled().SubexpNames() }
