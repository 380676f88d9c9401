package report

import (
	"cmp"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// partingMarks part thousands, as points and commas may.
const partingMarks = `'’\s\x{a0}\x{202f}`

// The forms of numbers that tell which mark stands before their decimals, and those
// that do not: 1.234 may be more than a thousand.
var (
	decimalForm = regexp.MustCompile(`^([+−-]?(?:[€$£¥]\s?)?)(\d[\d.,` + partingMarks + `]*\d|\d)(\s?(?:%|‰|[€$£¥]|\p{L}[\p{L}/²³]*)?)$`)
	groupedForm = regexp.MustCompile(`^\d{1,3}(?:(?:[.` + partingMarks + `]\d{3})+,\d+|(?:\.\d{3}){2,})$`)
	commaForm   = regexp.MustCompile(`^(?:\d+,(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d+)$`)
	pointForm   = regexp.MustCompile(`^(?:\d{1,3}(?:[,` + partingMarks + `]\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.(?:\d{1,2}|\d{4,})|(?:0|\d{4,})\.\d+)$`)
	eitherForm  = regexp.MustCompile(`^\d{1,3}[.,]\d{3}$`)
	// commaNumber is a number where commas stand before the decimals.
	commaNumber = regexp.MustCompile(`^(?:\d{1,3}(?:[.` + partingMarks + `]\d{3})+|\d+)(?:,\d+)?$`)
)

// decimals are the first numbers of a file of each form.
type decimals struct{ grouped, comma, point, either string }

// decimalsOf looks at all numbers of a file for the mark before their decimals.
func decimalsOf(records []format.Record) (d decimals) {
	for _, r := range records {
		for _, c := range r.Cells {
			if len(c) <= notation.MaxNumber && strings.ContainsAny(c, ",.") && (d.point == "" || strings.Contains(c, ",")) {
				d.look(c)
			}
		}
	}
	return d
}

func (d *decimals) look(cell string) {
	m := decimalForm.FindStringSubmatch(cell)
	if m == nil {
		return
	}
	for _, kind := range []struct {
		form  *regexp.Regexp
		found *string
	}{{groupedForm, &d.grouped}, {commaForm, &d.comma}, {pointForm, &d.point}, {eitherForm, &d.either}} {
		if *kind.found == "" && kind.form.MatchString(m[2]) {
			*kind.found = cell
		}
	}
}

// pointed writes the numbers of a file with decimal points where all of it says that
// it has commas there, and says what was not certain. 1,5 alone says so only between
// semicolons: elsewhere it may be two numbers.
func pointed(records []format.Record, parting rune) message.Text {
	d := decimalsOf(records)
	if d.comma = cmp.Or(d.grouped, d.comma); d.grouped == "" && parting != ';' {
		return message.Text{}
	}
	switch {
	case d.comma != "" && d.point != "":
		return message.Of("%s has a decimal comma and %s a decimal point: those with commas were not read as numbers", d.comma, d.point)
	case d.comma != "":
		for _, r := range records {
			for i, c := range r.Cells {
				r.Cells[i] = pointedNumber(c)
			}
		}
		return message.Of("its numbers have decimal commas: %s was read as %s", d.comma, pointedNumber(d.comma))
	case d.point == "" && d.either != "":
		return message.Of("semicolons part its cells, and no number says whether the mark in %s stands before decimals or parts thousands", d.either)
	}
	return message.Text{}
}

// pointedNumber is a number with a decimal point in place of a comma, and without
// what parts its thousands. Any other text stays as it is.
func pointedNumber(cell string) string {
	if len(cell) > notation.MaxNumber {
		return cell
	}
	m := decimalForm.FindStringSubmatch(cell)
	if m == nil || !commaNumber.MatchString(m[2]) {
		return cell
	}
	digits := strings.Map(func(r rune) rune {
		switch {
		case r == ',':
			return '.'
		case r < '0' || r > '9':
			return -1
		}
		return r
	}, m[2])
	return m[1] + digits + m[3]
}
