package series

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
)

// A written cell is one as it was read, before its column tells what a bare number
// counts.
type written struct {
	text string
	quantity.Quantity
	number  bool
	words   bool   // in Chinese characters: 三班 may be a name
	bracket bool   // (355.20): below zero, among other numbers
	unit    string // that its row or the header gives it, or ""
}

// readCell reads a cell whose column or row has a unit, which the cell may print
// too although no table of units has it: 31 盏.
func readCell(text, unit string) written {
	p := written{text: text, unit: unit}
	if notation.Gap(text) {
		return p
	}
	p.Quantity, p.number = quantity.Parse(text)
	if bare, ok := strings.CutSuffix(strings.TrimSpace(text), unit); ok && !p.number && unit != "" {
		p.Quantity, p.number = quantity.Parse(bare)
		p.Text = text
	}
	if !p.number {
		p.Quantity, p.bracket = quantity.Bracketed(text)
		p.number = p.bracket
	}
	p.words = p.number && !strings.ContainsAny(notation.Fold(text), "0123456789")
	return p
}

// namingUnits are behind the ordinal in a name: 三班, 二月, 一级.
var namingUnits = strings.Fields("班 级 届 期 组 队 月 日 年 天 周 类 层 区 座 节 度 年级 学期")

// names reports whether words for a number only name or count their row.
func (p written) names() bool {
	return p.Unit.Name == "" && p.Qualifier == "" || slices.Contains(namingUnits, p.Unit.Name)
}

// describes reports whether a text that is no number tells of several: 一等奖 2 项，
// 二等奖 1 项.
func (p written) describes() bool {
	return !p.number && slices.ContainsFunc(quantity.Find(p.text), func(m quantity.Match) bool { return !m.Unit.Plain() })
}

// A shared is what the numbers of a column that have units of their own have in
// common.
type shared struct {
	unit    string // of the first of them; "" when none has one
	bare    bool   // some have none
	percent bool   // some print a %
}

// sharedUnit is what the cells of a column share; it is not one of numbers when
// their units do not convert into each other, when a cell describes, or when all
// that it has are names (一, 二, 三班) or numbers in brackets.
func sharedUnit(cells []written) (s shared, ok bool) {
	var first quantity.Unit
	for _, c := range cells {
		if c.unit == "" && c.describes() {
			return s, false
		}
		if !c.number {
			continue
		}
		ok = ok || !c.bracket && !(c.words && c.names())
		u := c.Unit
		s.percent = s.percent || u.Name == "%"
		if c.unit != "" {
			continue
		}
		s.bare = s.bare || u.Name == ""
		switch {
		case u.Name == "" || u.Plain() && s.unit != "" && !first.Plain():
		case s.unit == "" || first.Plain() && !u.Plain():
			s.unit, first = u.Name, u
		case !u.Plain() && u.Dimension != first.Dimension:
			return s, false
		case u.Plain() && u.Name != s.unit:
			s.bare = true // 万 beside 亿
		}
	}
	if first.Plain() && s.bare {
		s.unit = "" // 1.2万 beside 8600
	}
	return s, ok
}

// value is the cell as a value of a column of numbers: what is none, or has no
// certain unit there, stays text.
func (p written) value(s shared) Value {
	switch {
	case !p.number && notation.Gap(p.text):
		return Value{Text: p.text}
	case !p.number:
		return textValue(p.text)
	}
	v, ok := p.inUnit(s)
	if !ok {
		return Value{Kind: Text, Text: p.text}
	}
	return v
}

// inUnit gives the number in the unit that its row, the header or, failing both,
// the other cells say.
func (p written) inUnit(s shared) (Value, bool) {
	if p.unit == "" {
		return p.beside(s)
	}
	if p.unit == "%" && s.percent && p.Unit.Name == "" && p.Value.Abs().IntPart() > 100 {
		return Value{}, false // 1667 under a % that the others print
	}
	return inUnit(p.Quantity, p.unit)
}

// beside is the number among others, none of which has a unit of the header. A
// bare one among them has none; it can be there only when the others count
// single things.
func (p written) beside(s shared) (Value, bool) {
	switch u, known := quantity.UnitOf(s.unit); {
	case p.Unit.Name == "" && s.unit != "" && (!known || !u.Simple()):
		return Value{}, false
	case p.Unit.Name == "":
		return number(p.Quantity), true
	case p.Unit.Plain() && s.unit == "":
		return scaled(p.Quantity, "")
	}
	return inUnit(p.Quantity, s.unit)
}

// inUnit gives a quantity in a unit that is written apart from it. A bare number
// takes the unit, and one with only a scale, such as 1.2万, is that many of it.
func inUnit(q quantity.Quantity, unit string) (Value, bool) {
	switch {
	case q.Unit.Name == "":
		v := number(q)
		v.Unit = unit
		return v, true
	case q.Unit.Name == unit || unit == "":
		return number(q), true
	case q.Unit.Plain():
		return scaled(q, unit)
	}
	converted, err := q.Convert(unit)
	if err != nil {
		return Value{}, false
	}
	return number(converted), true
}

// scaled is a number with a scale, written out, in a unit without one: what 1.2万
// means under 万元 is not certain.
func scaled(q quantity.Quantity, unit string) (Value, bool) {
	plain, err := q.Convert("")
	if u, known := quantity.UnitOf(unit); err != nil || known && !u.Unscaled() {
		return Value{}, false
	}
	v := number(plain)
	v.Unit = unit
	return v, true
}

// number is the value of a quantity. Of 33.3333333333333 nobody chose the decimals.
func number(q quantity.Quantity) Value {
	v := Value{Kind: Number, Num: q.Float(), Text: q.Text, Unit: q.Unit.Name, Decimals: q.Decimals, Qualifier: q.Qualifier}
	if q.Decimals > 0 && q.Value.Round(int32(q.Decimals)).NumDigits() >= quantity.MaxExact {
		v.Decimals = -1
	}
	return v
}
