package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// What stands over the rest of a table on a new page: 续表, 续表 6 校友会,
// （续）, （续）表 6, Table 5 continued, or a caption that says so: 表 3 校友会（续）, 表 3 续.
var (
	restForm    = regexp.MustCompile(`^[（(]?\s*(?:[续接]\s*(?:上\s*)?附?表|续)\s*[）)]?\s*(?:附?表\s*)?(?:(\d{1,3}(?:[-－–.]\d{1,2})*|[一二三四五六七八九十]{1,3})(?:\D.*)?|[\s:：].*)?[）)]?[:：]?$`)
	restWord    = regexp.MustCompile(`(?i)^续[表完]?$|[（(]\s*(?:[续接]\s*[表上完]{0,2}|continued|cont\s*[.'’]?\s*d?\.?)\s*\d?\s*[）)]`)
	restEnglish = regexp.MustCompile(`(?i)^[(]?\s*(?:continued(?: from (?:the )?(?:previous|last) page)?|table\s*(\d{1,3}(?:[-–.]\d{1,2})*)[\s,:.–—-]*[(]?\s*(?:continued|cont\s*[.'’]?\s*d?\.?)|continued\s+table\s*(\d{1,3}(?:[-–.]\d{1,2})*))\s*[)]?[.:]?$`)
)

// maxRest is the length of such a line in characters.
const maxRest = 60

// continuation reports whether s says that a table goes on, and gives the number
// of the table if it does.
func continuation(s string) (number string, ok bool) {
	if len(s) > maxRest*utf8.UTFMax || utf8.RuneCountInString(s) > maxRest || strings.ContainsAny(s, "\t。；") {
		return "", false
	}
	for _, form := range []*regexp.Regexp{restForm, restEnglish} {
		if m := form.FindStringSubmatch(narrowDigits(s)); m != nil {
			return strings.Join(m[1:], ""), true
		}
	}
	label, title, ok := parseCaption(s)
	return labelNumber(label), ok && isTableLabel(label) && restWord.MatchString(title)
}

// labelNumber is 6 of 表 6.
func labelNumber(label string) string {
	_, number, _ := strings.Cut(label, " ")
	return number
}

// A joining puts the parts of tables together that page breaks parted.
type joining struct {
	blocks  []block
	grid    int            // the last table among them, or -1
	tables  map[string]int // those with captions, by their numbers
	caption block          // the last one of a table in this section
	named   bool           // it has its table
	rest    int            // the line that says that a table goes on, or -1
	number  string         // of that table, if it says
	again   bool           // it does not say so, and is the caption above once more
	pieces  int            // how many more pieces the last table has, where the author says so
	counted bool           // the author says how many, or where it is
}

func joinContinued(blocks []block) []block {
	j := joining{grid: -1, rest: -1, tables: map[string]int{}}
	for _, b := range blocks {
		j.add(b)
	}
	if j.counted && j.pieces > 0 {
		first := &j.blocks[j.grid].lines[0]
		first.doubt(format.WholeTable, message.Of("%d more pieces of the table are said to follow, and none does", j.pieces), message.Text{})
	}
	return j.blocks
}

func (j *joining) add(b block) {
	if b.kind == blockGrid {
		if j.grid >= 0 && j.isPiece(&b) {
			return
		}
		j.addTable()
		if said := b.hint(); said != nil {
			j.pieces, j.counted = max(said.Parts-1, 0), said.Parts > 0 || said.Caption == ""
		} else {
			j.counted = false
		}
	} else if number, ok := continuation(paragraph("", b.lines).Text); ok {
		j.rest, j.number, j.again = len(j.blocks), number, false
	} else if j.captionAgain(b) {
		j.rest, j.number, j.again = len(j.blocks), labelNumber(b.label), true
	} else {
		j.pass(b)
	}
	j.blocks = append(j.blocks, b)
}

func (j *joining) addTable() {
	j.grid, j.rest = len(j.blocks), -1
	if j.caption.label != "" && !j.named {
		j.tables[labelNumber(j.caption.label)], j.named = j.grid, true
	}
}

// pass moves on over a block that is no table and announces none.
func (j *joining) pass(b block) {
	switch {
	case b.kind == blockHeading:
		j.caption, j.rest = block{}, -1
	case b.kind == blockCaption && isTableLabel(b.label):
		j.caption, j.named, j.rest = b, false, -1
	case b.kind == blockCaption || !mayLead(b):
		j.rest = -1
	}
}

// captionAgain reports whether a block is the caption of the table above once more.
func (j *joining) captionAgain(b block) bool {
	return b.kind == blockCaption && j.named && b.title != "" && b.label == j.caption.label && notation.Fold(b.title) == notation.Fold(j.caption.title)
}

// isPiece joins b to the table that it is a piece of, by what the author says or
// else by what is printed.
func (j *joining) isPiece(b *block) bool {
	switch {
	case j.counted && j.pieces > 0:
		whole := &j.blocks[j.grid]
		whole.join(*b)
		j.blocks = slices.DeleteFunc(j.blocks, func(over block) bool { return over.kind == blockCaption && over.line() > whole.line() })
		j.pieces--
		return true
	case j.counted, b.hint() != nil:
		return false
	}
	return j.goesOn(b)
}

