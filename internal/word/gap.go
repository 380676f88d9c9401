package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/regexp"
)

// A gap is a paragraph that an author left for a picture: （此处插入图）,
// 【插入图 3：毕业去向】, [insert Figure 3 here], {{destinations}}.
type gap struct {
	keys  []string // the numbers that it names, as those of a caption
	title string   // or the title
	id    string   // or the figure itself
}

var (
	bracketed = regexp.MustCompile(`^[（(\[【〔《<「{［]+(.*?)[）)\]】〕》>」}］]+$`)
	asks      = regexp.MustCompile(`(?:插入?|放入?|放置|添加|附上?|贴)(?:一?[张幅个])?(?:配图|插图|图)|图.{0,12}(?:插入|放|置)(?:于|在|到)?此处|` +
		`(?i:insert\b.*\b(?:figure|fig\.?|chart|picture)|(?:figure|fig\.?|chart|picture)\b.*\bhere\b)`)
	inGap   = regexp.MustCompile(`(?:图|Figure|Fig\.?) *([0-9]+(?: *[-.] *[0-9]+)*)(?: *此处| *here)?`)
	named   = regexp.MustCompile(`^[{]{2}([^{}.]+)[}]{2}$`)
	numbers = regexp.MustCompile(`^(?:图|Figure|Fig\.?) *[0-9]+(?: *[-.] *[0-9]+)*`)
)

// gapIn reads a paragraph that asks for a picture and says nothing else.
func gapIn(text string) *gap {
	text = strings.TrimSpace(fold.Replace(text))
	if m := named.FindStringSubmatch(text); m != nil {
		return &gap{id: strings.TrimSpace(m[1])}
	}
	m := bracketed.FindStringSubmatch(text)
	if m == nil || utf8.RuneCountInString(text) > mostCaption || !asks.MatchString(m[1]) {
		return nil
	}
	g := &gap{}
	rest := m[1]
	if at := inGap.FindStringIndex(rest); at != nil {
		g.keys, rest = Keys(rest[at[0]:at[1]]), rest[at[1]:]
		if !asks.MatchString("图" + rest) {
			rest = "：" + rest
		}
	}
	if at := strings.LastIndexAny(rest, ":："); at >= 0 {
		g.title = plain(rest[at:])
	}
	return g
}

// titleOf is what a caption says behind its number, without signs and blanks.
func titleOf(text string) string {
	text = strings.TrimSpace(fold.Replace(text))
	if rest := numbers.ReplaceAllString(text, ""); rest != text {
		return plain(rest)
	}
	return plain(strings.TrimPrefix(strings.TrimPrefix(text, "图:"), "图："))
}

// plain is the letters and digits of a text.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// leastTitle is how many letters a title has that tells a caption.
const leastTitle = 4

// sameTitle reports whether two titles, made plain, are one that says something.
func sameTitle(a, b string) bool { return a == b && utf8.RuneCountInString(a) >= leastTitle }
