// Package prose makes the Chinese of a manual from its English: heading by heading,
// paragraph by paragraph, cell by cell. Examples stand once and are the same in both.
// Only tests, which write the manuals, import it.
package prose

import (
	"regexp"
	"slices"
	"strings"

	"charts/internal/message"
)

// A Translation is a text in Chinese, with what keeps it from being whole.
type Translation struct {
	Text    string
	Missing []string // pieces that have no Chinese
	Unused  []string // entries of the catalogue that no piece needs
}

// Chinese translates a Markdown document by a catalogue of its own, and by that of the
// program for what the program says too.
func Chinese(markdown, po string) Translation {
	t := translator{own: message.Entries(po), used: map[message.Format]bool{}}
	var b strings.Builder
	for _, block := range blocks(markdown) {
		b.WriteString(t.block(block))
	}
	for id := range t.own {
		if !t.used[id] {
			t.unused = append(t.unused, string(id))
		}
	}
	slices.Sort(t.unused)
	return Translation{b.String(), t.missing, t.unused}
}

// blocks parts a document at its blank lines; an example in a fence is one block. The
// blank lines are blocks of their own.
func blocks(markdown string) (list []string) {
	fenced, open := false, false
	for line := range strings.Lines(markdown) {
		fence := strings.HasPrefix(line, "```")
		blank := strings.TrimSpace(line) == "" && !fenced
		if blank || !open || fence && !fenced {
			list = append(list, "")
		}
		list[len(list)-1] += line
		if fence {
			fenced = !fenced
		}
		open = !blank && (fenced || !fence)
	}
	return list
}

type translator struct {
	own             map[message.Format]message.Format
	used            map[message.Format]bool
	missing, unused []string
}

func (t *translator) block(block string) string {
	switch {
	case strings.TrimSpace(block) == "", strings.HasPrefix(block, ">"): // a quotation stands as it is
		return block
	case strings.HasPrefix(block, "```"):
		return t.example(block)
	case strings.HasPrefix(block, "| "):
		return t.lines(block, t.row)
	case strings.HasPrefix(block, "- "):
		return t.items(block)
	}
	return t.piece(strings.ReplaceAll(strings.TrimRight(block, "\n"), "\n", " ")) + "\n"
}

// items translates a list point by point.
func (t *translator) items(block string) string {
	var b strings.Builder
	for i, item := range strings.Split(strings.TrimRight(block, "\n"), "\n- ") {
		item = strings.TrimPrefix(item, "- ")
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("- " + t.piece(strings.ReplaceAll(item, "\n  ", " ")))
	}
	return b.String() + "\n"
}

func (t *translator) lines(block string, line func(string) string) string {
	var b strings.Builder
	for l := range strings.Lines(block) {
		b.WriteString(line(strings.TrimRight(l, "\n")) + "\n")
	}
	return b.String()
}

var edges = regexp.MustCompile(`([^\\])\|`)

// row translates the cells of a line of a table.
func (t *translator) row(line string) string {
	cells := strings.Split(edges.ReplaceAllString(strings.TrimPrefix(line, "|"), "$1\x00"), "\x00")
	for i, cell := range cells {
		if text := strings.TrimSpace(cell); text != "" {
			cells[i] = " " + t.piece(text) + " "
		}
	}
	return "|" + strings.Join(cells, "|")
}

var comment = regexp.MustCompile(`( # |^# )([^/]+)$`)

// example translates an example as a whole, if the catalogue has it, else its comments.
func (t *translator) example(block string) string {
	whole := strings.TrimRight(block, "\n")
	if chinese, ok := t.own[message.Format(whole)]; ok {
		t.used[message.Format(whole)] = true
		return string(chinese) + "\n"
	}
	return t.lines(block, func(line string) string {
		m := comment.FindStringSubmatch(line)
		if m == nil || strings.HasPrefix(m[2], "yaml-language-server") {
			return line
		}
		return strings.TrimSuffix(line, m[2]) + t.piece(m[2])
	})
}

// code is what is the same in every language: code, marks of HTML, places of links.
var (
	code    = regexp.MustCompile("``.+?``|`[^`]*`|<[^>]*>|\\]\\([^)]*\\)")
	english = regexp.MustCompile(`[A-Za-z]*[a-z]{2,}`)
	name    = regexp.MustCompile(`^#+ [a-z-]+$`) // a word or a rule
)

// piece is a text in Chinese; one without English words is that already.
func (t *translator) piece(text string) string {
	id := message.Format(text)
	if chinese, ok := t.own[id]; ok {
		t.used[id] = true
		return string(chinese)
	}
	if chinese, ok := message.Catalogue()[message.Format(strings.ReplaceAll(text, "%", "%%"))]; ok {
		return strings.ReplaceAll(string(chinese), "%%", "%")
	}
	if name.MatchString(text) {
		return text
	}
	if english.MatchString(code.ReplaceAllString(text, "")) && !slices.Contains(t.missing, text) {
		t.missing = append(t.missing, text)
	}
	return text
}
