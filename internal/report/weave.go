package report

import (
	"strings"
	"unicode/utf8"

	"charts/internal/message"
	"charts/internal/notation"
)

// weave puts the pieces of a row back that a line end inside a cell tore off: a
// value that was pushed to the next line, the rest of a name.
func weave(lines []line) []line {
	out := make([]line, 0, len(lines))
	width := 0 // of the table that is open, as its first row prints it
	for i, l := range lines {
		if strings.Contains(l.text, "\t") {
			if width == 0 || !strings.Contains(out[len(out)-1].text, "\t") {
				width = strings.Count(l.text, "\t") + 1
			}
			out = append(out, l)
			continue
		}
		if width > 2 && len(out) > 0 && !out[len(out)-1].placed && !l.gap && isPiece(l.text) {
			row := &out[len(out)-1]
			if joinPiece(row, l.text, width, rowFollows(lines, i)) {
				continue
			}
		}
		out, width = append(out, l), 0
	}
	return out
}

func rowFollows(lines []line, i int) bool {
	return i+1 < len(lines) && strings.Contains(lines[i+1].text, "\t") && !lines[i+1].gap
}

// isPiece reports whether a line can be a part of a cell.
func isPiece(s string) bool {
	if notation.Value(s) {
		return true
	}
	_, _, caption := parseCaption(s)
	return !caption && !isNote(s) && !notation.BeginsWithDigit(s) && !outerHeading(s) && !leadForm(s) &&
		utf8.RuneCountInString(s) <= wholeLine/2 && !strings.ContainsAny(s, "。；")
}

// joinPiece adds a piece to the row above it: a value to the column that has
// none yet, words to the name, if another row of the table follows.
func joinPiece(row *line, piece string, width int, inside bool) bool {
	cells := strings.Split(row.text, "\t")
	last := len(cells) - 1
	switch {
	case notation.Value(piece) && len(cells) == width-1:
		row.text += "\t" + piece
		return true
	case notation.Value(piece) && len(cells) == width && strings.TrimSpace(cells[last]) == "":
		cells[last] = piece
		row.text = strings.Join(cells, "\t")
		return true
	case notation.Value(piece) || !inside || len(cells) != width:
		return false
	}
	for at, c := range cells {
		if c != "" && !notation.Value(c) && !notation.UnitCell(c) {
			cells[at] = notation.Glue(c, piece)
			row.text = strings.Join(cells, "\t")
			row.doubt(at, message.Of("%q was taken as the rest of %q in the row above", piece, c), message.Data(c))
			return true
		}
	}
	return false
}
