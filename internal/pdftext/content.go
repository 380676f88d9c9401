package pdftext

import (
	"math"
	"strings"
	"unicode/utf8"
)

// A matrix is [a b c d e f] of a PDF file.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul applies m, then n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// A state is what q saves and Q restores.
type state struct {
	ctm                                    matrix
	font                                   *font
	size, char, word, scale, leading, rise float64
}

// An interpreter runs the operators of a page.
type interpreter struct {
	file      *file
	page      *Page
	state     state
	saved     []state
	tm, line  matrix // of the text, and of its line
	pen       pen
	resources object
	depth     int
	actual    string // the character that the next glyph stands for, where the page says so
	// how many characters run across, up and down
	across, up, down int
}

// maxSaved is how many states may wait for their Q.
const maxSaved = 1000

func (in *interpreter) run(src []byte, resources object) {
	if in.depth >= maxChain {
		return
	}
	in.depth++
	outer := in.resources
	in.resources = resources
	l := lexer{src: src, meter: in.file.meter}
	var args []object
	for {
		o, ok := l.next()
		if !ok {
			break
		}
		if o.kind != word || o.str == "true" || o.str == "false" {
			if len(args) < 64 {
				args = append(args, o)
			}
			continue
		}
		in.file.meter.Steps(1 + l.made/objectCost)
		if o.str == "ID" {
			l.skipImage()
		}
		in.operator(o.str, args)
		args = args[:0]
		in.file.meter.Free(l.made)
		l.made = 0
	}
	in.resources = outer
	in.depth--
}

// skipImage passes the bytes of a picture in the text of the page.
func (l *lexer) skipImage() {
	for ; l.pos+3 < len(l.src); l.pos++ {
		if isSpace(l.src[l.pos]) && l.src[l.pos+1] == 'E' && l.src[l.pos+2] == 'I' && isSpace(l.src[l.pos+3]) {
			l.pos += 3
			return
		}
	}
	l.pos = len(l.src)
}

// arg is the i-th number of an operator, or 0.
func arg(args []object, i int) float64 {
	if i < len(args) && !math.IsInf(args[i].num, 0) {
		return args[i].num
	}
	return 0
}

func matrixOf(args []object) matrix {
	var m matrix
	for i := range m {
		m[i] = arg(args, i)
	}
	return m
}

func (in *interpreter) operator(op string, args []object) {
	s := &in.state
	switch op {
	case "q":
		if len(in.saved) < maxSaved {
			in.saved = append(in.saved, *s)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			*s, in.saved = in.saved[n-1], in.saved[:n-1]
		}
	case "cm":
		s.ctm = matrixOf(args).mul(s.ctm)
	case "Do":
		in.form(args)
	case "m", "l", "c", "v", "y", "re", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
		in.draw(op, args)
	default:
		in.textOperator(op, args)
	}
}

func (in *interpreter) textOperator(op string, args []object) {
	s := &in.state
	switch op {
	case "BT":
		in.tm, in.line = identity, identity
	case "Tf":
		if len(args) >= 2 {
			s.font, s.size = in.file.font(in.file.get(in.resources, "Font").keys[args[0].str]), arg(args, 1)
		}
	case "Tc":
		s.char = arg(args, 0)
	case "Tw":
		s.word = arg(args, 0)
	case "Tz":
		s.scale = arg(args, 0) / 100
	case "TL":
		s.leading = arg(args, 0)
	case "Ts":
		s.rise = arg(args, 0)
	case "Td":
		in.move(arg(args, 0), arg(args, 1))
	case "TD":
		s.leading = -arg(args, 1)
		in.move(arg(args, 0), arg(args, 1))
	case "Tm":
		in.line = matrixOf(args)
		in.tm = in.line
	case "T*":
		in.move(0, -s.leading)
	case "BDC":
		in.actual = in.actualText(args)
	case "EMC":
		in.actual = ""
	case "Tj", "TJ":
		in.show(args)
	case "'", "\"":
		if op == "\"" && len(args) == 3 {
			s.word, s.char = arg(args, 0), arg(args, 1)
			args = args[2:]
		}
		in.move(0, -s.leading)
		in.show(args)
	}
}

