package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// Parse reads a report. What it cannot read as a report is a problem, and the
// document is then empty; a table that it cannot read is a problem and missing;
// what it was not sure of is a [Doubt] of the table. Hints say of some tables what
// it cannot know.
func Parse(name, path string, src []byte, hints ...Hint) (*Document, diag.List) {
	f, h := format.Of(path, src), newHints(hints)
	blocks, err := readBlocks(f, path, src, format.Choice{Sheets: format.Shown}, h)
	return newDocument(name, path, f.Name, blocks, err, h)
}

// Trace reads a report and keeps what stands on its lines, for
// [Document.Printed].
func Trace(name, path string, src []byte, hints ...Hint) (*Document, diag.List) {
	f, h := format.Of(path, src), newHints(hints)
	blocks, err := readBlocks(f, path, src, format.Choice{Sheets: format.Shown}, h)
	kept := slices.Clone(blocks)
	for i := range kept {
		kept[i].lines = slices.Clone(kept[i].lines)
	}
	doc, problems := newDocument(name, path, f.Name, blocks, err, h)
	doc.traced = kept
	return doc, problems
}

// readBlocks reads a file.
func readBlocks(f format.Format, path string, src []byte, choice format.Choice, h hints) ([]block, error) {
	return guarded(func() ([]block, error) {
		parts, err := f.Read(path, src, choice)
		if err != nil {
			return nil, err
		}
		return blocksOf(parts, f.Tabs, h)
	})
}

// guarded reads what may be anything: that a reader fails is an error.
func guarded(read func() ([]block, error)) (blocks []block, err error) {
	err = diag.Try(func() (err error) {
		blocks, err = read()
		return err
	})
	return blocks, err
}

// newDocument makes a document of the blocks of a file, an empty one where they could
// not be read.
func newDocument(name, path, format string, blocks []block, err error, h hints) (*Document, diag.List) {
	var problems diag.List
	doc := &Document{Name: name, Path: path, Format: format}
	if err == nil {
		err = doc.build(blocks, h, &problems)
	}
	if err != nil {
		tell(&problems, path, at(0, message.Of("it cannot be read as %s", format), err))
		return &Document{Name: name, Path: path, Format: format}, problems
	}
	return doc, problems
}

// build fills a document with its blocks.
func (d *Document) build(blocks []block, h hints, problems *diag.List) error {
	compose(blocks)
	b := assembler{doc: d, ids: map[string]int{}, chinese: chinese(blocks)}
	blocks = h.mend(blocks)
	defer func() { d.Hinted = h.found() }()
	for _, blk := range captionsAbove(joinContinued(blocks)) {
		b.place(blk)
		if err := diag.Try(func() error { return b.add(blk) }); err != nil {
			tell(problems, d.Path, at(blk.line(), message.Of("what begins here cannot be read"), err))
		}
		if len(d.Tables) > maxTables {
			return &format.Refusal{Rule: "report-too-large", Line: blk.line(), Hint: message.Of("give it in parts"),
				Text: message.Of("the file has more than %d tables", maxTables)}
		}
	}
	b.dropCaption()
	return nil
}

