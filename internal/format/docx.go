package format

import (
	"cmp"
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// A docx is where the reader of a Word document stands.
type docx struct {
	document
	styles styles
	lists  lists
	notes  map[string]string // the footnotes and endnotes by their references
	carry  string            // a paragraph whose end was deleted: it goes on in the next
}

// readDocx reads a Word document as it is once its changes are accepted.
func readDocx(in input) ([]Part, error) {
	p, err := unpack(in.src, in.meter)
	if err != nil {
		return nil, err
	}
	trees := make([]*node, 5)
	for i, name := range []string{p.main("word"), "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		if trees[i], err = p.tree(name); err != nil {
			return nil, err
		}
	}
	d := docx{document: document{meter: in.meter}, styles: readStyles(trees[1]), lists: readLists(trees[2]), notes: map[string]string{}}
	d.readNotes(trees[3], "footnote")
	d.readNotes(trees[4], "endnote")
	d.flow(trees[0].find("document", "body"))
	return d.parts, nil
}

func (d *docx) readNotes(tree *node, name string) {
	for n := range tree.all(name) {
		if n.attr("type") == "" || n.attr("type") == "normal" {
			d.notes[name+n.attr("id")] = strings.TrimSpace(d.text(n))
		}
	}
}

// flow reads the paragraphs and tables under n.
func (d *docx) flow(n *node) {
	for _, k := range n.kids {
		switch {
		case k.name == "p":
			d.paragraph(k)
		case k.name == "tbl":
			d.table(k)
		case !ignored[k.name] && !isContents(k):
			d.flow(k)
		}
	}
}

// ignored elements hold no text that is printed there: properties, what was
// deleted, the codes of fields, and second versions for older programs.
var ignored = map[string]bool{
	"pPr": true, "rPr": true, "tblPr": true, "tblGrid": true, "trPr": true, "tcPr": true, "sdtPr": true, "sectPr": true,
	"del": true, "moveFrom": true, "delText": true, "instrText": true, "delInstrText": true, "Fallback": true,
	"rubyPr": true, "rt": true, // the reading over a word
}

// isContents recognises a generated list of contents.
func isContents(n *node) bool {
	gallery := n.find("sdtPr", "docPartObj", "docPartGallery").attr("val")
	return n.name == "sdt" && strings.HasPrefix(gallery, "Table of")
}

// contentsStyle names the styles of the lists of contents.
var contentsStyle = regexp.MustCompile(`(?i)^(?:toc|目录|table of figures|图表目录)`)

func (d *docx) paragraph(p *node) {
	style := p.find("pPr", "pStyle").attr("val")
	if contentsStyle.MatchString(d.styles[style].name) {
		return
	}
	w := words{styles: d.styles}
	w.write(d.carry)
	d.carry = ""
	w.read(p)
	if p.find("pPr", "rPr").has("del") {
		d.carry = w.String()
		return
	}
	text := w.String()
	if strings.TrimFunc(text, notation.Blank) == "" {
		d.blank = true
	} else {
		d.add(newText(d.styles.level(p)), d.number(p)+text)
	}
	for _, ref := range w.refs {
		d.add(Part{}, d.notes[ref])
	}
	for _, box := range w.boxes {
		d.flow(box)
	}
}

// number is the number that Word prints in front of a paragraph.
func (d *docx) number(p *node) string {
	list, level := d.styles.list(p, &d.lists)
	if s := d.lists.next(list, level); s != "" {
		return s + " "
	}
	return ""
}

// text is all text under n, paragraphs parted by blanks.
func (d *docx) text(n *node) string {
	var texts []string
	for p := range n.all("p") {
		w := words{styles: d.styles}
		w.read(p)
		texts = append(texts, w.String())
	}
	return strings.Join(texts, " ")
}

// words gathers the text of runs.
type words struct {
	strings.Builder
	styles  styles
	boxes   []*node  // text boxes
	refs    []string // to notes
	script  *script  // of the run
	formula *script  // of the part of a formula
	before  rune     // the script
}

func (w *words) write(s string) { w.WriteString(s) }

func (w *words) read(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "t":
			w.write(w.script.of(w.before, k.text))
		case "tab", "ptab":
			w.write("\t")
		case "br", "cr":
			w.write("\n")
		case "noBreakHyphen":
			w.write("-")
		case "sup", "sub": // of a formula
			around := w.formula
			w.formula = map[string]*script{"sup": superscript, "sub": subscript}[k.name]
			w.read(k)
			w.formula = around
		case "den":
			w.write("/")
			w.read(k)
		case "footnoteReference", "endnoteReference":
			w.refs = append(w.refs, strings.TrimSuffix(k.name, "Reference")+k.attr("id"))
		case "txbxContent":
			w.boxes = append(w.boxes, k)
		case "r":
			w.run(k)
		default:
			if !ignored[k.name] {
				w.read(k)
			}
		}
	}
}

// run reads a run, unless it is hidden.
func (w *words) run(r *node) {
	hidden, script := w.styles.look(r.child("rPr"))
	if hidden {
		return
	}
	script = cmp.Or(script, w.formula)
	if script != nil && w.script != script {
		w.before = lastRune(w.String())
	}
	w.script = script
	w.read(r)
}