// actualText is the one character that marked content stands for: a glyph that several
// characters share is told from them so.
func (in *interpreter) actualText(args []object) string {
	if len(args) != 2 {
		return ""
	}
	s, ok := strings.CutPrefix(in.file.get(args[1], "ActualText").str, "\xfe\xff")
	if text := utf16Text(s); ok && utf8.RuneCountInString(text) == 1 {
		return text
	}
	return ""
}

func (in *interpreter) move(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.mul(in.line)
	in.tm = in.line
}

// show writes strings; a number between them moves on by thousandths.
func (in *interpreter) show(args []object) {
	if len(args) == 0 || in.state.font == nil {
		return
	}
	items := args[:1]
	if args[0].kind == array {
		items = args[0].items
	}
	s := &in.state
	for _, o := range items {
		switch o.kind {
		case number:
			in.advance(-o.num / 1000 * s.size * s.scale)
		case text:
			in.file.meter.Times(len(o.str), glyphCost)
			for _, c := range s.font.codes(o.str) {
				in.glyph(c)
			}
		}
	}
}

func (in *interpreter) advance(x float64) { in.tm = matrix{1, 0, 0, 1, x, 0}.mul(in.tm) }

func (in *interpreter) glyph(c code) {
	s := &in.state
	width := c.width * s.size
	m := in.tm.mul(s.ctm)
	x0, y0 := m.point(0, s.rise)
	x1, y1 := m.point(width*s.scale, s.rise)
	_, top := m.point(0, s.rise+s.size)
	size := math.Abs(top - y0)
	if in.actual != "" {
		c.text, in.actual = in.actual, ""
	}
	if c.text == "" {
		c.text = Unknown
	}
	switch {
	case math.Abs(y1-y0) > math.Abs(x1-x0)+0.01:
		if y1 > y0 {
			in.up++
		} else {
			in.down++
		}
	case size > 0:
		in.across++
		in.page.Glyphs = append(in.page.Glyphs, Glyph{c.text, x0, x1, y0, size})
	}
	width += s.char
	if c.space {
		width += s.word
	}
	in.advance(width * s.scale)
}

// form runs a drawing inside the page.
func (in *interpreter) form(args []object) {
	if len(args) == 0 {
		return
	}
	o := in.file.get(in.resources, "XObject", args[0].str)
	if in.file.get(o, "Subtype").str != "Form" {
		return
	}
	saved := in.state
	if m := in.file.list(o.keys["Matrix"]); len(m) == 6 {
		in.state.ctm = matrixOf(m).mul(in.state.ctm)
	}
	resources := in.file.get(o, "Resources")
	if resources.kind != dict {
		resources = in.resources
	}
	in.run(in.file.unpack(o), resources)
	in.state = saved
}

// draw moves the pen.
func (in *interpreter) draw(op string, args []object) {
	n := max(len(args)-2, 0) // the last two numbers are where it ends
	x, y := in.state.ctm.point(arg(args, n), arg(args, n+1))
	switch op {
	case "m":
		in.pen.move(x, y)
	case "l":
		in.pen.line(x, y)
	case "c", "v", "y":
		in.pen.curve(x, y)
	case "h":
		in.pen.close()
	case "re":
		in.box(args)
	default:
		if op == "s" || op == "b" || op == "b*" {
			in.pen.close()
		}
		in.pen.paint(strings.ContainsAny(op, "fFbB"), strings.ContainsAny(op, "sSbB"))
	}
}

func (in *interpreter) box(args []object) {
	x0, y0, width, height := arg(args, 0), arg(args, 1), arg(args, 2), arg(args, 3)
	in.pen.move(in.state.ctm.point(x0, y0))
	in.pen.line(in.state.ctm.point(x0+width, y0))
	in.pen.line(in.state.ctm.point(x0+width, y0+height))
	in.pen.line(in.state.ctm.point(x0, y0+height))
	in.pen.close()
}