// chinese reports whether a report is in Chinese, which the first lines of its first
// blocks tell; names of sheets and abbreviations are in letters there, too.
func chinese(blocks []block) bool {
	han, letters := 0, 0
	count := func(text string) {
		for _, r := range text {
			switch {
			case notation.Han(r):
				han++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	for _, b := range blocks[:min(len(blocks), 100)] {
		switch {
		case b.table != nil:
			for _, c := range b.table.Columns {
				count(c.Name)
			}
		case len(b.lines) > 0:
			count(b.lines[0].text)
		}
	}
	return han > letters/8
}

// compose writes letters with their accents as one character each, as fonts and
// those who look for a name have them.
func compose(blocks []block) {
	for i := range blocks {
		blk := &blocks[i]
		blk.title = composed(blk.title)
		for k, l := range blk.lines {
			blk.lines[k].text = composed(l.text)
		}
	}
}

// composed is the composed form of a text. ASCII, Chinese and the usual signs of both
// have one form alone.
func composed(s string) string {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		var next byte
		if i+2 < len(s) {
			next = s[i+1]
		}
		chinese := c >= 0xe4 && c <= 0xe9 || c == 0xef && (next == 0xbc || next == 0xbd)
		if !chinese && !(c == 0xe2 && next == 0x80 && s[i+2] >= 0x90) && !(c == 0xe3 && next == 0x80 && s[i+2] < 0xaa) {
			return norm.NFC.String(s)
		}
		i += 3
	}
	return s
}

// maxTables is far above any report.
const maxTables = 5000

// An assembler turns blocks into a document. It is the same for every format.
type assembler struct {
	doc     *Document
	chinese bool
	section string
	caption *Caption // of a table whose grid is still to come
	unit    string   // the line 单位：… between caption and grid
	united  bool     // that line was the last block
	telling int      // how many more paragraphs may say what the table shows
	lead    string   // the short line above, which names a table without a caption
	noted   bool     // the last block was a table or a note of it
	ids     map[string]int
}

func (b *assembler) add(blk block) (err error) {
	noted, lead, united := false, b.lead, b.united
	b.lead, b.united = "", false
	switch blk.kind {
	case blockRefused:
		b.caption, b.unit = nil, ""
		err = blk.refused
	case blockTitle:
		b.doc.Title = blk.title
	case blockHeading:
		b.heading(blk)
	case blockCaption:
		b.addCaption(blk, united)
	case blockGrid:
		noted, err = b.grid(blk, lead)
	case blockNote:
		noted = b.note(blk)
	case blockText:
		b.text(blk)
		if b.united { // it stands between a table and its title
			b.lead = lead
		}
	}
	b.noted = noted
	return err
}

func (b *assembler) heading(blk block) {
	b.dropCaption()
	b.section, b.lead = blk.label, blk.title
	b.doc.Sections = append(b.doc.Sections, Section{Number: blk.label, Title: blk.title, Line: blk.lines[0].no})
}

func (b *assembler) addCaption(blk block, united bool) {
	c := Caption{Section: b.section, Label: blk.label, Title: strings.TrimSpace(blk.title), Line: blk.lines[0].no}
	b.doc.Captions = append(b.doc.Captions, c)
	if isTableLabel(c.Label) {
		b.dropCaption()
		b.caption, b.telling = &c, 0
		if !united {
			b.unit = ""
		}
	}
}

// saysMore is the rest of a sentence about a table: Table 3 shows that ….
var saysMore = regexp.MustCompile(`^(?:\d+ )?[a-z]`)

// dropCaption gives up looking for the table of a caption.
func (b *assembler) dropCaption() {
	if c := b.caption; c != nil && !saysMore.MatchString(c.Title) {
		b.doc.Unread = append(b.doc.Unread, table.Doubt{Line: c.Line, Reason: message.Of("no table was read under %s %s", c.Label, c.Title)})
	}
	b.caption = nil
}

// note gives a remark to the table right above it.
func (b *assembler) note(blk block) bool {
	if !b.noted {
		b.text(blk)
		return false
	}
	p := paragraph("", blk.lines)
	t := &b.doc.Tables[len(b.doc.Tables)-1]
	t.Notes = append(t.Notes, table.Note{Text: p.Text, Line: blk.lines[0].no})
	t.UnitsFromNote(p.Text)
	return true
}

// text adds a paragraph. Between a caption and its table only short lines
// stand, such as 名称：… and 单位：…; a sentence means that the table is a
// picture.
func (b *assembler) text(blk block) {
	p := paragraph(b.section, blk.lines)
	b.doc.Paragraphs = append(b.doc.Paragraphs, p)
	b.title(p.Text)
	if b.tells(p.Text) {
		return
	}
	if strings.Contains(p.Text, "。") || utf8.RuneCountInString(p.Text) > 60 {
		b.dropCaption()
		return
	}
	b.lead, b.united = p.Text, table.UnitLine(p.Text)
	if b.united || strings.Contains(p.Text, "单位") {
		b.unit = p.Text
	}
}

// tells reports whether a paragraph under a caption says what the table shows, and
// the table is still to come: This table contains ….
func (b *assembler) tells(s string) bool {
	switch {
	case b.caption == nil:
		return false
	case ofTable.MatchString(s):
		b.telling = 3
	}
	b.telling--
	return b.telling >= 0
}

var ofTable = regexp.MustCompile(`^(?:(?i:(?:this|the|the following) table) [a-z]|[本该該下]表)`)

// title takes the first short line with 报告, Report or another name of what is published
// every year, in front of the first section.
func (b *assembler) title(s string) {
	named := utf8.RuneCountInString(s) <= 40 && (strings.Contains(s, "报告") || yearly.MatchString(s)) ||
		len(s) <= 80 && (strings.Contains(s, "Report") || reportOfYear.MatchString(s)) && !strings.HasSuffix(s, ".")
	if named && b.doc.Title == "" && len(b.doc.Sections) == 0 {
		b.doc.Title = s
	}
}

var (
	// reportOfYear is the title of a report in small letters: Annual report 2024.
	reportOfYear = regexp.MustCompile(`^(?:\S+ ){1,5}report\b.{0,20}\b(?:19|20)\d\d\b`)
	// yearly is that of a bulletin, a yearbook or a white paper, and no sentence about one.
	yearly = regexp.MustCompile(`^[^，。；：]*(?:公报|年报|年鉴|白皮书)(?:[（(][^）)]*[）)]|\[\d+\])?$`)
)

// grid adds a table. A single row without a caption is running text with a tab
// in it.
func (b *assembler) grid(blk block, lead string) (noted bool, err error) {
	if b.caption == nil && len(blk.lines) < 2 {
		b.text(blk)
		return false, nil
	}
	said := blk.hint()
	if said != nil {
		said.found++
		if len(said.Edges) > 0 && !said.parted {
			blk.lines[0].doubt(format.WholeTable, message.Of("the edges in %s were not used: they part columns in a text, or with page and box", said.At.String()), message.Text{})
		}
	}
	if said != nil && said.Ignore {
		b.caption, b.unit = nil, ""
		return true, nil
	}
	if blk.table != nil {
		blk.table.TellHeader(blk.lines[0].doubts)
		b.finish(*blk.table, lead, blk.line())
		return true, nil
	}
	parts := sides(blk.lines)
	captions, unit := b.takeCaptions(len(parts)), b.units()
	for i, lines := range parts {
		t, ok := table.New(tableRows(lines), unit, said.said())
		if !ok {
			return false, format.TableTooLarge(lines[0].no)
		}
		b.caption = captions[i]
		b.finish(t, lead, lines[0].no)
	}
	b.caption, b.unit = nil, ""
	return true, nil
}

// finish adds a table that is read but for its name.
func (b *assembler) finish(t table.Table, lead string, line int) {
	if len(t.Rows) == 0 {
		var d format.Doubts
		d.Add(format.WholeTable, message.Of("no rows were read under the names of the columns"), message.Text{})
		t.TellHeader(d)
	}
	b.name(&t, lead, line)
	b.doc.Tables = append(b.doc.Tables, t)
}

// units is where the units of the columns may be printed: a line over the grid,
// or the caption.
func (b *assembler) units() string {
	if b.unit == "" && b.caption != nil {
		return b.caption.Title
	}
	return b.unit
}

// name gives the table its caption and an id that no other table has.
func (b *assembler) name(t *table.Table, lead string, line int) {
	t.Section, t.Line, t.Label, t.Title = b.section, line, message.LineLabel(line, b.chinese), lead
	if c := b.caption; c != nil {
		t.Section, t.Line, t.Label, t.Title = c.Section, c.Line, c.Label, c.Title
	}
	t.Appendix = unnumbered[t.Section] != ""
	t.Identify(b.ids)
}

// secondCaption parts the captions of two tables that stand on one line.
var secondCaption = regexp.MustCompile(`^(.+?)[\s　]+((?:附表|表)\s*\d{1,3}[\s.．:：、].*)$`)

// takeCaptions gives each of n tables side by side its caption.
func (b *assembler) takeCaptions(n int) []*Caption {
	captions := make([]*Caption, n)
	captions[0] = b.caption
	if n < 2 || b.caption == nil {
		return captions
	}
	m := secondCaption.FindStringSubmatch(b.caption.Title)
	if m == nil {
		return captions
	}
	first, second := *b.caption, *b.caption
	first.Title = m[1]
	second.Label, second.Title, _ = parseCaption(m[2])
	b.doc.Captions[len(b.doc.Captions)-1] = first
	b.doc.Captions = append(b.doc.Captions, second)
	captions[0], captions[1] = &first, &second
	return captions
}

// place remembers the places of the lines of a block.
func (b *assembler) place(blk block) {
	for _, l := range blk.lines {
		if l.at == nil {
			continue
		}
		if b.doc.places == nil {
			b.doc.places = map[int]*format.Place{}
		}
		b.doc.places[l.no] = l.at
	}
}