// goesOn joins b to the table that it is the rest of, if it is.
func (j *joining) goesOn(b *block) bool {
	if j.rest < 0 {
		last := &j.blocks[j.grid]
		if j.grid+1 < len(j.blocks) || !last.restOf(*b) {
			return false
		}
		again, first := sameNames(last.lines[0].text, b.lines[0].text), 0
		if again && len(b.lines) > 1 {
			first = 1
		}
		if !again || !newPage(last.last(), b.lines[0]) {
			b.lines[first].doubt(format.AllCells, message.Of("this was taken as the rest of the table above: it has no caption and no names of its own"), message.Of("a table of its own"))
		}
		last.join(*b)
		return true
	}
	at := j.announced()
	if at < 0 {
		b.lines[0].doubt(format.WholeTable, message.Of("this says that a table goes on which is not above it: %s", j.blocks[j.rest].where()), message.Text{})
		return false
	}
	whole, but := &j.blocks[at], message.Text{}
	switch {
	case whole.width() != b.width(), j.again && !sameNames(whole.lines[0].text, b.lines[0].text) && !whole.sameKinds(*b):
		but = message.Of("has other columns")
	case j.otherUnits(at, b.lines[0].text):
		but = message.Of("has other units")
	default:
		whole.join(*b)
		j.blocks = j.blocks[:j.rest]
		j.rest = -1
		return true
	}
	b.lines[0].doubt(format.WholeTable, message.Of("this may be the rest of the table before it (%s), but it %s", whole.where(), but), message.Text{})
	return false
}

// announced finds the table that the line says to go on.
func (j *joining) announced() int {
	if j.number == "" {
		return j.grid
	}
	if at, ok := j.tables[j.number]; ok {
		return at
	}
	return -1
}

// mayLead reports whether a block can stand between such a line and the rest.
func mayLead(b block) bool {
	text := paragraph("", b.lines).Text
	return !strings.Contains(text, "。") && utf8.RuneCountInString(text) <= maxRest
}

// width is how many columns the first and the last row of a table show.
func (b *block) width() int {
	return max(table.FilledWidth(b.lines[0].text), table.FilledWidth(b.last().text))
}

// join adds the rows of the rest, without the names of the columns where it
// repeats them.
func (b *block) join(rest block) {
	head := b.lines[0]
	rows := slices.Clone(rest.printed())
	rows[0].gap = true
	for i, l := range rows {
		if i == 0 && sameNames(head.text, l.text) {
			continue
		}
		b.lines = append(b.lines, l)
	}
}

// sameNames reports whether two headers name the same columns, their units aside.
func sameNames(a, b string) bool {
	one, other := strings.Split(a, "\t"), strings.Split(b, "\t")
	return slices.EqualFunc(one, other, func(a, b string) bool {
		return notation.Fold(table.ParseColumn(notation.Tidy(a)).Name) == notation.Fold(table.ParseColumn(notation.Tidy(b)).Name)
	})
}

// otherUnits reports whether a header repeats the name of a column with a unit that
// the table does not have there, nor in the lines over it.
func (j *joining) otherUnits(at int, header string) bool {
	over := ""
	for _, b := range j.blocks[max(0, at-2):at] {
		over += notation.Fold(paragraph("", b.lines).Text + b.title)
	}
	names := strings.Split(j.blocks[at].lines[0].text, "\t")
	for i, cell := range strings.Split(header, "\t") {
		if i == len(names) {
			break
		}
		was, is := table.ParseColumn(notation.Tidy(names[i])), table.ParseColumn(notation.Tidy(cell))
		if notation.Fold(was.Name) == notation.Fold(is.Name) && is.Unit != "" && was.Unit != is.Unit && (was.Unit != "" || !strings.Contains(over, is.Unit)) {
			return true
		}
	}
	return false
}

// restOf reports whether rows that follow a table at once go on with it: they
// have as many columns, and begin with the same names, or with a row whose cells
// are of the kinds that its columns hold. On the next page only the names tell.
func (b *block) restOf(rest block) bool {
	if len(b.lines) < 2 || b.width() != rest.width() {
		return false
	}
	if rest.lines[0].gap {
		return newPage(b.last(), rest.lines[0]) && sameNames(b.lines[0].text, rest.lines[0].text)
	}
	return sameNames(b.lines[0].text, rest.lines[0].text) || b.sameKinds(rest)
}

// newPage reports whether a line stands on the page behind that of another.
func newPage(above, l line) bool {
	return above.at != nil && l.at != nil && above.at.Page.Number > 0 && l.at.Page.Number == above.at.Page.Number+1
}

// sameKinds reports whether the first of other rows has cells of the kinds that the
// columns hold.
func (b *block) sameKinds(rest block) bool {
	first, above := cellsOfLine(rest.lines[0]), cellsOfLine(b.lines[len(b.lines)-1])
	return table.HasNumber(above) && slices.EqualFunc(above, first, func(a, b string) bool {
		return notation.Number(a) == notation.Number(b) && notation.Percentage(a) == notation.Percentage(b) || notation.None(a) || notation.None(b)
	})
}

func cellsOfLine(l line) []string {
	cells := strings.Split(l.text, "\t")
	for i, c := range cells {
		cells[i] = notation.Mend(notation.Tidy(c))
	}
	return cells
}
