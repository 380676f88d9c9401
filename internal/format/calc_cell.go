package format

import (
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/numfmt"
	"charts/internal/regexp"
)

// A calcCell is a cell whose text is being read.
type calcCell struct {
	Cell
	again int
	value string // what stands for a text that is missing
	// number says that the value is a number.
	number bool
	lines  int
	text   strings.Builder
	script *script // of the piece of text
	before rune    // it
}

// newCalcCell reads what the attributes of a cell say. A formula without a value is
// no value.
func newCalcCell(e xml.StartElement) *calcCell {
	c := &calcCell{again: times(e, "number-columns-repeated")}
	c.Cols, c.Rows = countAttr(e, "number-columns-spanned"), times(e, "number-rows-spanned")
	c.Covered = e.Name.Local == "covered-table-cell"
	c.number = valueAttr(e, "value") != ""
	for _, name := range []string{"value", "date-value", "string-value"} {
		if c.value == "" {
			c.value = valueAttr(e, name)
		}
	}
	if _, formula, ok := strings.Cut(valueAttr(e, "formula"), "="); ok && c.value == "" {
		c.value = "=" + formula
	}
	return c
}

// line begins a paragraph of the cell.
func (c *calcCell) line() {
	if c.lines++; c.lines > 1 {
		c.text.WriteByte('\n')
	}
}

// check doubts a text that says another number than the cell holds: a thousandth of
// it, one without its minus, or a single digit of it. A zero is never a stroke.
func (c *calcCell) check() {
	held, err := decimal.NewFromString(c.value)
	if !c.number || err != nil {
		return
	}
	text := notation.Fold(c.Cell.Text)
	shown, err := decimal.NewFromString(strings.ReplaceAll(calcNumber.FindString(text), ",", ""))
	switch {
	case err != nil && held.IsZero() && notation.None(text):
		c.Cell.Text = "0"
		return
	case calcPower.MatchString(text): // what it rounds is the exponent's doing
		c.Cell.Text = held.String()
		return
	case err != nil && !notation.Missing(text), calcScaled.MatchString(text):
		return
	case strings.Contains(text, "%"):
		held = held.Shift(2)
	}
	if numfmt.Coarse(held, shown) || held.IsNegative() && !strings.ContainsAny(text, "-−(") {
		c.Cell.Doubt = &Doubt{Reason: message.Of("the cell shows %q", c.Cell.Text), Instead: message.Data(held.String())}
	}
}

// calcNumber is the number in the text of a cell, without its sign; calcPower and
// calcScaled are those whose text says a power of ten, in figures and in words.
var (
	calcNumber = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`)
	calcPower  = regexp.MustCompile(`^[+-]?\d[\d.]*[eE][+-]?\d+$`)
	calcScaled = regexp.MustCompile(`[百千万亿‰]|\d(?i:k|m|bn?)$`)
)

// times is a count among the attributes, as large as a sheet may be.
func times(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(valueAttr(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<21)
}
