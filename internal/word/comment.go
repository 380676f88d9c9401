package word

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/regexp"
)

// A Note is a comment for the margin.
type Note struct {
	Text  string // lines become paragraphs
	Quote string // the words that it is about: those of a paragraph, or the cells of a row parted by tabs; "" is the document
	Cell  string // of a row the cell that it is about, or ""
}

const (
	commentsPart = "word/comments.xml"
	commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
	commentsRel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	wordSpace    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
)

// Comment adds notes to the margin, each where its words stand. It returns those whose
// words it did not find.
func (d *Document) Comment(author string, notes []Note) (lost []Note, err error) {
	s, err := d.scanned()
	if err != nil {
		return nil, err
	}
	list, id, err := d.comments()
	if err != nil {
		return nil, err
	}
	var patches []patch
	var added strings.Builder
	for _, n := range notes {
		p := s.find(n)
		if p == nil {
			lost = append(lost, n)
			continue
		}
		patches = append(patches,
			patch{span{p.inner.start, p.inner.start}, fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>`, id)},
			patch{span{p.inner.end, p.inner.end}, fmt.Sprintf(`<w:commentRangeEnd w:id="%[1]d"/><w:r><w:commentReference w:id="%[1]d"/></w:r>`, id)})
		added.WriteString(comment(id, author, n.Text))
		id++
	}
	if len(patches) == 0 {
		return lost, nil
	}
	end := strings.LastIndex(list, "</w:comments>")
	if end < 0 {
		return nil, message.Errorf("its part %s is damaged", commentsPart)
	}
	if err := d.refer("charts-comments", commentsRel, "comments.xml", `PartName="/`+commentsPart+`"`, `<Override PartName="/`+commentsPart+`" ContentType="`+commentsType+`"/>`); err != nil {
		return nil, err
	}
	d.set(commentsPart, []byte(list[:end]+added.String()+list[end:]))
	d.set(bodyPart, apply(s.src, patches))
	return lost, nil
}

var commentID = regexp.MustCompile(`<w:comment\s[^>]*w:id="(\d+)"`)

// comments is the list of comments, a new one if there is none, and the first number
// that is free.
func (d *Document) comments() (list string, id int, err error) {
	if !d.has(commentsPart) {
		return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:comments xmlns:w="` + wordSpace + `"></w:comments>`, 0, nil
	}
	content, err := d.part(commentsPart)
	if err != nil {
		return "", 0, err
	}
	list = emptyComments.ReplaceAllString(string(content), "$1></w:comments>")
	for _, m := range commentID.FindAllStringSubmatch(list, -1) {
		n, _ := strconv.Atoi(m[1]) // digits
		id = max(id, n+1)
	}
	return list, id, nil
}

var emptyComments = regexp.MustCompile(`(<w:comments(?:\s[^>]*)?)/>`)

// comment is one comment. It declares its namespace, for the list may have another name
// for it.
func comment(id int, author, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:comment xmlns:w="%s" w:id="%d" w:author="%s" w:initials="c">`, wordSpace, id, escape(author))
	for _, line := range strings.Split(text, "\n") {
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + escape(line) + `</w:t></w:r></w:p>`)
	}
	return b.String() + `</w:comment>`
}

// find is the paragraph that a note is about: that of its cell in a row, or one that
// holds its words. A note about no words is about the first paragraph.
func (s *scanner) find(n Note) *paragraph {
	if n.Quote == "" {
		if i := slices.IndexFunc(s.paragraphs, func(p *paragraph) bool { return !p.blank() && !p.fallback }); i >= 0 {
			return s.paragraphs[i]
		}
		return nil
	}
	if strings.Contains(n.Quote, "\t") {
		if p := s.findRow(n); p != nil {
			return p
		}
	}
	want := plain(n.Quote)
	for _, p := range s.paragraphs {
		if want != "" && !p.fallback && p.inner.end > p.inner.start && strings.Contains(plain(p.text), want) {
			return p
		}
	}
	return nil
}

// findRow is the cell of a note in the first row that has all of its words.
func (s *scanner) findRow(n Note) *paragraph {
	type line struct {
		table *table
		row   int
	}
	rows := map[line][]*paragraph{}
	var order []line
	for _, p := range s.paragraphs {
		if p.cell == nil || p.fallback {
			continue
		}
		at := line{p.cell.table, p.cell.row}
		if rows[at] == nil {
			order = append(order, at)
		}
		rows[at] = append(rows[at], p)
	}
	for _, at := range order {
		if holds(rows[at], strings.Split(n.Quote, "\t")) {
			return cellOf(rows[at], n.Cell)
		}
	}
	return nil
}

// holds reports whether the cells of a row have all of some words.
func holds(row []*paragraph, words []string) bool {
	cells := map[string]bool{"": true}
	for _, p := range row {
		cells[plain(p.text)] = true
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !cells[plain(w)] })
}

// cellOf is the cell of a row with these words, else its first with any.
func cellOf(row []*paragraph, words string) (first *paragraph) {
	for _, p := range row {
		if p.inner.end <= p.inner.start {
			continue
		}
		if words != "" && plain(p.text) == plain(words) {
			return p
		}
		if first == nil && !p.blank() {
			first = p
		}
	}
	return first
}
